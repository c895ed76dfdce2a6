import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Calendar } from '../../../src/shared/calendar/calendar.ts';
import type { JobSchedule } from '../../../src/shared/contract/jobs.ts';
import { formatTradingDate, formatUtc, tradingDateOf, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { planJob, type JobMemory } from '../../../src/main/jobs/plan-job.ts';

const calendarById = loadCalendars(join(import.meta.dirname, '../../../resources'));
const exchange = (id: string): Calendar => {
  const found = calendarById(id);
  if (found === null) throw new Error(id);
  return found;
};
const [shanghai, newYork] = [exchange('XSHG'), exchange('XNYS')];
const fresh: JobMemory = { slot: null, marks: {} };
const at = (text: string): UtcMs => Date.parse(text) as UtcMs;
const minuteMs = 60_000;
const fiveMinutes: JobSchedule = { type: 'every', everyMs: 5 * minuteMs, marketHours: false };
const quotes: JobSchedule = { type: 'every', everyMs: 5 * minuteMs, marketHours: true };
const close: JobSchedule = { type: 'afterClose', delayMs: 20 * minuteMs };
const daily = (minutes: number, zone: string): JobSchedule => ({ type: 'daily', minutes, zone });

/** The turns taken when looked at every `stepMs` from one time to another. */
function turns(schedule: JobSchedule, from: string, to: string, { memory = fresh, calendars = [] as readonly Calendar[], stepMs = 10_000 } = {}): { readonly at: string; readonly missed: number }[] {
  const taken: { at: string; missed: number }[] = [];
  let known = memory;
  for (let now = at(from); now <= at(to); now = (now + stepMs) as UtcMs) {
    const plan = planJob(schedule, known, now, calendars);
    if (plan.due) taken.push({ at: formatUtc(now), missed: plan.missed });
    known = plan.memory;
  }
  return taken;
}

describe('an interval', () => {
  test('is due at once when first seen, then at each turn once', () => {
    expect(turns(fiveMinutes, '2026-11-20T10:02:10Z', '2026-11-20T10:12:00Z').map((turn) => turn.at)).toEqual(['2026-11-20T10:02:10Z', '2026-11-20T10:05:00Z', '2026-11-20T10:10:00Z']);
  });

  test('T4 what was slept through is one turn that says how many it stands for', () => {
    const plan = planJob(fiveMinutes, { slot: at('2026-11-20T10:00:00Z'), marks: {} }, at('2026-11-20T13:01:00Z'), []);
    expect(plan).toMatchObject({ due: true, missed: 35, nextAt: at('2026-11-20T13:05:00Z') });
    expect(planJob(fiveMinutes, plan.memory, at('2026-11-20T13:01:10Z'), []).due).toBe(false);
  });

  test('T5 a clock set back repeats no turn and waits for no more than one period', () => {
    const ahead: JobMemory = { slot: at('2027-03-01T00:00:00Z'), marks: {} };
    const plan = planJob(fiveMinutes, ahead, at('2026-11-20T10:02:00Z'), []);
    expect(plan).toMatchObject({ due: false, nextAt: at('2026-11-20T10:05:00Z') });
    expect(planJob(fiveMinutes, plan.memory, at('2026-11-20T10:05:00Z'), []).due).toBe(true);
  });

  test('is never due twice within a turn, and never waits longer than one period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 86_400_000 }), fc.array(fc.integer({ min: -90_000_000, max: 90_000_000 }), { maxLength: 40 }), (everyMs, steps) => {
        const schedule: JobSchedule = { type: 'every', everyMs, marketHours: false };
        let now = at('2026-11-20T10:00:00Z');
        let memory: JobMemory = planJob(schedule, fresh, now, []).memory;
        for (const step of steps) {
          const before = Math.floor(now / everyMs);
          now = (now + step) as UtcMs;
          const plan = planJob(schedule, memory, now, []);
          expect(plan.due && Math.floor(now / everyMs) <= before).toBe(false);
          expect((plan.nextAt ?? NaN) - now).toBeLessThanOrEqual(everyMs);
          expect((plan.nextAt ?? NaN) - now).toBeGreaterThan(0);
          memory = plan.memory;
          expect(planJob(schedule, memory, now, []).due).toBe(false);
        }
      }),
    );
  });
});

