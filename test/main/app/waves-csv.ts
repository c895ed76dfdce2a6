import { formatTradingDate, parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';

/** Weekdays from 2024-01-10 on of invented symbols that rise in waves, each with a length and phase of its own. */
export function wavesCsv({ symbols, days }: { readonly symbols: readonly string[]; readonly days: number }): string {
  const first = parseTradingDate('2024-01-10') ?? 0;
  const weekdays = Array.from({ length: days * 2 }, (_, day) => first + day).filter((date) => ![0, 6].includes(new Date(date * 86_400_000).getUTCDay()));
  const rows = symbols.flatMap((symbol, index) =>
    weekdays.slice(0, days).map((date, day) => {
      const price = (at: number): number => 20 + index + at * 0.05 + 3 * Math.sin(at / (7 + index) + index);
      const [open, close] = [price(day - 1), price(day)];
      const volume = Math.round(100_000 * (1.5 + Math.sin(day / 3 + index)));
      const texts = [open, Math.max(open, close) + 0.2, Math.min(open, close) - 0.2, close].map((value) => value.toFixed(2));
      return [formatTradingDate(date as TradingDate), symbol, ...texts, volume].join(',');
    }),
  );
  return ['date,symbol,open,high,low,close,volume', ...rows].join('\n');
}
