import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatTradingDate, parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { hasReference, referencePath } from '../../reference-data.ts';
import { shippedCalendar, type calendarIds } from './tables.ts';

/** Days on which calendar and file disagree, `+` only in the calendar, `-` only in the file. */
function disagreements(id: (typeof calendarIds)[number], dates: ReadonlySet<string>, from: string, to: string): string[] {
  const calendar = shippedCalendar(id);
  const found: string[] = [];
  const last = parseTradingDate(to) ?? 0;
  for (let day = parseTradingDate(from) ?? NaN; day <= last; day += 1) {
    const text = formatTradingDate(day as TradingDate);
    const [expected, seen] = [calendar.isSession(day as TradingDate), dates.has(text)];
    if (expected !== seen) found.push(`${expected ? '+' : '-'}${text}`);
  }
  return found;
}

function firstColumn(text: string): Set<string> {
  return new Set(text.split('\n').slice(1).filter((line) => !line.includes('null')).map((line) => line.slice(0, 10)));
}

const files = {
  sp500: 'data/sp500-5yr.csv.gz',
  shanghai: 'data/ashare/000001-index-1990.csv',
  hongKong: 'data/exports/yahoo-HSI-null-rows.csv',
  oracle: 'data/exports/yahoo-orcl-1995-2014.csv',
};

describe.skipIf(!Object.values(files).every(hasReference))('T7 the tables agree with real trading days', () => {
  test('New York 2013–2018, from 505 symbols', () => {
    const dates = firstColumn(gunzipSync(readFileSync(referencePath(files.sp500))).toString('utf8'));
    expect(disagreements('XNYS', dates, '2013-02-08', '2018-02-07')).toEqual([]);
  });

  test('New York 2010–2014, from one stock', () => {
    expect(disagreements('XNYS', firstColumn(readFileSync(referencePath(files.oracle), 'utf8')), '2010-01-01', '2014-12-31')).toEqual([]);
  });

  test('Shanghai 1991–2021, from its index', () => {
    expect(disagreements('XSHG', firstColumn(readFileSync(referencePath(files.shanghai), 'utf8')), '1991-01-01', '2021-11-18')).toEqual([]);
  });

  test('Hong Kong 2015–2020, from its index', () => {
    expect(disagreements('XHKG', firstColumn(readFileSync(referencePath(files.hongKong), 'utf8')), '2015-05-11', '2020-05-08')).toEqual([]);
  });
});
