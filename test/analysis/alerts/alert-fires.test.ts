import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertFires, type AlertWatch } from '../../../src/analysis/alerts/alert-fires.ts';
import { alertOutcome } from '../../../src/analysis/alerts/alert-outcome.ts';
import { createAlertSource } from '../../../src/analysis/alerts/alert-source.ts';
import { judgeAlert } from '../../../src/analysis/alerts/judge-alert.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { barsOf } from '../bars-of.ts';

const dayMs = 86_400_000;
const closeOf = (time: number): UtcMs => ((time + 1) * dayMs) as UtcMs;
/** All days of `barsOf` have closed by then. */
const later = (18_000 * dayMs) as UtcMs;
const fresh: AlertWatch = { armedAt: 0 as UtcMs, seenUntil: -Infinity, lastMoment: -Infinity, cooldownMs: 0, live: false };
const bars = barsOf([9, 11, 9, 11, 9, 11]);

function advance(given: BarColumns, watch: Partial<AlertWatch> = {}, now = later): { fired: number[]; seenUntil: number } {
  const judge = judgeAlert({ kind: 'price', crosses: 'above', price: 10 }, createAlertSource(given, 'raw', 0));
  const { fires, seenUntil } = alertFires(given, judge, { ...fresh, ...watch }, closeOf, now);
  return { fired: fires.map(({ time }) => time - 17_000), seenUntil: seenUntil - 17_000 };
}

function marked(flags: number, ...indexes: readonly number[]): BarColumns {
  const copy = { ...bars, flags: bars.flags.slice() };
  for (const index of indexes) copy.flags[index] = flags;
  return copy;
}

test('every bar after the last one judged counts, none before', () => {
  expect(advance(bars)).toEqual({ fired: [1, 3, 5], seenUntil: 5 });
  expect(advance(bars, { seenUntil: 17_003 })).toEqual({ fired: [5], seenUntil: 5 });
  expect(advance(bars, { seenUntil: 17_005 })).toEqual({ fired: [], seenUntil: 5 });
});

test('bars that closed before the alert was armed never fire: restored and older data are old news', () => {
  expect(advance(bars, { armedAt: closeOf(17_003) })).toEqual({ fired: [5], seenUntil: 5 });
});

test('an unfinished bar waits until it has closed', () => {
  expect(advance(marked(BarFlag.open, 5))).toEqual({ fired: [1, 3], seenUntil: 4 });
});

test('a bar whose session has not ended is unfinished whatever it was marked', () => {
  expect(advance(bars, {}, (closeOf(17_005) - 1) as UtcMs)).toEqual({ fired: [1, 3], seenUntil: 4 });
});

test('a live alert looks at the unfinished bar and will see it again when it has closed', () => {
  expect(advance(marked(BarFlag.open, 5), { live: true })).toEqual({ fired: [1, 3, 5], seenUntil: 4 });
});

test('a mark left in the middle of a series stops nothing', () => {
  expect(advance(marked(BarFlag.open, 2))).toEqual({ fired: [1, 3, 5], seenUntil: 5 });
});

test('within the cooldown, counted from bar to bar, nothing fires', () => {
  expect(advance(bars, { cooldownMs: 3 * dayMs })).toEqual({ fired: [1, 5], seenUntil: 5 });
  expect(advance(bars, { cooldownMs: 3 * dayMs, seenUntil: 17_002, lastMoment: closeOf(17_001) })).toEqual({ fired: [5], seenUntil: 5 });
});

test('looking after every bar finds the same as looking once at the end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 8, max: 12 }), { minLength: 2, maxLength: 40 }), fc.integer({ min: 0, max: 4 }), (closes, cooldownDays) => {
      const all = barsOf(closes);
      const cooldownMs = cooldownDays * dayMs;
      const stepped: number[] = [];
      let watch: AlertWatch = { ...fresh, cooldownMs };
      for (let end = 1; end <= closes.length; end += 1) {
        const part = sliceBars(all, 0, end);
        const judge = judgeAlert({ kind: 'price', crosses: 'either', price: 10 }, createAlertSource(part, 'raw', 0));
        const { fires, seenUntil } = alertFires(part, judge, watch, closeOf, later);
        stepped.push(...fires.map(({ time }) => time));
        watch = { ...watch, seenUntil, lastMoment: fires.at(-1)?.moment ?? watch.lastMoment };
      }
      const judge = judgeAlert({ kind: 'price', crosses: 'either', price: 10 }, createAlertSource(all, 'raw', 0));
      expect(stepped).toEqual(alertFires(all, judge, { ...fresh, cooldownMs }, closeOf, later).fires.map(({ time }) => time));
    }),
  );
});

test('the outcome is told for the bars there are, and never from an unfinished one', () => {
  const rising = barsOf(Array.from({ length: 12 }, (_, index) => 100 + index));
  expect(alertOutcome(rising, 0)).toEqual({ after5: 5.000000000000004, after10: 10.000000000000009, after20: null });
  rising.flags[10] = BarFlag.open;
  expect(alertOutcome(rising, 0)).toMatchObject({ after5: 5.000000000000004, after10: null });
});
