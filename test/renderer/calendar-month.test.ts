import { expect, test } from 'vitest';
import { addMonths, isSameMonth, monthWeeks, weekdayOf } from '../../src/renderer/components/calendar-month.ts';
import { formatTradingDate, parseTradingDate, type TradingDate } from '../../src/shared/time.ts';

const day = (text: string): TradingDate => parseTradingDate(text) ?? (NaN as TradingDate);
const ends = (text: string): string[] => {
  const days = monthWeeks(day(text)).flat();
  return [formatTradingDate(days[0] ?? day('')), formatTradingDate(days.at(-1) ?? day('')), String(days.length)];
};

test('a month is shown in whole weeks from Monday to Sunday', () => {
  expect([ends('2026-11-20'), ends('2027-02-10'), ends('1969-12-31')]).toEqual([
    ['2026-10-26', '2026-12-06', '42'],
    ['2027-02-01', '2027-02-28', '28'],
    ['1969-12-01', '1970-01-04', '35'],
  ]);
});

test('weekdays count from Monday, before 1970 as well', () => {
  expect([day('2026-11-16'), day('2026-11-22'), day('1969-12-29')].map(weekdayOf)).toEqual([0, 6, 0]);
});

test('another month keeps the day, or takes its last one', () => {
  expect([addMonths(day('2026-01-31'), 1), addMonths(day('2024-03-31'), -1), addMonths(day('2026-12-15'), 1)].map(formatTradingDate)).toEqual(['2026-02-28', '2024-02-29', '2027-01-15']);
});

test('the same month of another year is another month', () => {
  expect([isSameMonth(day('2026-11-01'), day('2026-11-30')), isSameMonth(day('2026-11-01'), day('2025-11-01'))]).toEqual([true, false]);
});
