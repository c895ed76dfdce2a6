import type { HamaReading } from './hama-reading.ts';

/** Where a price of the unfinished bar stands to the line: told beside the state of the closed bars, never instead of it. */
type HamaLive = 'above' | 'below' | 'on-line' | 'unknown';

/** The live flag of a price; `unknown` while there is no reading or no price. */
export function hamaLive(reading: HamaReading, price: number): HamaLive {
  if (reading.kind !== 'ready' || !Number.isFinite(price)) return 'unknown';
  if (price > reading.ma) return 'above';
  return price < reading.ma ? 'below' : 'on-line';
}
