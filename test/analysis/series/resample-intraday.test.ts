import { describe, expect, test } from 'vitest';
import { resampleIntraday, type SessionHours } from '../../../src/analysis/series/resample-intraday.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';

const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;

/** Shanghai, 09:30–11:30 and 13:00–15:00 at UTC+8; Friday the 5th and Monday the 8th. */
const shanghai: SessionHours[] = ['2024-01-05', '2024-01-08'].map((date) => ({
  date: tradingDateOf(date),
  parts: [
    { open: utc(`${date}T01:30Z`), close: utc(`${date}T03:30Z`) },
    { open: utc(`${date}T05:00Z`), close: utc(`${date}T07:00Z`) },
  ],
}));

/** One bar per time: open 10, 11, 12 …, high 5 over and low 5 under the open, close 1 over, volume 100. */
function bars(times: readonly string[]): BarColumns {
  const columns = allocateBars(times.length);
  times.forEach((text, i) => {
    columns.time[i] = utc(text);
    columns.open[i] = 10 + i;
    columns.high[i] = 15 + i;
    columns.low[i] = 5 + i;
    columns.close[i] = 11 + i;
    columns.volume[i] = 100;
  });
  return columns;
}

function rows(columns: BarColumns): unknown[] {
  return Array.from(columns.time, (time, i) => [new Date(time).toISOString().slice(5, 16), columns.open[i], columns.high[i], columns.low[i], columns.close[i], columns.volume[i]]);
}

describe('hours from half hours', () => {
  const halfHours = ['2024-01-05T01:30Z', '2024-01-05T02:00Z', '2024-01-05T03:00Z', '2024-01-05T05:00Z', '2024-01-05T05:30Z', '2024-01-08T01:30Z'];

  test('count from the opening and never reach over lunch or night', () => {
    expect(rows(resampleIntraday(bars(halfHours), '30m', '1h', shanghai).bars)).toEqual([
      ['01-05T01:30', 10, 16, 5, 12, 200],
      ['01-05T02:30', 12, 17, 7, 13, 100],
      ['01-05T05:00', 13, 19, 8, 15, 200],
      ['01-08T01:30', 15, 20, 10, 16, 100],
    ]);
  });

  test('flag the last one open while its end is not reached', () => {
    const { bars: hours } = resampleIntraday(bars(halfHours), '30m', '1h', shanghai);
    expect([...hours.flags]).toEqual([0, 0, 0, BarFlag.open]);
    const whole = resampleIntraday(bars(halfHours.slice(0, 5)), '30m', '1h', shanghai);
    expect([...whole.bars.flags]).toEqual([0, 0, 0]);
  });

  test('leave bars outside every session out and count them', () => {
    const { bars: hours, outside } = resampleIntraday(bars(['2024-01-05T00:30Z', '2024-01-05T01:30Z', '2024-01-05T04:00Z', '2024-01-06T02:00Z']), '30m', '1h', shanghai);
    expect([hours.time.length, outside]).toEqual([1, 3]);
  });
});

test('a daily bar is keyed by its session date, also where the session opens on the evening before', () => {
  const night: SessionHours[] = [{ date: tradingDateOf('2024-01-08'), parts: [{ open: utc('2024-01-07T22:00Z'), close: utc('2024-01-08T21:00Z') }] }];
  const { bars: days } = resampleIntraday(bars(['2024-01-07T22:00Z', '2024-01-08T20:00Z']), '1h', '1d', night);
  expect([...days.time]).toEqual([tradingDateOf('2024-01-08')]);
  expect([days.open[0], days.high[0], days.low[0], days.close[0], days.volume[0]]).toEqual([10, 16, 5, 12, 200]);
});

test('a day is open until its session ends, a week until its last session', () => {
  const flags = (times: string[], to: '1d' | '1w'): number[] => [...resampleIntraday(bars(times), '30m', to, shanghai).bars.flags];
  expect(flags(['2024-01-05T06:30Z', '2024-01-08T01:30Z'], '1d')).toEqual([0, BarFlag.open]);
  expect(flags(['2024-01-05T06:30Z'], '1d')).toEqual([0]);
  const week = shanghai.map((session, i) => ({ ...session, date: i === 0 ? tradingDateOf('2024-01-04') : tradingDateOf('2024-01-05') }));
  expect([...resampleIntraday(bars(['2024-01-05T06:30Z']), '30m', '1w', week).bars.flags]).toEqual([BarFlag.open]);
});

test('weeks and months come from the days', () => {
  const times = ['2024-01-05T01:30Z', '2024-01-08T01:30Z'];
  expect([...resampleIntraday(bars(times), '30m', '1w', shanghai).bars.time]).toEqual([tradingDateOf('2024-01-05'), tradingDateOf('2024-01-08')]);
  expect([...resampleIntraday(bars(times), '30m', '1M', shanghai).bars.time]).toEqual([tradingDateOf('2024-01-08')]);
});

test('a shorter or equal frequency is refused with what is allowed', () => {
  const refused = (from: '1h' | '1d', to: '30m' | '1h' | '1w'): unknown => {
    try {
      return resampleIntraday(bars([]), from, to, shanghai);
    } catch (error) {
      return error instanceof AppError ? { code: error.code, ...error.params } : error;
    }
  };
  expect(refused('1h', '30m')).toEqual({ code: 'analysis.resample', field: 'freq', from: '1h', value: '30m', allowed: '4h, 1d, 1w, 1M' });
  expect(refused('1h', '1h')).toMatchObject({ code: 'analysis.resample' });
  expect(refused('1d', '1w')).toMatchObject({ code: 'analysis.resample', allowed: '–' });
});

test('no bars give no bars', () => {
  expect(resampleIntraday(bars([]), '1m', '1h', shanghai)).toMatchObject({ outside: 0, bars: { time: new Float64Array(0) } });
});
