import { expect, test } from 'vitest';
import { formatTradingDate, formatUtc, isCalendarDay, parseTradingDate, type UtcMs } from '../../src/shared/time.ts';

test('a trading date survives a round trip through its ISO text', () => {
  const dates = ['1970-01-01', '1990-12-19', '2000-02-29', '2018-02-07', '2100-02-28'];
  expect(dates.map((text) => formatTradingDate(parseTradingDate(text) ?? (NaN as never)))).toEqual(dates);
});

test('text that names no day of the calendar is refused', () => {
  expect(['2018-02-29', '2100-02-29', '2018-13-01', '2018-00-10', '2018-1-1', '20180101', ''].map(parseTradingDate)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});

test('leap years follow the Gregorian rule', () => {
  expect([1900, 2000, 2023, 2024].map((year) => isCalendarDay(year, 2, 29))).toEqual([false, true, false, true]);
});

test('UTC times are written without milliseconds that are zero', () => {
  expect([0, 1].map((time) => formatUtc(time as UtcMs))).toEqual(['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.001Z']);
});
