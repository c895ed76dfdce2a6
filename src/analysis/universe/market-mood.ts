import { dayIndex, rankedCount, type RankTable } from './rank-table.ts';

type MoodState = 'attack' | 'structural' | 'neutral' | 'ice';

interface MarketMood {
  readonly state: MoodState;
  readonly date: number;
  readonly ranked: number;
  readonly advancing: number;
  readonly declining: number;
  readonly unchanged: number;
  /** Percent of the ranked symbols whose metric reaches `strongFrom`. */
  readonly strongShare: number;
  readonly strongFrom: number;
  /** Mean metric of the ranked symbols. */
  readonly meanMetric: number;
  readonly medianChange: number | null;
}

/**
 * The mood of the market by the share of strong symbols: at least 5 % an attack day, at least 2 % a structural one, at most 1 % ice,
 * between those neutral. `strongFrom` is a level of the metric (85 for the score), not a percentile: a percentile's share never moves.
 */
export function marketMood(table: RankTable, options: { readonly date?: string; readonly strongFrom: number }): MarketMood {
  const day = dayIndex(table, options.date);
  const width = table.symbols.length;
  const ranked = rankedCount(table, day);
  let [advancing, declining, unchanged, strong, sum] = [0, 0, 0, 0, 0];
  const changes: number[] = [];
  for (let place = table.starts[day] as number; place < (table.starts[day + 1] as number); place += 1) {
    const at = day * width + (table.order[place] as number);
    const metric = table.metric[at] as number;
    const change = table.change[at] as number;
    sum += metric;
    if (metric >= options.strongFrom) strong += 1;
    if (Number.isNaN(change)) continue;
    changes.push(change);
    if (change > 0) advancing += 1;
    else if (change < 0) declining += 1;
    else unchanged += 1;
  }
  const strongShare = ranked > 0 ? (strong / ranked) * 100 : 0;
  const state = strongShare >= 5 ? 'attack' : strongShare >= 2 ? 'structural' : strongShare <= 1 ? 'ice' : 'neutral';
  changes.sort((a, b) => a - b);
  const middle = changes.length >>> 1;
  const medianChange = changes.length === 0 ? null : changes.length % 2 === 1 ? (changes[middle] ?? null) : ((changes[middle - 1] ?? 0) + (changes[middle] ?? 0)) / 2;
  return {
    state,
    date: table.dates[day] as number,
    ranked,
    advancing,
    declining,
    unchanged,
    strongShare,
    strongFrom: options.strongFrom,
    meanMetric: ranked > 0 ? sum / ranked : 0,
    medianChange,
  };
}
