import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/shared/calendar/calendar.ts';
import { freshness } from '../../../src/shared/calendar/freshness.ts';
import { marketPhase } from '../../../src/shared/calendar/market-phase.ts';
import { sessionsPerYear } from '../../../src/shared/calendar/sessions-per-year.ts';
import { formatTradingDate, formatUtc, tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';
import { calendarIds, calendarTable, shippedCalendar } from './tables.ts';

const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;
const spans = (id: (typeof calendarIds)[number], day: string): string[] =>
  shippedCalendar(id).parts(tradingDateOf(day)).map(({ open, close }) => `${formatUtc(open)}/${formatUtc(close)}`);

describe('sessions', () => {
  test('T7 a holiday comes from the table and so does the half-day after it', () => {
    const calendar = shippedCalendar('XNYS');
    expect([calendar.isSession(tradingDateOf('2025-11-27')), ...spans('XNYS', '2025-11-28')]).toEqual([false, '2025-11-28T14:30:00Z/2025-11-28T18:00:00Z']);
  });

  test('T7 a half-day in Hong Kong keeps only the morning', () => {
    expect(spans('XHKG', '2026-02-16')).toEqual(['2026-02-16T01:30:00Z/2026-02-16T04:00:00Z']);
  });

  test('T7 an unknown year counts weekdays and says so', () => {
    const calendar = shippedCalendar('XSHG');
    expect([
      calendar.covers(tradingDateOf('2031-10-01')),
      calendar.isSession(tradingDateOf('2031-10-01')),
      calendar.isSession(tradingDateOf('2031-10-04')),
      calendar.sessionsBetween(tradingDateOf('2031-09-30'), tradingDateOf('2031-10-07')),
    ]).toEqual([false, true, false, { sessions: 5, assumed: true }]);
  });

  test('T6 the opening follows daylight saving time of the exchange', () => {
    expect([...spans('XNYS', '2026-03-06'), ...spans('XNYS', '2026-03-09'), ...spans('XLON', '2026-10-23'), ...spans('XLON', '2026-10-26')]).toEqual([
      '2026-03-06T14:30:00Z/2026-03-06T21:00:00Z',
      '2026-03-09T13:30:00Z/2026-03-09T20:00:00Z',
      '2026-10-23T07:00:00Z/2026-10-23T15:30:00Z',
      '2026-10-26T08:00:00Z/2026-10-26T16:30:00Z',
    ]);
  });

  test('the lunch break of Shanghai splits the day', () => {
    expect(spans('XSHG', '2026-11-20')).toEqual(['2026-11-20T01:30:00Z/2026-11-20T03:30:00Z', '2026-11-20T05:00:00Z/2026-11-20T07:00:00Z']);
  });

  test('next and previous step over holidays and weekends', () => {
    const calendar = shippedCalendar('XSHG');
    expect([calendar.next(tradingDateOf('2026-02-13')), calendar.previous(tradingDateOf('2026-10-08'))].map(formatTradingDate)).toEqual(['2026-02-24', '2026-09-30']);
  });

  test('a malformed table is refused with the value that is wrong', () => {
    const table = { ...calendarTable('XNYS'), years: { '2026': { closed: ['02-30'] } } };
    expect(() => createCalendar(table)).toThrow('2026-02-30');
  });

  test('every shipped table is named by its file and lists real days only', () => {
    expect(calendarIds.map((id) => [shippedCalendar(id).id, calendarTable(id).mics.length > 0])).toEqual(calendarIds.map((id) => [id, true]));
  });
});

describe('instants', () => {
  test('an intraday time belongs to the session that spans it, breaks included', () => {
    const calendar = shippedCalendar('XSHG');
    const times = ['2026-11-20T01:29:59Z', '2026-11-20T01:30:00Z', '2026-11-20T04:00:00Z', '2026-11-20T07:00:00Z'];
    expect(times.map((text) => calendar.sessionOf(utc(text)))).toEqual([null, tradingDateOf('2026-11-20'), tradingDateOf('2026-11-20'), null]);
  });

  test('the currency week opens on Sunday evening of New York for Monday', () => {
    const calendar = shippedCalendar('FX');
    const times = ['2026-11-20T21:59:00Z', '2026-11-20T22:00:00Z', '2026-11-22T21:59:00Z', '2026-11-22T22:00:00Z'];
    expect(times.map((text) => calendar.sessionOf(utc(text)))).toEqual([tradingDateOf('2026-11-20'), null, null, tradingDateOf('2026-11-23')]);
  });

  test('round-the-clock trading turns the day at midnight UTC', () => {
    const calendar = shippedCalendar('24x7');
    expect([calendar.sessionOf(utc('2026-11-21T23:59:59Z')), calendar.lastClosed(utc('2026-11-21T12:00:00Z'))]).toEqual([tradingDateOf('2026-11-21'), tradingDateOf('2026-11-20')]);
  });

  test('T6 hours that are skipped or repeated by the clock open at the first valid instant', () => {
    const at = (zone: string, day: string, time: string): string => {
      const calendar = createCalendar({ id: 'X', mics: ['X'], zone, weekdays: [0, 1, 2, 3, 4, 5, 6], sessions: [[time, '23:00']], note: '', years: 'all' });
      return formatUtc(calendar.parts(tradingDateOf(day))[0]?.open ?? (0 as UtcMs));
    };
    expect([
      at('America/New_York', '2026-03-08', '02:30'),
      at('America/New_York', '2026-11-01', '01:30'),
      at('Europe/London', '2026-03-29', '01:30'),
      at('Europe/London', '2026-10-25', '01:30'),
      at('Australia/Lord_Howe', '2026-10-04', '02:15'),
      at('Australia/Lord_Howe', '2026-04-05', '01:45'),
      at('Asia/Kolkata', '2026-03-29', '02:30'),
    ]).toEqual([
      '2026-03-08T07:00:00Z',
      '2026-11-01T05:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-03T15:30:00Z',
      '2026-04-04T14:45:00Z',
      '2026-03-28T21:00:00Z',
    ]);
  });
});

describe('freshness', () => {
  const calendar = shippedCalendar('XNYS');
  const daily = (last: string, isLastOpen = false) => ({ freq: '1d', lastTime: tradingDateOf(last), isLastOpen }) as const;
  const intraday = (freq: '1m' | '5m' | '1h' | '4h', last: string, isLastOpen = false) => ({ freq, lastTime: utc(last), isLastOpen }) as const;

  test('a session counts only once it has closed', () => {
    const behind = ['2026-11-20T20:59:59Z', '2026-11-20T21:00:00Z', '2026-11-22T12:00:00Z'].map((now) => freshness(calendar, daily('2026-11-19'), utc(now)).sessionsBehind);
    expect(behind).toEqual([0, 1, 1]);
  });

  test('a long weekend is not an age', () => {
    expect(freshness(calendar, daily('2026-11-25'), utc('2026-11-27T14:00:00Z'))).toEqual({ sessionsBehind: 0, state: 'fresh', assumed: false });
  });

  test('a day taken in before it had closed is behind once it has', () => {
    const states = ['2026-11-20T20:00:00Z', '2026-11-20T21:00:00Z'].map((now) => freshness(calendar, daily('2026-11-20', true), utc(now)).state);
    expect(states).toEqual(['fresh', 'stale']);
  });

  test('without a calendar the age is unknown, not fresh', () => {
    expect(freshness(null, daily('2026-11-20'), utc('2026-11-21T00:00:00Z'))).toEqual({ sessionsBehind: null, state: 'unknown', assumed: false });
  });

  test.each([
    // After the close of 21:00 UTC the last bar has to reach it.
    ['5m', '2026-11-20T20:55:00Z', '2026-11-21T12:00:00Z', 0, 'fresh'],
    ['5m', '2026-11-20T20:50:00Z', '2026-11-21T12:00:00Z', 1, 'stale'],
    ['1m', '2026-11-20T20:58:00Z', '2026-11-21T12:00:00Z', 1, 'stale'],
    ['5m', '2026-11-19T20:55:00Z', '2026-11-21T12:00:00Z', 1, 'stale'],
    // Bars of an hour start at the opening or at the full hour; either way the last one may be cut short by the close.
    ['1h', '2026-11-20T20:30:00Z', '2026-11-21T12:00:00Z', 0, 'fresh'],
    ['1h', '2026-11-20T20:00:00Z', '2026-11-21T12:00:00Z', 0, 'fresh'],
    ['1h', '2026-11-20T19:00:00Z', '2026-11-21T12:00:00Z', 1, 'stale'],
    ['4h', '2026-11-20T18:30:00Z', '2026-11-21T12:00:00Z', 0, 'fresh'],
    // The half day after Thanksgiving closes at 18:00 UTC.
    ['5m', '2026-11-27T17:55:00Z', '2026-11-28T12:00:00Z', 0, 'fresh'],
    ['5m', '2026-11-27T17:50:00Z', '2026-11-28T12:00:00Z', 1, 'stale'],
    // While the market trades only bars that have ended are expected.
    ['5m', '2026-11-20T15:50:00Z', '2026-11-20T15:59:59Z', 0, 'fresh'],
    ['5m', '2026-11-20T15:50:00Z', '2026-11-20T16:00:00Z', 0, 'stale'],
    ['5m', '2026-11-19T20:55:00Z', '2026-11-20T14:34:59Z', 0, 'fresh'],
    ['5m', '2026-11-19T20:55:00Z', '2026-11-20T14:35:00Z', 0, 'stale'],
  ] as const)('%s bars to %s, asked at %s: %d sessions behind, %s', (freq, last, now, sessionsBehind, state) => {
    expect(freshness(calendar, intraday(freq, last), utc(now))).toEqual({ sessionsBehind, state, assumed: false });
  });

  test('an intraday bar taken in before it had ended does not reach the close', () => {
    expect(freshness(calendar, intraday('5m', '2026-11-20T20:55:00Z', true), utc('2026-11-21T12:00:00Z')).sessionsBehind).toBe(1);
  });

  test('over the lunch break no bar is expected', () => {
    const shanghai = shippedCalendar('XSHG');
    const morning = intraday('5m', '2026-11-20T03:25:00Z');
    const states = ['2026-11-20T04:59:00Z', '2026-11-20T05:04:59Z', '2026-11-20T05:05:00Z', '2026-11-20T07:00:00Z'].map((now) => freshness(shanghai, morning, utc(now)));
    expect(states.map(({ state, sessionsBehind }) => [state, sessionsBehind])).toEqual([['fresh', 0], ['fresh', 0], ['stale', 0], ['stale', 1]]);
  });
});

describe('market phase', () => {
  test('a day runs through closed, open, break, open, closed', () => {
    const calendar = shippedCalendar('XSHG');
    const phases = ['2026-11-20T01:00:00Z', '2026-11-20T02:00:00Z', '2026-11-20T04:00:00Z', '2026-11-20T06:00:00Z', '2026-11-20T08:00:00Z'].map((now) => {
      const { phase, until } = marketPhase(calendar, utc(now));
      return `${phase} ${formatUtc(until)}`;
    });
    expect(phases).toEqual([
      'closed 2026-11-20T01:30:00Z',
      'open 2026-11-20T03:30:00Z',
      'break 2026-11-20T05:00:00Z',
      'open 2026-11-20T07:00:00Z',
      'closed 2026-11-23T01:30:00Z',
    ]);
  });
});

test('sessions per year are measured over the covered years only', () => {
  expect([
    sessionsPerYear(shippedCalendar('XSHG'), 2022, 2025),
    sessionsPerYear(shippedCalendar('XNYS'), 2013, 2017),
    sessionsPerYear(shippedCalendar('24x7'), 2025, 2025),
    sessionsPerYear(shippedCalendar('XHKG'), 2025, 2040).toYear,
    sessionsPerYear(shippedCalendar('XLON'), 2040, 2041).assumed,
  ]).toEqual([
    { value: 242.25, fromYear: 2022, toYear: 2025, assumed: false },
    { value: 251.8, fromYear: 2013, toYear: 2017, assumed: false },
    { value: 365, fromYear: 2025, toYear: 2025, assumed: false },
    2026,
    true,
  ]);
});
