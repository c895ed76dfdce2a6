import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barTimeLabel, tickLabel } from '../../../src/renderer/charts/time-label.ts';
import { timeTicks } from '../../../src/renderer/charts/time-ticks.ts';
import { seriesClock } from '../../../src/renderer/charts/zone-clock.ts';
import { parseTradingDate } from '../../../src/shared/time.ts';

/** Weekdays from a date on. */
function weekdays(from: string, count: number): Float64Array {
  const days: number[] = [];
  for (let day = Number(parseTradingDate(from)); days.length < count; day++) if ((day + 3) % 7 < 5) days.push(day);
  return Float64Array.from(days);
}

const indexes = (time: Float64Array): number[] => [...time.keys()];
const daily = seriesClock(false, 'UTC');

describe('the time axis', () => {
  test('labels years and months of a year of days, each on its first session', () => {
    const time = weekdays('2017-09-11', 120);
    const ticks = timeTicks(time, indexes(time), daily, 12);
    expect(ticks.map((tick) => tickLabel(tick, 'en'))).toEqual(['Oct', 'Nov', 'Dec', '2018', 'Feb']);
    expect(ticks.map((tick) => barTimeLabel(tick.wallMs, false))).toEqual(['2017-10-02', '2017-11-01', '2017-12-01', '2018-01-01', '2018-02-01']);
  });

  test('labels days when few are shown, in Chinese with their unit', () => {
    const time = weekdays('2018-01-29', 8);
    expect(timeTicks(time, indexes(time), daily, 1).map((tick) => tickLabel(tick, 'zh'))).toEqual(['30日', '31日', '2月', '2日', '5日', '6日', '7日']);
  });

  test('labels years alone over decades', () => {
    const time = weekdays('1990-01-01', 261 * 29);
    const labels = timeTicks(time, indexes(time), daily, 1200).map((tick) => tickLabel(tick, 'en'));
    expect(labels).toEqual(['1995', '2000', '2005', '2010', '2015']);
  });

  test('reads intraday bars in the zone of the instrument, over a change of the clocks too', () => {
    // 2018-03-09 and 2018-03-12, 09:30 to 11:30 in New York, either side of the start of summer time.
    const time = Float64Array.from([...[0, 1, 2, 3, 4].map((i) => Date.UTC(2018, 2, 9, 14, 30 + 30 * i)), ...[0, 1, 2, 3, 4].map((i) => Date.UTC(2018, 2, 12, 13, 30 + 30 * i))]);
    const clock = seriesClock(true, 'America/New_York');
    expect([...time].map((at) => barTimeLabel(clock(at), true).slice(5))).toEqual([
      '03-09 09:30', '03-09 10:00', '03-09 10:30', '03-09 11:00', '03-09 11:30', '03-12 09:30', '03-12 10:00', '03-12 10:30', '03-12 11:00', '03-12 11:30',
    ]);
    expect(timeTicks(time, indexes(time), clock, 1).map((tick) => tickLabel(tick, 'en'))).toContain('12');
  });

  test('an unknown zone reads as UTC', () => {
    expect(barTimeLabel(seriesClock(true, 'Mars/Olympus')(Date.UTC(2020, 0, 1, 12)), true)).toBe('2020-01-01 12:00');
  });

  test('labels never crowd', () => {
    const time = weekdays('2010-01-04', 1500);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 5, max: 60 }), (from, gap) => {
      const shown = indexes(time).slice(from, from + 300);
      const ticks = timeTicks(time, shown, daily, gap);
      const gaps = ticks.slice(1).map((tick, i) => tick.index - (ticks[i]?.index ?? 0));
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(gap);
    }), { numRuns: 60 });
  });
});