describe('in market hours', () => {
  test('turns are taken from the opening to the close, with none at lunch', () => {
    const taken = turns(quotes, '2026-11-20T01:00:00Z', '2026-11-20T08:00:00Z', { calendars: [shanghai] }).map((turn) => turn.at);
    expect([taken[0], taken.at(-1), taken.length]).toEqual(['2026-11-20T01:30:00Z', '2026-11-20T06:55:00Z', 48]);
    expect(taken.filter((time) => time >= '2026-11-20T03:30' && time < '2026-11-20T05:00')).toEqual([]);
    expect(taken).toContain('2026-11-20T05:00:00Z');
  });

  test('with exchanges of two zones the desk is busy by both', () => {
    const taken = turns(quotes, '2026-11-20T00:00:00Z', '2026-11-20T23:59:50Z', { calendars: [shanghai, newYork] }).map((turn) => turn.at);
    expect(taken).toHaveLength(48 + 78);
    expect([taken[48], taken.at(-1)]).toEqual(['2026-11-20T14:30:00Z', '2026-11-20T20:55:00Z']);
  });

  test('the next turn is the opening after lunch, after the close and after a weekend', () => {
    const next = (time: string): string => formatUtc(planJob(quotes, { slot: at(time), marks: {} }, at(time), [shanghai]).nextAt ?? (0 as UtcMs));
    expect([next('2026-11-20T03:25:00Z'), next('2026-11-20T04:00:00Z'), next('2026-11-20T07:00:00Z')]).toEqual(['2026-11-20T05:00:00Z', '2026-11-20T05:00:00Z', '2026-11-23T01:30:00Z']);
  });

  test('an opening within a turn is due at the opening', () => {
    const hourly: JobSchedule = { type: 'every', everyMs: 60 * minuteMs, marketHours: true };
    const taken = turns(hourly, '2026-11-20T00:50:00Z', '2026-11-20T03:29:50Z', { calendars: [shanghai] }).map((turn) => turn.at);
    expect(taken).toEqual(['2026-11-20T01:30:00Z', '2026-11-20T02:00:00Z', '2026-11-20T03:00:00Z']);
    expect(planJob(hourly, fresh, at('2026-11-20T01:10:00Z'), [shanghai]).nextAt).toBe(at('2026-11-20T01:30:00Z'));
  });

  test('only turns of open hours count as missed', () => {
    const plan = planJob(quotes, { slot: at('2026-11-20T03:20:00Z'), marks: {} }, at('2026-11-20T05:10:00Z'), [shanghai]);
    expect(plan).toMatchObject({ due: true, missed: 3 });
  });

  test('without an exchange there is never a turn', () => {
    expect(planJob(quotes, fresh, at('2026-11-20T03:20:00Z'), [])).toMatchObject({ due: false, nextAt: null });
  });
});

describe('after the close', () => {
  const marks = { XSHG: tradingDateOf('2026-11-19'), XNYS: tradingDateOf('2026-11-19') };

  test('each exchange has its turn, its delay after its own close', () => {
    const taken: string[] = [];
    let memory: JobMemory = { slot: null, marks };
    for (let now = at('2026-11-20T00:00:00Z'); now < at('2026-11-21T12:00:00Z'); now = (now + 60_000) as UtcMs) {
      const plan = planJob(close, memory, now, [shanghai, newYork]);
      for (const { calendar, session } of plan.sessions) taken.push(`${calendar.id} ${formatTradingDate(session)} at ${formatUtc(now)}`);
      memory = plan.memory;
    }
    expect(taken).toEqual(['XSHG 2026-11-20 at 2026-11-20T07:20:00Z', 'XNYS 2026-11-20 at 2026-11-20T21:20:00Z']);
  });

  test('a half-day is over early, a holiday has no turn', () => {
    const known: JobMemory = { slot: null, marks: { XNYS: tradingDateOf('2026-11-25') } };
    const taken = turns(close, '2026-11-26T00:00:00Z', '2026-11-29T00:00:00Z', { memory: known, calendars: [newYork], stepMs: 60_000 });
    // Thanksgiving is closed; the Friday after it ends at 13:00 New York.
    expect(taken.map((turn) => turn.at)).toEqual(['2026-11-27T18:20:00Z']);
  });

  test('T4 after a week away the newest session is due once, with the others counted', () => {
    const plan = planJob(close, { slot: null, marks: { XSHG: tradingDateOf('2026-11-13') } }, at('2026-11-21T00:00:00Z'), [shanghai]);
    expect(plan.sessions.map(({ session }) => formatTradingDate(session))).toEqual(['2026-11-20']);
    expect(plan.missed).toBe(4);
  });

  test('an exchange first seen waits for its next close', () => {
    const plan = planJob(close, fresh, at('2026-11-21T00:00:00Z'), [shanghai]);
    expect(plan).toMatchObject({ due: false, memory: { marks: { XSHG: tradingDateOf('2026-11-20') } }, nextAt: at('2026-11-23T07:20:00Z') });
  });

  test('T5 a clock set back does no session a second time', () => {
    const memory: JobMemory = { slot: null, marks: { XSHG: tradingDateOf('2026-11-20') } };
    const taken = turns(close, '2026-11-18T00:00:00Z', '2026-11-23T08:00:00Z', { memory, calendars: [shanghai], stepMs: 60_000 });
    expect(taken.map((turn) => turn.at)).toEqual(['2026-11-23T07:20:00Z']);
    expect(planJob(close, memory, at('2026-11-18T00:00:00Z'), [shanghai]).nextAt).toBe(at('2026-11-18T07:20:00Z'));
  });

  test('T5 a mark left by a clock that ran far ahead silences nothing', () => {
    const { memory } = planJob(close, { slot: null, marks: { XSHG: tradingDateOf('2027-06-01') } }, at('2026-11-20T03:00:00Z'), [shanghai]);
    expect(planJob(close, memory, at('2026-11-20T07:20:00Z'), [shanghai]).due).toBe(true);
  });

  test('T7 in a year that no table covers weekdays count as sessions', () => {
    const known: JobMemory = { slot: null, marks: { XSHG: tradingDateOf('2044-12-30') } };
    const taken = turns(close, '2045-01-02T00:00:00Z', '2045-01-03T00:00:00Z', { memory: known, calendars: [shanghai], stepMs: 60_000 });
    expect(taken.map((turn) => turn.at)).toEqual(['2045-01-02T07:20:00Z']);
    expect(shanghai.covers(tradingDateOf('2045-01-02'))).toBe(false);
  });
});

