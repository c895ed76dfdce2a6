import type { BarColumns } from '../../shared/bars.ts';

/** Returns by date, dates rising; what relative figures such as beta are measured against. */
export interface DatedReturns {
  readonly time: Float64Array;
  readonly value: Float64Array;
}

/** The equal-weight index: on each date the mean simple return (from its own previous bar) of every series that has a bar on it. */
export function equalWeightReturns(series: Iterable<Pick<BarColumns, 'time' | 'close'>>): DatedReturns {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { time, close } of series) {
    for (let i = 1; i < time.length; i++) {
      const change = (close[i] as number) / (close[i - 1] as number) - 1;
      if (!Number.isFinite(change)) continue;
      const day = sums.get(time[i] as number);
      if (day === undefined) sums.set(time[i] as number, { sum: change, count: 1 });
      else {
        day.sum += change;
        day.count += 1;
      }
    }
  }
  const days = [...sums].sort(([a], [b]) => a - b);
  return { time: Float64Array.from(days, ([date]) => date), value: Float64Array.from(days, ([, day]) => day.sum / day.count) };
}
