import { AppError } from '../../shared/app-error.ts';
import { dayText } from '../../shared/day-text.ts';
import { industryHeat, type HeatMetric } from './industry-heat.ts';
import { dayIndex, type RankTable } from './rank-table.ts';

interface IndustryRankChange {
  readonly industry: string;
  readonly rank: number;
  readonly value: number;
  /** Null for an industry that had no ranked member on the earlier date. */
  readonly previousRank: number | null;
  /** Places gained; null for a new entry. */
  readonly change: number | null;
}

interface IndustryRankChanges {
  readonly rows: readonly IndustryRankChange[];
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly entered: number;
}

/** The industries ranked by heat, and how their places moved against the `back`-th earlier date. */
export function industryRankChanges(
  table: RankTable,
  options: { readonly date?: string; readonly back: number; readonly exponent: number; readonly sortBy: HeatMetric },
): IndustryRankChanges {
  const { back, exponent, sortBy } = options;
  const today = dayIndex(table, options.date);
  if (!Number.isInteger(back) || back < 1 || back > today) {
    throw new AppError('universe.value', { field: 'back', value: back, allowed: `1–${today}` });
  }
  const earlierDate = dayText(table.dates[today - back] as number);
  const earlier = new Map(industryHeat(table, { date: earlierDate, exponent, sortBy }).map(({ industry }, index) => [industry, index + 1]));
  const rows = industryHeat(table, { ...options, exponent, sortBy }).map((row, index): IndustryRankChange => {
    const previousRank = earlier.get(row.industry) ?? null;
    return { industry: row.industry, rank: index + 1, value: row[sortBy], previousRank, change: previousRank === null ? null : previousRank - index - 1 };
  });
  const count = (test: (change: number | null) => boolean): number => rows.filter(({ change }) => test(change)).length;
  return {
    rows,
    up: count((change) => change !== null && change > 0),
    down: count((change) => change !== null && change < 0),
    same: count((change) => change === 0),
    entered: count((change) => change === null),
  };
}
