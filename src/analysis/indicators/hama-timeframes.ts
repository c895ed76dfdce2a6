import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { HamaParameters } from './hama.ts';
import { hamaReading, type HamaReading } from './hama-reading.ts';

interface HamaTimeframe {
  readonly frequency: Frequency;
  readonly reading: HamaReading;
}

/** The same set read on several frequencies of one instrument, in the order given: 15m, 1h, 4h, or day, week, month. */
export function hamaTimeframes(
  series: readonly { readonly frequency: Frequency; readonly bars: BarColumns }[],
  given: Partial<HamaParameters> = {},
  options: { preset?: string; basis?: Basis } = {},
): HamaTimeframe[] {
  return series.map(({ frequency, bars }) => ({ frequency, reading: hamaReading(bars, given, options) }));
}
