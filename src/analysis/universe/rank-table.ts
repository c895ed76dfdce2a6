import { AppError } from '../../shared/app-error.ts';
import { dayText } from '../../shared/day-text.ts';
import { parseTradingDate } from '../../shared/time.ts';

/** Facts of every symbol on every date, as matrices: the value of symbol `s` on date `d` is at `d * symbols.length + s`; NaN is missing. */
export interface DailyFacts {
  readonly symbols: readonly string[];
  /** Ascending `TradingDate` values. */
  readonly dates: Float64Array;
  /** Industry names in code-point order. */
  readonly industries: readonly string[];
  /** Index into `industries` by symbol, -1 where unknown. */
  readonly industryOf: Int16Array;
  readonly close: Float64Array;
  /** Change against the symbol's previous bar, percent. */
  readonly change: Float64Array;
  /** Traded value in currency. */
  readonly amount: Float64Array;
  /** Turnover, percent of free float. */
  readonly turnover: Float64Array;
  /** Mean of the last 14 true ranges in percent of the close. */
  readonly volatility: Float64Array;
  /** Volume against its mean of 20 bars. */
  readonly relativeVolume: Float64Array;
}

/** Daily facts and a strict order of the symbols on each date: no two symbols share a rank. */
export interface RankTable extends DailyFacts {
  /** What was ranked, higher first. */
  readonly metric: Float64Array;
  /** Rank from 1, 0 where the metric is missing; a matrix like the facts. */
  readonly rank: Int32Array;
  /** Symbols of date `d` in rank order: `order[starts[d] + rank - 1]`. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Ranks every date by the metric, then by traded value, then by symbol, so that ties cannot occur. */
export function rankTable(facts: DailyFacts, metric: Float64Array): RankTable {
  const width = facts.symbols.length;
  const days = facts.dates.length;
  const byCode = Int32Array.from(facts.symbols.keys()).sort((a, b) => ((facts.symbols[a] ?? '') < (facts.symbols[b] ?? '') ? -1 : 1));
  const rank = new Int32Array(days * width);
  const order = new Int32Array(days * width);
  const starts = new Int32Array(days + 1);
  let filled = 0;
  for (let day = 0; day < days; day += 1) {
    const base = day * width;
    const first = filled;
    for (const symbol of byCode) {
      if (!Number.isNaN(metric[base + symbol])) order[filled++] = symbol;
    }
    // The sort is stable, so symbols that agree in everything stay in code order.
    order.subarray(first, filled).sort((a, b) => {
      const difference = (metric[base + b] as number) - (metric[base + a] as number);
      return difference !== 0 ? difference : value(facts.amount, base + b) - value(facts.amount, base + a);
    });
    for (let place = first; place < filled; place += 1) rank[base + (order[place] as number)] = place - first + 1;
    starts[day + 1] = filled;
  }
  return { ...facts, metric, rank, order: order.slice(0, filled), starts };
}

function value(column: Float64Array, index: number): number {
  const found = column[index] as number;
  return Number.isNaN(found) ? 0 : found;
}

/** How many symbols are ranked on date `day`. */
export function rankedCount(table: RankTable, day: number): number {
  return (table.starts[day + 1] ?? 0) - (table.starts[day] ?? 0);
}

/** The index of a date given as ISO text, the newest without one. Throws for an empty table and for a date that is not in it. */
export function dayIndex(table: DailyFacts, date?: string): number {
  const last = table.dates.length - 1;
  if (last < 0 || table.symbols.length === 0) throw new AppError('universe.empty');
  if (date === undefined) return last;
  const index = table.dates.indexOf(parseTradingDate(date) ?? NaN);
  if (index >= 0) return index;
  throw new AppError('universe.date', { value: date, from: dayText(table.dates[0] ?? 0), to: dayText(table.dates[last] ?? 0) });
}

/** The last `period` day indexes up to `day`, oldest first. Throws when the table does not reach back so far. */
export function lastDays(day: number, period: number): number[] {
  if (!Number.isInteger(period) || period < 1 || period > day + 1) {
    throw new AppError('universe.value', { field: 'period', value: period, allowed: `1–${day + 1}` });
  }
  return Array.from({ length: period }, (_, index) => day - period + 1 + index);
}
