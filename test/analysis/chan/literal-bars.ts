import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

const firstDay = 16_000;

/** Daily bars from `[high, low]` pairs; they open at the low and close at the high. */
export function barsOf(ranges: readonly (readonly [number, number])[]): BarColumns {
  const bars = allocateBars(ranges.length);
  for (const [index, [high, low]] of ranges.entries()) {
    bars.time[index] = firstDay + index;
    bars.open[index] = low;
    bars.high[index] = high;
    bars.low[index] = low;
    bars.close[index] = high;
    bars.volume[index] = 100;
  }
  return bars;
}

/** Bars of height 1 that run from turn to turn in `steps` equal steps: as many strokes as there are pairs of turns, when steps ≥ 4. */
export function zigzag(turns: readonly number[], steps = 5): BarColumns {
  const middles = turns.flatMap((turn, at) => {
    const next = turns[at + 1];
    return next === undefined ? [turn] : Array.from({ length: steps }, (_, step) => turn + ((next - turn) * step) / steps);
  });
  return barsOf(middles.map((middle) => [middle + 0.5, middle - 0.5]));
}
