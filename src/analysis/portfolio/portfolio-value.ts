import type { BarColumns } from '../../shared/bars.ts';

export interface WeightedSeries {
  readonly weight: number;
  readonly bars: Pick<BarColumns, 'time' | 'close'>;
}

/** The unit value of a portfolio, 1 on the first date, on the dates on which every member has a close. */
export interface PortfolioValue {
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** Dates of the longest member that were left out because another had no bar. */
  readonly skipped: number;
}

/** Follows holdings bought by weight on the first common date and then left alone. Weights are brought to a sum of 1. */
export function portfolioValue(members: readonly WeightedSeries[]): PortfolioValue {
  const counts = new Map<number, number>();
  for (const { bars } of members) for (const date of bars.time) counts.set(date, (counts.get(date) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count === members.length).map(([date]) => date);
  const time = Float64Array.from(common).sort();
  const value = new Float64Array(time.length);
  const sum = members.reduce((total, { weight }) => total + weight, 0);
  for (const { weight, bars } of members) {
    let row = 0;
    let first = NaN;
    for (let day = 0; day < time.length; day += 1) {
      while (bars.time[row] !== time[day]) row += 1;
      const close = bars.close[row] as number;
      if (day === 0) first = close;
      value[day] = (value[day] as number) + ((weight / sum) * close) / first;
    }
  }
  return { time, value, skipped: counts.size - time.length };
}
