import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';

/** Daily bars from closes: open at the close before, high and low one percent outside unless given. */
export function barsOf(
  closes: readonly number[],
  given: { readonly high?: readonly number[]; readonly low?: readonly number[]; readonly open?: readonly number[]; readonly volume?: readonly number[] } = {},
): BarColumns {
  const bars = allocateBars(closes.length);
  for (const [index, close] of closes.entries()) {
    bars.time[index] = 17_000 + index;
    bars.close[index] = close;
    bars.open[index] = given.open?.[index] ?? closes[index - 1] ?? close;
    bars.high[index] = given.high?.[index] ?? Math.max(close, bars.open[index] ?? close) * 1.01;
    bars.low[index] = given.low?.[index] ?? Math.min(close, bars.open[index] ?? close) * 0.99;
    bars.volume[index] = given.volume?.[index] ?? 1000;
  }
  return bars;
}

/** A series that goes up by `step` a bar with a small wave on it, so that nothing is flat. */
export function wavyCloses(length: number, start: number, step: number): number[] {
  return Array.from({ length }, (_, index) => start + index * step + Math.sin(index * 1.7) * start * 0.01);
}

export function scaled(bars: BarColumns, factor: number): BarColumns {
  const times = (column: Float64Array): Float64Array => column.map((value) => value * factor);
  return { ...bars, open: times(bars.open), high: times(bars.high), low: times(bars.low), close: times(bars.close) };
}
