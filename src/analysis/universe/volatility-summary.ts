import { dayIndex, lastDays, type DailyFacts } from './rank-table.ts';

interface VolatilitySummary {
  /** Mean volatility (14-bar average true range in percent of the close) over the symbols that moved, oldest first; null on a day without any. */
  readonly days: readonly { readonly date: number; readonly mean: number | null; readonly symbols: number }[];
  /** Today against the day before; null where one of them is missing. */
  readonly direction: 'up' | 'down' | 'flat' | null;
}

/** How much the market moved on each of the last dates (three by custom). */
export function volatilitySummary(facts: DailyFacts, options: { readonly date?: string; readonly period: number }): VolatilitySummary {
  const width = facts.symbols.length;
  const days = lastDays(dayIndex(facts, options.date), options.period).map((day) => {
    let sum = 0;
    let symbols = 0;
    for (let at = day * width; at < (day + 1) * width; at += 1) {
      const value = facts.volatility[at] as number;
      if (!(value > 0)) continue;
      sum += value;
      symbols += 1;
    }
    return { date: facts.dates[day] as number, mean: symbols > 0 ? sum / symbols : null, symbols };
  });
  const today = days.at(-1)?.mean ?? null;
  const before = days.at(-2)?.mean ?? null;
  if (today === null || before === null) return { days, direction: null };
  return { days, direction: today > before ? 'up' : today < before ? 'down' : 'flat' };
}
