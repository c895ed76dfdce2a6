import { expect, test } from 'vitest';
import { resampleDaily } from '../../../src/analysis/series/resample-daily.ts';
import { allocateBars, barCount, type BarColumns } from '../../../src/shared/bars.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { formatTradingDate, parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';

type Row = readonly [date: string, open: number, high: number, low: number, close: number, volume: number, flags?: number];

function bars(rows: readonly Row[]): BarColumns {
  const columns = allocateBars(rows.length);
  rows.forEach(([date, open, high, low, close, volume, flags = 0], index) => {
    columns.time[index] = parseTradingDate(date) ?? NaN;
    columns.open[index] = open;
    columns.high[index] = high;
    columns.low[index] = low;
    columns.close[index] = close;
    columns.volume[index] = volume;
    columns.flags[index] = flags;
  });
  return columns;
}

function rows(columns: BarColumns): unknown[] {
  return Array.from({ length: barCount(columns) }, (_, index) => [
    formatTradingDate((columns.time[index] ?? NaN) as TradingDate),
    columns.open[index], columns.high[index], columns.low[index], columns.close[index], columns.volume[index],
  ]);
}

// 2024-12-30 was a Monday; the week and the year do not end together.
const days: readonly Row[] = [
  ['2024-12-27', 10, 12, 9, 11, 100],
  ['2024-12-30', 11, 13, 10, 12, 200],
  ['2024-12-31', 12, 15, 11, 14, 300],
  ['2025-01-02', 14, 14, 8, 9, 400],
  ['2025-01-06', 9, 10, 7, 10, NaN],
];

test('a week runs Monday to Sunday and is keyed by its last session', () => {
  expect(rows(resampleDaily(bars(days), '1w'))).toEqual([
    ['2024-12-27', 10, 12, 9, 11, 100],
    ['2025-01-02', 11, 15, 8, 9, 900],
    ['2025-01-06', 9, 10, 7, 10, NaN],
  ]);
});

test('a month is keyed by its last session', () => {
  expect(rows(resampleDaily(bars(days), '1M'))).toEqual([
    ['2024-12-31', 10, 15, 9, 14, 600],
    ['2025-01-06', 14, 14, 7, 10, 400],
  ]);
});

test('a period is open only while its last day is', () => {
  const flagged: readonly Row[] = [
    ['2025-01-06', 1, 1, 1, 1, 1, BarFlag.open],
    ['2025-01-07', 1, 1, 1, 1, 1, BarFlag.range],
    ['2025-01-14', 1, 1, 1, 1, 1, BarFlag.open],
  ];
  expect([...resampleDaily(bars(flagged), '1w').flags]).toEqual([BarFlag.range, BarFlag.open]);
});

test('no bars stay no bars', () => {
  expect(barCount(resampleDaily(allocateBars(0), '1w'))).toBe(0);
});

test('dates before 1970 fall into their own weeks', () => {
  const old: readonly Row[] = [['1969-12-26', 1, 1, 1, 1, 1], ['1969-12-29', 2, 2, 2, 2, 2], ['1970-01-02', 3, 3, 3, 3, 3]];
  expect(rows(resampleDaily(bars(old), '1w')).map((row) => (row as unknown[])[0])).toEqual(['1969-12-26', '1970-01-02']);
});

test('the last period is open while the calendar has another session in it', () => {
  const rows = bars([['2025-01-06', 1, 1, 1, 1, 1], ['2025-01-07', 1, 1, 1, 1, 1]]);
  const next = (date: string): TradingDate => parseTradingDate(date) ?? (NaN as TradingDate);
  expect([...resampleDaily(rows, '1w', next('2025-01-08')).flags]).toEqual([BarFlag.open]);
  expect([...resampleDaily(rows, '1w', next('2025-01-13')).flags]).toEqual([0]);
  expect([...resampleDaily(rows, '1M', next('2025-01-13')).flags]).toEqual([BarFlag.open]);
  expect([...resampleDaily(rows, '1M', next('2025-02-03')).flags]).toEqual([0]);
});

test('an amount is known where those of all traded bars are', () => {
  const days = bars([['2024-01-02', 1, 1, 1, 1, 100], ['2024-01-03', 1, 1, 1, 1, 0], ['2024-01-08', 1, 1, 1, 1, 100], ['2024-01-09', 1, 1, 1, 1, 100]]);
  days.amount.set([500, NaN, 500, NaN]);
  expect(Array.from(resampleDaily(days, '1w', null).amount)).toEqual([500, NaN]);
});
