import type { Frequency } from '../../../shared/frequency.ts';
import { dayMs } from '../../../shared/time.ts';
import type { Moment } from './read-moment.ts';

const minutes: Readonly<Record<number, Frequency>> = { 1: '1m', 5: '5m', 15: '15m', 30: '30m', 60: '1h', 240: '4h' };

export interface FrequencyGuess {
  readonly freq: Frequency | null;
  /** The usual step in minutes, for naming one that is not supported. */
  readonly stepMinutes: number;
}

/** The frequency of one instrument's moments, from the step that occurs most; a day where there are too few to tell. */
export function inferFrequency(moments: readonly Moment[]): FrequencyGuess {
  const times = moments.map(({ day, ofDay, offset }) => day * dayMs + (ofDay ?? 0) - (offset ?? 0) * 60_000);
  const steps = new Map<number, number>();
  for (let index = 1; index < times.length; index += 1) {
    const step = Math.abs((times[index] ?? 0) - (times[index - 1] ?? 0));
    if (step > 0) steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const sorted = [...steps].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  const step = sorted[0]?.[0] ?? dayMs;
  const days = step / dayMs;
  const stepMinutes = step / 60_000;
  // Days stamped with a close that is not always at the same time.
  const oneEachDay = new Set(moments.map(({ day }) => day)).size === moments.length;
  if (days < 0.9) return { freq: minutes[stepMinutes] ?? (oneEachDay ? '1d' : null), stepMinutes };
  // Weekly and monthly bars are told from daily ones by their usual step, whatever holidays do to single ones.
  if (times.length < 4) return { freq: '1d', stepMinutes };
  const middle = middleStep([...steps]) / dayMs;
  if (middle < 4.5) return { freq: '1d', stepMinutes };
  if (middle <= 10) return { freq: '1w', stepMinutes };
  return { freq: middle <= 45 ? '1M' : null, stepMinutes };
}

function middleStep(steps: readonly (readonly [number, number])[]): number {
  const sorted = steps.toSorted((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [step, count] of sorted) {
    seen += count;
    if (seen * 2 >= total) return step;
  }
  return dayMs;
}
