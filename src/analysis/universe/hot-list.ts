import { dayIndex, lastDays, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';

/** Tiers of top ranks, stated for a universe of 5,500. */
export const hotTiers = [100, 200, 400, 600, 800, 1000, 2000, 3000] as const;
export type HotTier = (typeof hotTiers)[number];

export interface HotEntry {
  /** Index of the symbol in the table. */
  readonly symbolIndex: number;
  readonly latestRank: number;
  /** Days of the period within the widest tier. */
  readonly totalHits: number;
  /** Days within each tier, in the order of `hotTiers`. */
  readonly tierHits: readonly number[];
  /** The narrowest tier that holds today's rank and was reached on at least two days; null where there is none. */
  readonly label: { readonly tier: HotTier; readonly hits: number } | null;
}

/** The symbols within the widest tier today, by rank, with how often each tier was reached over the period (14 dates by custom). */
export function hotList(table: RankTable, options: { readonly date?: string; readonly period: number }): HotEntry[] {
  const today = dayIndex(table, options.date);
  const days = lastDays(today, options.period);
  const width = table.symbols.length;
  const limits = hotTiers.map((tier) => scaledCount(tier, width));
  const widest = limits.at(-1) ?? 0;
  const entries: HotEntry[] = [];
  const first = table.starts[today] as number;
  const last = Math.min(first + widest, table.starts[today + 1] as number);
  for (let place = first; place < last; place += 1) {
    const symbolIndex = table.order[place] as number;
    const latestRank = place - first + 1;
    const tierHits = limits.map((limit) =>
      days.reduce((hits, day) => {
        const rank = table.rank[day * width + symbolIndex] as number;
        return rank > 0 && rank <= limit ? hits + 1 : hits;
      }, 0),
    );
    const labelled = hotTiers.findIndex((_, tier) => (limits[tier] ?? 0) >= latestRank && (tierHits[tier] ?? 0) >= 2);
    const tier = hotTiers[labelled];
    entries.push({
      symbolIndex,
      latestRank,
      totalHits: tierHits.at(-1) ?? 0,
      tierHits,
      label: tier === undefined ? null : { tier, hits: tierHits[labelled] ?? 0 },
    });
  }
  return entries;
}
