import { AppError } from '../../shared/app-error.ts';
import { passesBoard, type BoardFilter } from './board-filter.ts';
import { dayIndex, lastDays, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';

interface HotSpotOptions {
  readonly date?: string;
  /** Number of dates looked at. */
  readonly period: number;
  /** How many top ranks count, stated for a universe of 5,500. */
  readonly maxCount: number;
  readonly board: BoardFilter;
}

interface HotSpot {
  readonly symbol: string;
  /** Days of the period among the top ranks, today's included. */
  readonly days: number;
  readonly latestRank: number;
  /** Rank on each date of the period, oldest first; null where not ranked. */
  readonly ranks: readonly (number | null)[];
}

interface HotSpots {
  readonly spots: readonly HotSpot[];
  /** Industries of the hot spots with their counts, most frequent first, at most ten. */
  readonly industries: readonly { readonly industry: string; readonly count: number }[];
  /** The number of top ranks in this universe. */
  readonly effectiveMaxCount: number;
}

/**
 * Symbols among the top ranks today that were there on at least one more day of the period: most days first, then today's rank.
 * Ranks are those of the whole universe; the board filter only chooses who is listed.
 */
export function hotSpots(table: RankTable, options: HotSpotOptions): HotSpots {
  const { period, maxCount, board } = options;
  if (!(maxCount >= 1)) throw new AppError('universe.value', { field: 'maxCount', value: maxCount, allowed: '≥ 1' });
  const today = dayIndex(table, options.date);
  const days = lastDays(today, period);
  const width = table.symbols.length;
  const top = scaledCount(maxCount, width);
  const spots: HotSpot[] = [];
  const industryCounts = new Map<string, number>();
  const first = table.starts[today] as number;
  const last = Math.min(first + top, table.starts[today + 1] as number);
  for (let place = first; place < last; place += 1) {
    const index = table.order[place] as number;
    const symbol = table.symbols[index] ?? '';
    if (!passesBoard(symbol, board)) continue;
    const ranks = days.map((day) => table.rank[day * width + index] || null);
    const hits = ranks.filter((rank) => rank !== null && rank <= top).length;
    if (hits < 2) continue;
    spots.push({ symbol, days: hits, latestRank: place - first + 1, ranks });
    const industry = table.industries[table.industryOf[index] ?? -1];
    if (industry !== undefined) industryCounts.set(industry, (industryCounts.get(industry) ?? 0) + 1);
  }
  spots.sort((a, b) => b.days - a.days || a.latestRank - b.latestRank);
  const industries = [...industryCounts]
    .map(([industry, count]) => ({ industry, count }))
    .sort((a, b) => b.count - a.count || (a.industry < b.industry ? -1 : 1))
    .slice(0, 10);
  return { spots, industries, effectiveMaxCount: top };
}
