import { AppError } from '../../../shared/app-error.ts';
import { formatUtc, type UtcMs } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { HttpReply } from '../http.ts';
import type { FailedAttempt } from './attempt.ts';
import { failureKind } from './failure-kind.ts';
import type { Gate } from './gate.ts';
import type { Lane } from './lane.ts';
import { backoffMs } from './retry-delay.ts';
import { waitUntil } from './wait-until.ts';

interface InTurnOptions<Value> {
  readonly host: string;
  readonly lane: Lane;
  /** Shut while the machine sleeps. */
  readonly gate: Gate;
  readonly clock: Clock;
  readonly random: () => number;
  readonly offline: () => boolean;
  readonly signal: AbortSignal;
  readonly attempt: () => Promise<HttpReply<Value> | FailedAttempt>;
  /** Notes what never left this machine, and throws it. */
  readonly stopped: (error: AppError) => never;
}

const maxTries = 3;
/** An origin that asks for a longer wait than this is left alone at once. */
const longestWaitMs = 30_000;

/** Tries at the lane's pace until it works, cannot work, or the origin is to be left alone. While one waits to try again, all of the lane do. */
export async function inTurn<Value>({ host, lane, gate, clock, random, offline, signal, attempt, stopped }: InTurnOptions<Value>): Promise<HttpReply<Value>> {
  const { breaker } = lane;
  if (offline()) return stopped(new AppError('network.offline'));
  if (!breaker.admits(clock.now())) return stopped(resting(host, breaker.state(clock.now()).until ?? clock.now()));
  let told = false;
  try {
    for (let tries = 1; ; tries++) {
      await gate.pass(signal);
      await lane.takeStart(signal);
      if (offline()) return stopped(new AppError('network.offline'));
      const reply = await attempt();
      const now = clock.now();
      if (reply.state !== 'failed') {
        told = true;
        breaker.succeeded();
        lane.lastSuccess = now;
        return reply;
      }
      const { error, waitMs } = reply;
      signal.throwIfAborted();
      const { origin, retry } = failureKind(error);
      const wait = waitMs ?? backoffMs(tries, random);
      if (origin !== 'none' && origin !== 'answered') lane.lastFailure = { at: now, code: error instanceof AppError ? error.code : '' };
      if (retry && tries < maxTries && wait <= longestWaitMs) {
        lane.holdUntil((now + wait) as UtcMs);
        await waitUntil((now + wait) as UtcMs, clock, signal);
        continue;
      }
      told = origin !== 'none';
      if (origin === 'answered') breaker.succeeded();
      else if (origin === 'limited') breaker.rest(untilOf(error, now));
      else if (origin !== 'none') breaker.failed(now, origin === 'unreached' ? 2 : 1);
      throw error;
    }
  } finally {
    if (!told) breaker.released();
  }
}

function resting(host: string, until: UtcMs): AppError {
  return new AppError('network.resting', { host, until: formatUtc(until) });
}

function untilOf(error: unknown, now: UtcMs): UtcMs {
  const until = error instanceof AppError ? Date.parse(String(error.params['until'])) : NaN;
  return (Number.isFinite(until) ? until : now) as UtcMs;
}
