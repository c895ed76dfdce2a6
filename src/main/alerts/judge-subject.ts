import { alertFires, firstUnseen } from '../../analysis/alerts/alert-fires.ts';
import { alertOutcome } from '../../analysis/alerts/alert-outcome.ts';
import { createAlertSource } from '../../analysis/alerts/alert-source.ts';
import { judgeAlert } from '../../analysis/alerts/judge-alert.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { AlertRun, StoredAlert, StoredAlertEvent, StoredAlertWatch } from '../store/alert-store.ts';
import type { SubjectBars } from './subject-bars.ts';

interface SubjectWork {
  readonly subject: string;
  readonly series: SubjectBars;
  /** The alerts on this subject and frequency. */
  readonly alerts: readonly StoredAlert[];
  readonly watchOf: (alert: number) => StoredAlertWatch | undefined;
  /** Lines of the log whose outcome may have become known. */
  readonly open: readonly StoredAlertEvent[];
  readonly now: UtcMs;
}

/** What one instrument's bars of one frequency mean for what fired earlier and for its alerts, one after another: the caller may pause in between. */
export function* judgeSubject({ subject, series: { bars, basis, closeOf }, alerts, watchOf, open, now }: SubjectWork): Generator<AlertRun> {
  yield { events: [], watches: [], outcomes: newOutcomes(bars, open) };
  const seen = alerts.map(({ id }) => watchOf(id)?.seenUntil ?? -Infinity);
  // Before an alert has seen anything, bars that closed before it was armed need no judging.
  const first = Math.min(bars.time.length, ...alerts.map((alert, index) => firstJudged(bars.time, seen[index] ?? -Infinity, alert, closeOf)));
  const source = createAlertSource(bars, basis, first);
  for (const alert of alerts) {
    const before = watchOf(alert.id);
    const [seenUntil, lastMoment] = [before?.seenUntil ?? -Infinity, before?.lastMoment ?? -Infinity];
    const events: AlertRun['events'][number][] = [];
    const watches: StoredAlertWatch[] = [];
    try {
      if (alert.condition.kind === 'health') continue;
      const watch = { armedAt: alert.armedAt, seenUntil, lastMoment, cooldownMs: alert.cooldownMs, live: alert.live };
      // Where no bar is new, nothing is computed.
      const judge = first < bars.time.length ? judgeAlert(alert.condition, source) : () => 0 as const;
      const advance = alertFires(bars, judge, watch, closeOf, now);
      for (const { index, time, live } of advance.fires) {
        events.push({ alert: alert.id, subject, time, close: bars.close[index] ?? NaN, firedAt: now, live });
      }
      const latest = advance.fires.at(-1)?.moment ?? lastMoment;
      if (advance.seenUntil !== seenUntil || latest !== lastMoment || before?.problem != null) {
        watches.push({ alert: alert.id, subject, seenUntil: advance.seenUntil, lastMoment: latest, problem: null });
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The bars stay unseen: once the reason is gone, they are judged.
      if (JSON.stringify(before?.problem) !== JSON.stringify(error.toReply())) watches.push({ alert: alert.id, subject, seenUntil, lastMoment, problem: error.toReply() });
    }
    yield { events, watches, outcomes: [] };
  }
}

function firstJudged(time: Float64Array, seenUntil: number, { armedAt }: StoredAlert, closeOf: (time: number) => UtcMs): number {
  let first = firstUnseen(time, seenUntil);
  if (seenUntil > -Infinity) return first;
  first = time.length;
  while (first > 0 && closeOf(time[first - 1] as number) > armedAt) first -= 1;
  return first;
}

function newOutcomes(bars: SubjectBars['bars'], open: readonly StoredAlertEvent[]): AlertRun['outcomes'] {
  return open.flatMap((event) => {
    const outcome = alertOutcome(bars, bars.time.indexOf(event.time));
    const changed = outcome.after5 !== event.after5 || outcome.after10 !== event.after10 || outcome.after20 !== event.after20;
    // A bar that is gone (an import undone) takes nothing back that was known.
    return changed && bars.time.includes(event.time) ? [{ event: event.id, ...outcome }] : [];
  });
}
