import { formatTradingDate, type TradingDate } from '../../shared/time.ts';
import { industryHeat, type HeatMetric } from './industry-heat.ts';
import { dayIndex, lastDays, type RankTable } from './rank-table.ts';

interface IndustrySeries {
  readonly industry: string;
  /** Rank and value on each date, oldest first; null where the industry had no ranked member. */
  readonly days: readonly { readonly date: number; readonly rank: number | null; readonly value: number | null }[];
}

/** The `limit` hottest industries of a date, followed back over `days` dates. */
export function industrySeries(
  table: RankTable,
  options: { readonly date?: string; readonly days: number; readonly limit: number; readonly exponent: number; readonly sortBy: HeatMetric },
): IndustrySeries[] {
  const { sortBy, exponent } = options;
  const byDay = lastDays(dayIndex(table, options.date), options.days).map((day) => {
    const date = table.dates[day] as TradingDate;
    const rows = industryHeat(table, { date: formatTradingDate(date), exponent, sortBy });
    return { date, rows, places: new Map(rows.map((row, index) => [row.industry, { rank: index + 1, value: row[sortBy] }])) };
  });
  const today = byDay.at(-1)?.rows.slice(0, options.limit) ?? [];
  return today.map(({ industry }) => ({
    industry,
    days: byDay.map(({ date, places }) => ({ date, rank: places.get(industry)?.rank ?? null, value: places.get(industry)?.value ?? null })),
  }));
}
