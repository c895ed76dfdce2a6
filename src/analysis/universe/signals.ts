import { finiteOrNull } from '../../shared/finite-or-null.ts';
import type { ExplanationRow } from '../models/explanation.ts';
import { hotList, hotTiers, type HotEntry, type HotTier } from './hot-list.ts';
import { dayIndex, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';

export const signalKinds = ['hot', 'jump', 'volatility', 'steady', 'price', 'turnover', 'needle'] as const;
export type SignalKind = (typeof signalKinds)[number];

/** What the signal panel lets a user set. Ranks are stated for a universe of 5,500. */
export interface SignalSettings {
  readonly weights: Readonly<Record<SignalKind, number>>;
  /** `frequent` counts how often a symbol was at the top over 14 dates, `instant` looks at today's rank alone. */
  readonly hotMode: 'frequent' | 'instant';
  readonly tierMultipliers: Readonly<Record<HotTier, number>>;
  readonly jumpFull: number;
  readonly jumpPartial: number;
  readonly steadyFullDays: number;
  readonly steadyPartialDays: number;
  readonly priceChangePercent: number;
  readonly turnoverPercent: number;
  readonly volatilityFullPercent: number;
  readonly volatilityPartialPercent: number;
  /** Least needle score that counts. */
  readonly needleScore: number;
}

export const defaultSignalSettings: SignalSettings = {
  weights: { hot: 0.25, jump: 0.2, volatility: 0.2, steady: 0.15, price: 0.1, turnover: 0.1, needle: 0.2 },
  hotMode: 'frequent',
  tierMultipliers: { 100: 1.5, 200: 1.3, 400: 1.2, 600: 1, 800: 0.9, 1000: 0.8, 2000: 0.6, 3000: 0.5 },
  jumpFull: 1500,
  jumpPartial: 1000,
  steadyFullDays: 5,
  steadyPartialDays: 3,
  priceChangePercent: 5,
  turnoverPercent: 10,
  volatilityFullPercent: 100,
  volatilityPartialPercent: 10,
  needleScore: 30,
};

/** Steeper multipliers that favour the very top. */
export const steepTierMultipliers: SignalSettings['tierMultipliers'] = { 100: 2, 200: 1.5, 400: 1.2, 600: 1, 800: 0.8, 1000: 0.5, 2000: 0.3, 3000: 0.2 };

export interface SymbolSignals {
  readonly symbol: string;
  readonly rank: number;
  /** 0..1. */
  readonly strength: number;
  /** Signals that fired. */
  readonly count: number;
  /** One row per kind; `input` is null where the data for it are missing. */
  readonly rows: readonly ExplanationRow[];
}

/** Dates over which the hot list counts. */
const hotDays = 14;

/**
 * The signals of every ranked symbol on a date, strongest first, by symbol index. `needleScores` gives the needle score by symbol index,
 * NaN where the lines do not apply and 0 where there is no needle.
 */
export function signals(
  table: RankTable,
  options: { readonly date?: string; readonly settings: SignalSettings; readonly needleScores: Float64Array },
): Map<number, SymbolSignals> {
  const { settings, needleScores } = options;
  const day = dayIndex(table, options.date);
  const width = table.symbols.length;
  const hot = new Map<number, HotEntry>();
  for (const entry of hotList(table, { ...options, period: Math.min(hotDays, day + 1) })) hot.set(entry.symbolIndex, entry);
  const found: [number, SymbolSignals][] = [];
  for (let place = table.starts[day] as number; place < (table.starts[day + 1] as number); place += 1) {
    const symbol = table.order[place] as number;
    const rows = [
      hotRow(table, day, symbol, hot.get(symbol), settings),
      jumpRow(table, day, symbol, settings),
      volatilityRow(table, day, symbol, settings),
      steadyRow(table, day, symbol, settings),
      aboveRow('price', table.change[day * width + symbol], settings.priceChangePercent, settings.weights.price),
      aboveRow('turnover', table.turnover[day * width + symbol], settings.turnoverPercent, settings.weights.turnover),
      needleRow(needleScores[symbol], settings),
    ];
    let strength = 0;
    let count = 0;
    for (const { contribution } of rows) {
      strength += contribution;
      if (contribution > 0) count += 1;
    }
    const rank = place - (table.starts[day] as number) + 1;
    found.push([symbol, { symbol: table.symbols[symbol] ?? '', rank, strength: Math.min(1, strength), count, rows }]);
  }
  found.sort(([, a], [, b]) => b.strength - a.strength || b.count - a.count || a.rank - b.rank);
  return new Map(found);
}

/** Which of hot, jump and steady fired on each of the last dates, oldest first. */
export function signalHistory(
  table: RankTable,
  options: { readonly symbol: number; readonly date?: string; readonly days: number; readonly settings: SignalSettings },
): { readonly date: number; readonly hot: boolean; readonly jump: boolean; readonly steady: boolean }[] {
  const { symbol, settings } = options;
  const today = dayIndex(table, options.date);
  const history = [];
  for (let day = Math.max(0, today - options.days + 1); day <= today; day += 1) {
    const rank = table.rank[day * table.symbols.length + symbol] as number;
    history.push({
      date: table.dates[day] as number,
      hot: rank > 0 && rank <= scaledCount(100, table.symbols.length),
      jump: jumpRow(table, day, symbol, settings).contribution > 0,
      steady: steadyRow(table, day, symbol, settings).contribution > 0,
    });
  }
  return history;
}

function hotRow(table: RankTable, day: number, symbol: number, entry: HotEntry | undefined, settings: SignalSettings): ExplanationRow {
  const weight = settings.weights.hot;
  const rank = table.rank[day * table.symbols.length + symbol] as number;
  if (settings.hotMode === 'instant') {
    const full = scaledCount(100, table.symbols.length);
    const half = scaledCount(500, table.symbols.length);
    const contribution = rank <= full ? weight : rank <= half ? weight / 2 : 0;
    return { code: 'signal.hot', input: rank, threshold: half, contribution, maximum: weight };
  }
  const steepest = Math.max(...hotTiers.map((tier) => settings.tierMultipliers[tier]));
  const maximum = weight * steepest * 1.2;
  const label = entry?.label ?? null;
  if (label === null) return { code: 'signal.hot', input: 0, threshold: 2, contribution: 0, maximum };
  const often = label.hits >= 12 ? 1.2 : label.hits >= 10 ? 1.1 : label.hits >= 8 ? 1.05 : 1;
  return { code: 'signal.hot', input: label.hits, threshold: 2, contribution: weight * settings.tierMultipliers[label.tier] * often, maximum };
}

function jumpRow(table: RankTable, day: number, symbol: number, settings: SignalSettings): ExplanationRow {
  const width = table.symbols.length;
  const weight = settings.weights.jump;
  const full = scaledCount(settings.jumpFull, width);
  const partial = scaledCount(settings.jumpPartial, width);
  const now = table.rank[day * width + symbol] as number;
  const before = day > 0 ? (table.rank[(day - 1) * width + symbol] as number) : 0;
  const gain = now > 0 && before > 0 ? before - now : null;
  const contribution = gain === null ? 0 : gain >= full ? weight : gain >= partial ? weight * 0.6 : 0;
  return { code: 'signal.jump', input: gain, threshold: partial, contribution, maximum: weight };
}

function steadyRow(table: RankTable, day: number, symbol: number, settings: SignalSettings): ExplanationRow {
  const width = table.symbols.length;
  const weight = settings.weights.steady;
  let days = 0;
  for (let at = day; at > 0; at -= 1) {
    const now = table.rank[at * width + symbol] as number;
    const before = table.rank[(at - 1) * width + symbol] as number;
    if (!(now > 0 && before > 0 && now < before)) break;
    days += 1;
  }
  const contribution = days >= settings.steadyFullDays ? weight : days >= settings.steadyPartialDays ? weight * 0.6 : 0;
  return { code: 'signal.steady', input: days, threshold: settings.steadyPartialDays, contribution, maximum: weight };
}

function volatilityRow(table: RankTable, day: number, symbol: number, settings: SignalSettings): ExplanationRow {
  const width = table.symbols.length;
  const weight = settings.weights.volatility;
  const now = table.volatility[day * width + symbol] as number;
  const before = day > 0 ? (table.volatility[(day - 1) * width + symbol] as number) : NaN;
  const surge = before > 0 ? finiteOrNull((now / before - 1) * 100) : null;
  const { volatilityFullPercent: full, volatilityPartialPercent: partial } = settings;
  const contribution = surge === null ? 0 : surge >= full ? weight : surge >= partial ? weight * 0.6 : 0;
  return { code: 'signal.volatility', input: surge, threshold: partial, contribution, maximum: weight };
}

function needleRow(score: number | undefined, settings: SignalSettings): ExplanationRow {
  const weight = settings.weights.needle;
  const input = finiteOrNull(score);
  const contribution = input !== null && input >= settings.needleScore ? (weight * input) / 100 : 0;
  return { code: 'signal.needle', input, threshold: settings.needleScore, contribution, maximum: weight };
}

function aboveRow(kind: SignalKind, value: number | undefined, threshold: number, weight: number): ExplanationRow {
  const input = finiteOrNull(value);
  return { code: `signal.${kind}`, input, threshold, contribution: input !== null && input >= threshold ? weight : 0, maximum: weight };
}
