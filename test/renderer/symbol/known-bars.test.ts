import { expect, test } from 'vitest';
import type { PastValues } from '../../../src/analysis/series/past-values.ts';
import { takeReply, type ChartSeries } from '../../../src/renderer/pages/symbol/chart-series.ts';
import { correctionsUntil, knownBars, replayMoment, restoredBars } from '../../../src/renderer/pages/symbol/known-bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { barsReply, waveBars } from './invented-bars.ts';

const dayMs = 86_400_000;
const series = takeReply(null, barsReply(waveBars(10), { zone: 'UTC' })) as ChartSeries;
/** The third bar closed at 50 until it was corrected on the evening of the sixth. */
const correctedAt = (19_006 * dayMs - 1_000) as UtcMs;
const revisions: readonly PastValues[] = [{ time: 19_002, open: 50, high: 50, low: 50, close: 50, volume: 1, amount: 1, flags: 0, knownUntil: correctedAt }];

test('a replay shows a corrected bar as it was, from the day it closed to the correction', () => {
  const closes = [3, 5, 6, 10].map((count) => knownBars(series, revisions, count).close[2]);
  const now = series.bars.close[2];
  expect(closes).toEqual([50, 50, now, now]);
  expect(series.bars.close[2]).toBe(now);
});

test('it says how many bars those are and when the first was corrected', () => {
  const at = (count: number) => restoredBars(series, revisions, count, replayMoment(series, count));
  expect([2, 3, 5, 6].map(at)).toEqual([null, { count: 1, correctedAt }, { count: 1, correctedAt }, null]);
});

test('between two corrections the known bars are the same', () => {
  expect([3, 5, 6, 10].map((count) => correctionsUntil(revisions, replayMoment(series, count)))).toEqual([-Infinity, -Infinity, correctedAt, correctedAt]);
});

test('a replay of minutes stands at the end of the bar, one of days at midnight of the exchange', () => {
  const minutes = takeReply(null, barsReply(waveBars(2), { freq: '5m' })) as ChartSeries;
  expect(replayMoment(minutes, 1)).toBe(19_000 + 300_000);
  const shanghai = takeReply(null, barsReply(waveBars(2), { zone: 'Asia/Shanghai' })) as ChartSeries;
  expect(replayMoment(shanghai, 1)).toBe(19_001 * dayMs - 8 * 3_600_000);
});
