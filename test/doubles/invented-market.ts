import { createCalendar, type Calendar } from '../../src/shared/calendar/calendar.ts';
import type { CalendarTable } from '../../src/shared/calendar/calendar-table.ts';
import { dayMs, parseTradingDate, type TradingDate, type UtcMs } from '../../src/shared/time.ts';
import { dateAt } from '../../src/main/providers/date-at.ts';

/** Weekdays from 09:30 to 16:00 in New York, without holidays. */
export const weekdayTable: CalendarTable = {
  id: 'XNYS', mics: ['XNAS', 'US'], zone: 'America/New_York', weekdays: [1, 2, 3, 4, 5], sessions: [['09:30', '16:00']], note: 'invented', years: 'all',
};

export interface InventedBar {
  readonly date: TradingDate;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** An invented market whose every figure follows from symbol and day, so that what was stored can be held against it at any time. */
export class InventedMarket {
  readonly calendar: Calendar = createCalendar(weekdayTable);
  readonly listed: TradingDate;
  /** New shares per old and its day, by symbol: prices before are restated from that day on. */
  readonly splits = new Map<string, { readonly exDate: TradingDate; readonly value: number }>();

  constructor(listed = '2026-09-01') {
    this.listed = parseTradingDate(listed) ?? (0 as TradingDate);
  }

  /** The bars a source has at `now`, the running session included. */
  bars(symbol: string, from: number, now: UtcMs): InventedBar[] {
    const today = dateAt(this.calendar.zone, now);
    const split = this.splits.get(symbol);
    const restated = split !== undefined && split.exDate <= today ? split : null;
    const bars: InventedBar[] = [];
    for (let date = Math.max(from, this.listed) as TradingDate; date <= today; date = (date + 1) as TradingDate) {
      const [part] = this.calendar.parts(date);
      if (part === undefined || part.open > now) continue;
      const running = part.close > now ? 0.5 : 1;
      const factor = restated !== null && date < restated.exDate ? restated.value : 1;
      bars.push({ date, ...prices(symbol, date, factor), volume: 1_000 * running * factor + date });
    }
    return bars;
  }

  /** A chart answer for the path and query of a request. */
  chart(url: URL, now: UtcMs): string {
    const symbol = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    const from = Math.floor((Number(url.searchParams.get('period1')) * 1_000) / dayMs);
    const bars = this.bars(symbol, from, now);
    const split = this.splits.get(symbol);
    const stamp = (date: TradingDate): number => ((this.calendar.parts(date)[0]?.open ?? date * dayMs) as number) / 1_000;
    const events = split === undefined || split.exDate > dateAt(this.calendar.zone, now) ? {} : { splits: { 1: { date: stamp(split.exDate), numerator: split.value, denominator: 1 } } };
    const column = (name: 'open' | 'high' | 'low' | 'close' | 'volume'): number[] => bars.map((bar) => bar[name]);
    const quote = { open: column('open'), high: column('high'), low: column('low'), close: column('close'), volume: column('volume') };
    const meta = { symbol, currency: 'USD', exchangeTimezoneName: this.calendar.zone, longName: `Invented ${symbol}`, regularMarketPrice: bars.at(-1)?.close };
    return JSON.stringify({ chart: { result: [{ meta, timestamp: bars.map(({ date }) => stamp(date)), events, indicators: { quote: [quote] } }], error: null } });
  }
}

function prices(symbol: string, date: number, factor: number): { open: number; high: number; low: number; close: number } {
  let seed = 0;
  for (const letter of symbol) seed = (seed * 31 + letter.charCodeAt(0)) % 997;
  const base = (50 + (seed % 50) + 10 * Math.sin((date + seed) / 7)) / factor;
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return { open: round(base), high: round(base * 1.02), low: round(base * 0.98), close: round(base * 1.01) };
}