describe('T6 once a day of a zone', () => {
  const marked = (date: string): JobMemory => ({ slot: null, marks: { day: tradingDateOf(date) } });

  test.each([
    // Clocks go forward: 02:30 does not exist and the day's turn is the first instant after the gap.
    ['America/New_York', '2026-03-08', 150, ['2026-03-08T07:00:00Z', '2026-03-09T06:30:00Z']],
    ['Europe/London', '2026-03-29', 90, ['2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z']],
    ['Australia/Lord_Howe', '2026-10-04', 135, ['2026-10-03T15:30:00Z', '2026-10-04T15:15:00Z']],
    // Clocks go back: 01:30 comes twice and is a turn once.
    ['America/New_York', '2026-11-01', 90, ['2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z']],
    ['Europe/London', '2026-10-25', 90, ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z']],
    ['Australia/Lord_Howe', '2026-04-05', 105, ['2026-04-04T14:45:00Z', '2026-04-05T15:15:00Z']],
    // No changes at all.
    ['Asia/Kolkata', '2026-03-29', 0, ['2026-03-28T18:30:00Z', '2026-03-29T18:30:00Z']],
    ['UTC', '2026-03-29', 0, ['2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z']],
  ])('in %s on %s', (zone, date, minutes, expected) => {
    const from = formatUtc((tradingDateOf(date) - 1) * 86_400_000 + 36_000_000 as UtcMs);
    const taken = turns(daily(minutes, zone), from, formatUtc(at(from) + 2 * 86_400_000 as UtcMs), { memory: marked(formatTradingDate(tradingDateOf(date) - 1 as TradingDate)), stepMs: 300_000 });
    expect(taken.map((turn) => turn.at)).toEqual(expected);
  });

  test('a day first seen waits for the next; days away are one turn', () => {
    expect(planJob(daily(0, 'UTC'), fresh, at('2026-11-20T10:00:00Z'), [])).toMatchObject({ due: false, nextAt: at('2026-11-21T00:00:00Z') });
    expect(planJob(daily(0, 'UTC'), marked('2026-11-10'), at('2026-11-20T10:00:00Z'), [])).toMatchObject({ due: true, missed: 9 });
  });

  test('T5 a clock set back repeats no day', () => {
    const taken = turns(daily(0, 'UTC'), '2026-11-18T10:00:00Z', '2026-11-21T10:00:00Z', { memory: marked('2026-11-20'), stepMs: 60_000 });
    expect(taken.map((turn) => turn.at)).toEqual(['2026-11-21T00:00:00Z']);
    expect(planJob(daily(0, 'UTC'), marked('2026-11-20'), at('2026-11-18T10:00:00Z'), []).nextAt).toBe(at('2026-11-19T00:00:00Z'));
  });
});
