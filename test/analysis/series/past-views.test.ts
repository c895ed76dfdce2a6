import { expect, test } from 'vitest';
import { withPastValues } from '../../../src/analysis/series/as-of-view.ts';
import type { PastValues } from '../../../src/analysis/series/past-values.ts';
import { pastViews } from '../../../src/analysis/series/past-views.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';

function barsOf(closes: readonly number[]): BarColumns {
  const bars = allocateBars(closes.length);
  closes.forEach((close, index) => {
    bars.time[index] = 100 + index;
    for (const name of ['open', 'high', 'low', 'close'] as const) bars[name][index] = close;
  });
  return bars;
}

const was = (time: number, close: number, knownUntil: number): PastValues => ({ time, open: close, high: close, low: close, close, volume: 0, amount: 0, flags: 0, knownUntil: knownUntil as UtcMs });
/** Pairs of bars joined: the second's close stands for both. */
function pairs(bars: BarColumns): BarColumns {
  const joined = barsOf(Array.from({ length: bars.time.length / 2 }, (_, index) => bars.close[2 * index + 1] ?? NaN));
  for (let index = 0; index < joined.time.length; index += 1) joined.high[index] = Math.max(bars.high[2 * index] ?? NaN, bars.high[2 * index + 1] ?? NaN);
  return joined;
}

const now = barsOf([10, 20, 30, 40]);
/** The second bar was 21 until 5 and 22 until 8; the fourth was 41 until 8. */
const revisions = [was(101, 21, 5), was(101, 22, 8), was(103, 41, 8)];

test('bars as they are have the past values they had', () => {
  expect(pastViews(now, revisions, (bars) => bars).map(({ time, close, knownUntil }) => [time, close, knownUntil])).toEqual([[101, 21, 5], [101, 22, 8], [103, 41, 8]]);
});

test.each([[4, [21, 41]], [5, [22, 41]], [7, [22, 41]], [8, [20, 40]]])('at %s joined bars are those that were known then', (moment, closes) => {
  const restored = withPastValues(pairs(now), pastViews(now, revisions, pairs), moment as UtcMs);
  expect([...restored.close]).toEqual(closes);
  expect([...restored.high]).toEqual([...pairs(withPastValues(now, revisions, moment as UtcMs)).high]);
});

test('without corrections nothing is past', () => {
  expect(pastViews(now, [], pairs)).toEqual([]);
});
