import { AppError } from '../../shared/app-error.ts';
import { dayIndex, rankedCount, type RankTable } from './rank-table.ts';

const heatMetrics = ['rankHeat', 'meanRankHeat', 'metricSum', 'metricMean'] as const;
export type HeatMetric = (typeof heatMetrics)[number];

/** The heat of one industry on one date; the letters are those of the usual tables. */
interface IndustryHeat {
  readonly industry: string;
  readonly count: number;
  /** Percent of the ranked universe. */
  readonly percentage: number;
  /** B1: sum of 1 ÷ rank^k. */
  readonly rankHeat: number;
  /** B2: B1 ÷ members. */
  readonly meanRankHeat: number;
  /** C1: sum of the ranked metric. */
  readonly metricSum: number;
  /** C2: C1 ÷ members. */
  readonly metricMean: number;
}

/** Weighted heat of every industry over all ranked symbols of a date, hottest by `sortBy` first. `exponent` is 0.3 to 2. */
export function industryHeat(
  table: RankTable,
  options: { readonly date?: string; readonly exponent: number; readonly sortBy: HeatMetric },
): IndustryHeat[] {
  const { exponent, sortBy } = options;
  if (!(exponent >= 0.3 && exponent <= 2)) throw new AppError('universe.value', { field: 'exponent', value: exponent, allowed: '0.3–2' });
  const day = dayIndex(table, options.date);
  const width = table.symbols.length;
  const first = table.starts[day] as number;
  const total = rankedCount(table, day);
  const counts = new Int32Array(table.industries.length);
  const heat = new Float64Array(table.industries.length);
  const metric = new Float64Array(table.industries.length);
  for (let place = 0; place < total; place += 1) {
    const symbol = table.order[first + place] as number;
    const industry = table.industryOf[symbol] as number;
    if (industry < 0) continue;
    counts[industry] = (counts[industry] as number) + 1;
    heat[industry] = (heat[industry] as number) + (place + 1) ** -exponent;
    metric[industry] = (metric[industry] as number) + (table.metric[day * width + symbol] as number);
  }
  return table.industries
    .map((industry, index): IndustryHeat => {
      const count = counts[index] as number;
      const rankHeat = heat[index] as number;
      const metricSum = metric[index] as number;
      return { industry, count, percentage: (count / total) * 100, rankHeat, meanRankHeat: rankHeat / count, metricSum, metricMean: metricSum / count };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b[sortBy] - a[sortBy] || (a.industry < b.industry ? -1 : 1));
}
