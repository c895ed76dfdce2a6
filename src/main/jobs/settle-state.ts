import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { JobSchedule } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { JobState } from './job-state.ts';
import { planJob, type JobMemory } from './plan-job.ts';
import { retryDelayMs } from './retry-delay-ms.ts';
import type { JobEnd } from './running-job.ts';

interface SettledState {
  readonly state: JobState;
  /** Not to be tried again before; null for the next turn. */
  readonly retryAt: UtcMs | null;
}

/** A turn that failed in part is tried so often before it counts as taken. */
const partialTries = 3;
const shortRetryMs = 300_000;

/**
 * What stands after a run. A turn that was taken is remembered; one that failed waits, longer each time (T9). An interval's next turn
 * comes anyway and is only put off; a session or day that failed is tried again until it is done.
 */
export function settleState(
  before: JobState, taken: JobMemory, schedule: JobSchedule, end: JobEnd, now: UtcMs, random: number, calendars: readonly Calendar[],
): SettledState {
  const { state, retryAt } = settleTurn(before, taken, schedule, end, now, random);
  const { nextAt } = planJob(schedule, state.memory, now, calendars);
  // An interval's next turn may come before the pause after a failure is over; a session waits for that pause alone.
  const isNext = retryAt === null || (schedule.type === 'every' && retryAt < (nextAt ?? Infinity));
  return { state: { ...state, nextAt: isNext ? nextAt : retryAt }, retryAt };
}

function settleTurn(state: JobState, taken: JobMemory, schedule: JobSchedule, end: JobEnd, now: UtcMs, random: number): SettledState {
  const done: SettledState = { state: { ...state, memory: taken, attempts: 0 }, retryAt: null };
  if (end === null) return done;
  if (end.outcome === 'cancelled') return { state: { ...state, memory: taken }, retryAt: null };
  if (end.outcome === 'done') return { ...done, state: { ...done.state, lastSuccessAt: end.endedAt } };
  const attempts = state.attempts + 1;
  const lastSuccessAt = end.outcome === 'partial' ? end.endedAt : state.lastSuccessAt;
  if (end.outcome === 'partial' && (schedule.type === 'every' || attempts >= partialTries)) return { ...done, state: { ...done.state, lastSuccessAt } };
  const capMs = schedule.type === 'every' ? Math.max(schedule.everyMs, shortRetryMs) : undefined;
  const memory = schedule.type === 'every' ? taken : state.memory;
  return { state: { ...state, memory, attempts, lastSuccessAt }, retryAt: (now + retryDelayMs(attempts, random, capMs)) as UtcMs };
}
