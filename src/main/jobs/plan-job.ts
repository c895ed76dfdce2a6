import type { Calendar } from '../../shared/calendar/calendar.ts';
import { marketPhase } from '../../shared/calendar/market-phase.ts';
import { instantOf, wallClock } from '../../shared/calendar/zone-clock.ts';
import type { JobSchedule } from '../../shared/contract/jobs.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';

/** What a job remembers of the turns it has taken. */
export interface JobMemory {
  /** The last turn of an interval; null before the first. */
  readonly slot: UtcMs | null;
  /** The last session of each calendar, or the last `day`, that was done. */
  readonly marks: Readonly<Record<string, TradingDate>>;
}

/** A session that has closed and waits for its job. */
export interface DueSession {
  readonly calendar: Calendar;
  readonly session: TradingDate;
}

export interface JobPlan {
  readonly due: boolean;
  /** Turns that passed unused before the one that is due. */
  readonly missed: number;
  readonly sessions: readonly DueSession[];
  /** The next turn after now; null when there is none in sight. */
  readonly nextAt: UtcMs | null;
  /** What is remembered once the due turn is done; without one, what should be remembered now. */
  readonly memory: JobMemory;
}

/** Turns counted back at most: a longer absence makes no difference to anyone. */
const countedTurns = 1_000;
const dayMark = 'day';
const believedDays = 10;

/**
 * What is due at `now`, from the wall clock, the exchanges' tables and what was done before: however late a tick comes, a turn is
 * taken once, and all that were missed are one. A clock that was set back repeats nothing, and the next turn is never further off
 * than one period. A job first seen takes its first interval at once, but waits for the next session or day.
 */
export function planJob(schedule: JobSchedule, memory: JobMemory, now: UtcMs, calendars: readonly Calendar[]): JobPlan {
  switch (schedule.type) {
    case 'every':
      return schedule.marketHours ? planMarketHours(schedule.everyMs, memory, now, calendars) : planEvery(schedule.everyMs, memory, now);
    case 'afterClose':
      return planAfterClose(schedule.delayMs, memory, now, calendars);
    case 'daily':
      return planDaily(schedule.minutes, schedule.zone, memory, now);
  }
}

function planEvery(everyMs: number, memory: JobMemory, now: UtcMs): JobPlan {
  const slot = slotOf(now, everyMs);
  const last = Math.min(memory.slot ?? slot - everyMs, slot);
  const turns = (slot - slotOf(last, everyMs)) / everyMs;
  return {
    due: turns > 0,
    missed: Math.min(countedTurns, Math.max(0, turns - 1)),
    sessions: [],
    nextAt: (slot + everyMs) as UtcMs,
    memory: { ...memory, slot },
  };
}

function planMarketHours(everyMs: number, memory: JobMemory, now: UtcMs, calendars: readonly Calendar[]): JobPlan {
  const every = planEvery(everyMs, memory, now);
  const isOpen = calendars.some((calendar) => marketPhase(calendar, now).phase === 'open');
  const due = isOpen && every.due;
  const nextAt = nextOpenTurn(now, slotOf(now, everyMs) + everyMs, every.due, calendars);
  // While every exchange is closed no turn passes: the first one after the opening is due at once.
  return isOpen
    ? { ...every, missed: due ? missedWhileOpen(everyMs, memory, now, calendars) : 0, nextAt }
    : { due: false, missed: 0, sessions: [], nextAt, memory };
}

/** The next turn at which an exchange trades, or its opening where that comes first. */
function nextOpenTurn(now: UtcMs, turn: number, isTurnFree: boolean, calendars: readonly Calendar[]): UtcMs | null {
  const times = calendars.map((calendar): number => {
    const present = marketPhase(calendar, now);
    if (isTurnFree && present.phase !== 'open' && present.until < turn) return present.until;
    const then = marketPhase(calendar, turn as UtcMs);
    return then.phase === 'open' ? turn : then.until;
  });
  return times.length === 0 ? null : (Math.min(...times) as UtcMs);
}

function missedWhileOpen(everyMs: number, { slot }: JobMemory, now: UtcMs, calendars: readonly Calendar[]): number {
  const newest = slotOf(now, everyMs);
  const first = Math.max((slot ?? newest) + everyMs, newest - countedTurns * everyMs);
  let missed = 0;
  for (let turn = first; turn < newest; turn += everyMs) {
    if (calendars.some((calendar) => marketPhase(calendar, turn as UtcMs).phase === 'open')) missed += 1;
  }
  return missed;
}

function planAfterClose(delayMs: number, memory: JobMemory, now: UtcMs, calendars: readonly Calendar[]): JobPlan {
  const marks: Record<string, TradingDate> = { ...memory.marks };
  const sessions: DueSession[] = [];
  let missed = 0;
  let nextAt = Infinity;
  for (const calendar of calendars) {
    const closed = calendar.lastClosed((now - delayMs) as UtcMs);
    const mark = memory.marks[calendar.id] ?? closed;
    if (closed > mark) {
      sessions.push({ calendar, session: closed });
      missed = Math.max(missed, calendar.sessionsBetween(mark, closed).sessions - 1);
    }
    marks[calendar.id] = laterMark(mark, closed);
    const end = calendar.parts(calendar.next(closed)).at(-1)?.close;
    if (end !== undefined) nextAt = Math.min(nextAt, end + delayMs);
  }
  return { due: sessions.length > 0, missed: Math.min(countedTurns, missed), sessions, nextAt: nextAt === Infinity ? null : (nextAt as UtcMs), memory: { ...memory, marks } };
}

function planDaily(minutes: number, zone: string, memory: JobMemory, now: UtcMs): JobPlan {
  const today = Math.floor(wallClock(zone, now) / dayMs);
  const turn = (instantOf(zone, today, minutes) <= now ? today : today - 1) as TradingDate;
  const mark = memory.marks[dayMark] ?? turn;
  return {
    due: turn > mark,
    missed: Math.min(countedTurns, Math.max(0, turn - mark - 1)),
    sessions: [],
    nextAt: instantOf(zone, turn + 1, minutes),
    memory: { ...memory, marks: { ...memory.marks, [dayMark]: laterMark(mark, turn) } },
  };
}

/**
 * A mark a few days ahead stays: the clock was set back, and what was done is not done again. One further ahead was left by a clock
 * that had run far forward; it must not silence the job for years.
 */
function laterMark(mark: TradingDate, turn: TradingDate): TradingDate {
  return mark > turn && mark - turn <= believedDays ? mark : turn;
}

function slotOf(time: number, everyMs: number): UtcMs {
  return (Math.floor(time / everyMs) * everyMs) as UtcMs;
}
