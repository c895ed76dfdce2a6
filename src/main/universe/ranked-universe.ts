import { analyzeUniverse, usualDays, type UniverseAnalysis } from '../../analysis/universe/analyze-universe.ts';
import { rankedCount } from '../../analysis/universe/rank-table.ts';
import { defaultSignalSettings, type SignalSettings } from '../../analysis/universe/signals.ts';
import type { RankRow, UniverseHeader } from '../../shared/contract/universe-figures.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { formatTradingDate } from '../../shared/time.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { LoadedUniverse, UniverseLoader, UniverseScope } from './load-universe.ts';

/** A universe with its ranks, models and signals. */
export interface RankedUniverse extends LoadedUniverse, UniverseAnalysis {
  readonly header: UniverseHeader;
  /** The name of the `symbol`-th symbol in the workspace's language, else in the other. */
  nameOf(symbol: number): string | null;
}

interface RankOptions {
  readonly metric: string;
  /** Dates to be ranked. */
  readonly days?: number;
  readonly settings?: SignalSettings;
  readonly longWindow?: 10 | 21;
  /** Whether the bars' opens are wanted too. */
  readonly withOpen?: boolean;
  /** Bars to have before the first ranked date; the averages of the score reach back a thousand. */
  readonly before?: number;
}

/** Bars behind the first ranked date at which the score no longer changes in its last digit. */
export const scoreBars = 1_040;

/** Ranks a universe, remembering the last few: a page asks for one date in several ways. */
export function createRanker(loader: UniverseLoader, language: () => Language): (scope: UniverseScope, options: RankOptions) => RankedUniverse {
  const remembered = new Map<string, { readonly columns: Float64Array; readonly ranked: RankedUniverse }>();
  return ({ asOf, knownOn, market, scheme }, { metric, days = usualDays, settings = defaultSignalSettings, longWindow = 21, before = scoreBars, withOpen = false }) => {
    const loaded = loader.load({ asOf, knownOn, market, scheme }, before + days, withOpen);
    const key = JSON.stringify([asOf, knownOn, market, scheme, metric, days, settings, longWindow, before]);
    const known = remembered.get(key);
    // The same columns in memory are the same data.
    if (known !== undefined && known.columns === loaded.frame.bars.time) return known.ranked;
    const analysis = analyzeUniverse(loaded.frame, { days, metric, settings, longWindow });
    const nameOf = (symbol: number): string | null => {
      const { nameEn = null, nameZh = null } = loaded.instruments[symbol] ?? {};
      return language() === 'zh' ? (nameZh ?? nameEn) : (nameEn ?? nameZh);
    };
    const ranked = { ...loaded, ...analysis, nameOf, header: headerOf(loaded, rankedCount(analysis.table, analysis.table.dates.length - 1)) };
    remembered.delete(key);
    for (const [old, { columns }] of remembered) if (columns !== loaded.frame.bars.time || remembered.size >= mostRemembered) remembered.delete(old);
    remembered.set(key, { columns: loaded.frame.bars.time, ranked });
    return ranked;
  };
}

const mostRemembered = 3;

/** What an answer about a universe says of its data. */
export function headerOf({ frame, date, series, scheme, refused }: LoadedUniverse, ranked: number): UniverseHeader {
  const sources = new Map<string, number>();
  for (const { source } of series) sources.set(source, (sources.get(source) ?? 0) + 1);
  const bases = new Set(series.map(({ basis }) => basis));
  return {
    symbol: null,
    asOf: formatTradingDate(date),
    source: [...sources].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3).map(([source]) => source).join(', '),
    basis: bases.size === 1 ? ([...bases][0] ?? '') : 'mixed',
    bars: frame.ends.reduce((sum, end, symbol) => sum + Math.max(0, end - (frame.starts[symbol] ?? 0)), 0),
    symbols: frame.symbols.length,
    ranked,
    scheme,
    membership: frame.membership,
    failures: refused,
  };
}

/** Everything about the `symbol`-th symbol on the last date. */
export function rankRow({ table, models, signals, nameOf }: RankedUniverse, symbol: number): RankRow {
  const width = table.symbols.length;
  const today = table.dates.length - 1;
  const at = today * width + symbol;
  return {
    symbol: table.symbols[symbol] ?? '',
    name: nameOf(symbol),
    industry: table.industries[table.industryOf[symbol] ?? -1] ?? null,
    rank: table.rank[at] ?? 0,
    previousRank: today > 0 ? table.rank[at - width] || null : null,
    metric: table.metric[at] ?? NaN,
    score: finiteOrNull(models.score[at]),
    risk: models.risk[symbol]?.total ?? null,
    close: finiteOrNull(table.close[at]),
    change: finiteOrNull(table.change[at]),
    amount: finiteOrNull(table.amount[at]),
    turnover: finiteOrNull(table.turnover[at]),
    volatility: finiteOrNull(table.volatility[at]),
    relativeVolume: finiteOrNull(table.relativeVolume[at]),
    signalStrength: signals.get(symbol)?.strength ?? null,
    signalCount: signals.get(symbol)?.count ?? null,
  };
}

/** The ranked symbols of the last date in rank order, by index. */
export function rankedSymbols({ table }: Pick<RankedUniverse, 'table'>): readonly number[] {
  const today = table.dates.length - 1;
  return [...table.order.subarray(table.starts[today], table.starts[today + 1])];
}
