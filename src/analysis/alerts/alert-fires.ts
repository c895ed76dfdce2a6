import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { AlertJudge } from './judge-alert.ts';

/** How far an alert has come on one series. */
export interface AlertWatch {
  /** Only bars that close later than this can fire: what is older was there before the alert, or came back with a restored store. */
  readonly armedAt: UtcMs;
  /** Time of the newest closed bar that was judged; -Infinity before any. */
  readonly seenUntil: number;
  /** Moment of the last time it fired; -Infinity before any. */
  readonly lastMoment: number;
  readonly cooldownMs: number;
  /** Unfinished bars count, too. */
  readonly live: boolean;
}

interface AlertFire {
  readonly index: number;
  /** The bar's time. */
  readonly time: number;
  /** When the bar closed; for an unfinished bar, now. */
  readonly moment: UtcMs;
  readonly live: boolean;
}

interface AlertAdvance {
  readonly fires: readonly AlertFire[];
  readonly seenUntil: number;
}

/** Index of the first bar that a watch has not seen. */
export function firstUnseen(time: Float64Array, seenUntil: number): number {
  let first = time.length;
  while (first > 0 && (time[first - 1] as number) > seenUntil) first -= 1;
  return first;
}

/** What a series' bars after the last judged one set off, in their order. The same bars always give the same answer. */
export function alertFires(bars: BarColumns, judge: AlertJudge, watch: AlertWatch, closeOf: (time: number) => UtcMs, now: UtcMs): AlertAdvance {
  const { time, flags } = bars;
  const fires: AlertFire[] = [];
  let { seenUntil, lastMoment } = watch;
  // Only at the end can bars be unfinished, by their mark or because their session has not ended yet.
  let closed = time.length;
  while (closed > 0 && (((flags[closed - 1] as number) & BarFlag.open) !== 0 || closeOf(time[closed - 1] as number) > now)) closed -= 1;
  for (let index = firstUnseen(time, watch.seenUntil); index < (watch.live ? time.length : closed); index += 1) {
    const at = time[index] as number;
    const open = index >= closed;
    const close = closeOf(at);
    const moment = open ? now : close;
    if (!open) seenUntil = at;
    if (close <= watch.armedAt || moment - lastMoment < watch.cooldownMs || judge(index) !== 1) continue;
    fires.push({ index, time: at, moment, live: open });
    lastMoment = moment;
  }
  return { fires, seenUntil };
}
