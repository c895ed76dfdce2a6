import { AppError } from '../../shared/app-error.ts';
import { dayIndex, lastDays, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';
import type { SymbolSignals } from './signals.ts';

/**
 * Four means over an industry's members in rank order, the i-th (from 0) weighted `decay^i`, so that the leaders decide. They share
 * letters with the heat table elsewhere, so they carry names here. Null where no member has the fact.
 */
interface IndustryMeans {
  readonly metric: number | null;
  readonly change: number | null;
  readonly turnover: number | null;
  readonly relativeVolume: number | null;
}

interface IndustryMember {
  readonly symbol: string;
  readonly rank: number;
  readonly metric: number;
  readonly change: number | null;
  readonly turnover: number | null;
  readonly signals: SymbolSignals | null;
}

export interface IndustryDetail {
  readonly industry: string;
  readonly members: readonly IndustryMember[];
  readonly means: IndustryMeans;
  readonly averageRank: number | null;
  /** Members within the top 100, 500 and 1,000 of a universe of 5,500, scaled to this one. */
  readonly inTop: { readonly top100: number; readonly top500: number; readonly top1000: number };
  readonly hot: number;
  readonly jumps: number;
  readonly steady: number;
  /** Members with at least two signals. */
  readonly multiSignal: number;
  readonly meanStrength: number | null;
  /** The means and the average rank on each of the last dates, oldest first. */
  readonly trend: readonly { readonly date: number; readonly means: IndustryMeans; readonly averageRank: number | null; readonly count: number }[];
}

const memberSorts = ['rank', 'metric', 'change', 'turnover', 'signal', 'signalCount'] as const;
type MemberSort = (typeof memberSorts)[number];

const decay = 0.618;

/** Everything about one industry on a date. Throws for an industry that does not exist, naming those that do. */
export function industryDetail(
  table: RankTable,
  options: {
    readonly industry: string;
    readonly date?: string;
    readonly trendDays: number;
    readonly sortBy: MemberSort;
    /** Signals of the date by symbol index. */
    readonly signals: ReadonlyMap<number, SymbolSignals>;
  },
): IndustryDetail {
  const { industry, signals } = options;
  const wanted = industryIndex(table, industry);
  const today = dayIndex(table, options.date);
  const width = table.symbols.length;
  const ordered = membersOn(table, today, wanted);
  const ranks = ordered.map((symbol) => table.rank[today * width + symbol] as number);
  const members = ordered
    .map((symbol, index): IndustryMember => {
      const at = today * width + symbol;
      return {
        symbol: table.symbols[symbol] ?? '',
        rank: ranks[index] ?? 0,
        metric: table.metric[at] as number,
        change: known(table.change[at]),
        turnover: known(table.turnover[at]),
        signals: signals.get(symbol) ?? null,
      };
    })
    .sort(memberOrder[options.sortBy]);
  const fired = ordered.flatMap((symbol) => signals.get(symbol) ?? []);
  const within = (top: number): number => ranks.filter((rank) => rank <= scaledCount(top, width)).length;
  const having = (code: string): number => fired.filter(({ rows }) => rows.some((row) => row.code === code && row.contribution > 0)).length;
  return {
    industry,
    members,
    means: weightedMeans(table, today, ordered),
    averageRank: mean(ranks),
    inTop: { top100: within(100), top500: within(500), top1000: within(1000) },
    hot: having('signal.hot'),
    jumps: having('signal.jump'),
    steady: having('signal.steady'),
    multiSignal: fired.filter(({ count }) => count >= 2).length,
    meanStrength: mean(fired.map(({ strength }) => strength)),
    trend: lastDays(today, Math.min(options.trendDays, today + 1)).map((day) => {
      const then = membersOn(table, day, wanted);
      const averageRank = mean(then.map((symbol) => table.rank[day * width + symbol] as number));
      return { date: table.dates[day] as number, means: weightedMeans(table, day, then), averageRank, count: then.length };
    }),
  };
}

/** Two to five industries side by side. */
export function compareIndustries(
  table: RankTable,
  options: { readonly industries: readonly string[]; readonly date?: string; readonly trendDays: number; readonly signals: ReadonlyMap<number, SymbolSignals> },
): IndustryDetail[] {
  const { industries, ...rest } = options;
  if (industries.length < 2 || industries.length > 5 || new Set(industries).size !== industries.length) {
    throw new AppError('universe.value', { field: 'industries', value: industries.join(', '), allowed: '2–5' });
  }
  return industries.map((industry) => industryDetail(table, { ...rest, industry, sortBy: 'rank' }));
}

/** The index of an industry by name. */
function industryIndex(table: Pick<RankTable, 'industries'>, industry: string): number {
  const index = table.industries.indexOf(industry);
  if (index < 0) throw new AppError('universe.industry', { value: industry, allowed: table.industries.join(', ') });
  return index;
}

function membersOn(table: RankTable, day: number, industry: number): number[] {
  const found: number[] = [];
  for (let place = table.starts[day] as number; place < (table.starts[day + 1] as number); place += 1) {
    const symbol = table.order[place] as number;
    if (table.industryOf[symbol] === industry) found.push(symbol);
  }
  return found;
}

function weightedMeans(table: RankTable, day: number, members: readonly number[]): IndustryMeans {
  const base = day * table.symbols.length;
  const over = (column: Float64Array): number | null => {
    let sum = 0;
    let weights = 0;
    for (const [index, symbol] of members.entries()) {
      const found = column[base + symbol] as number;
      if (Number.isNaN(found)) continue;
      const weight = decay ** index;
      sum += found * weight;
      weights += weight;
    }
    return weights > 0 ? sum / weights : null;
  };
  return { metric: over(table.metric), change: over(table.change), turnover: over(table.turnover), relativeVolume: over(table.relativeVolume) };
}

const byRank = (a: IndustryMember, b: IndustryMember): number => a.rank - b.rank;
const larger = (pick: (member: IndustryMember) => number | null) => (a: IndustryMember, b: IndustryMember) =>
  (pick(b) ?? -Number.MAX_VALUE) - (pick(a) ?? -Number.MAX_VALUE) || byRank(a, b);
const strength = (member: IndustryMember): number => member.signals?.strength ?? 0;
const count = (member: IndustryMember): number => member.signals?.count ?? 0;

const memberOrder: Readonly<Record<MemberSort, (a: IndustryMember, b: IndustryMember) => number>> = {
  rank: byRank,
  metric: larger(({ metric }) => metric),
  change: larger(({ change }) => change),
  turnover: larger(({ turnover }) => turnover),
  signal: (a, b) => strength(b) - strength(a) || count(b) - count(a) || byRank(a, b),
  signalCount: (a, b) => count(b) - count(a) || strength(b) - strength(a) || byRank(a, b),
};

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
