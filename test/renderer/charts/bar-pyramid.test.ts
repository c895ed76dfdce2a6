import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPyramid, refreshPyramid } from '../../../src/renderer/charts/bar-pyramid.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

const figure = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -1000, max: 1000 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
const row = fc.tuple(figure, figure, figure, figure, figure);

function barsOf(rows: readonly (readonly [number, number, number, number, number])[]): BarColumns {
  const bars = allocateBars(rows.length);
  rows.forEach(([open, high, low, close, volume], i) => {
    bars.time[i] = i;
    bars.open[i] = open;
    bars.high[i] = high;
    bars.low[i] = low;
    bars.close[i] = close;
    bars.volume[i] = volume;
  });
  return bars;
}

/** The slow, obvious bucket. */
function bucket(bars: BarColumns, from: number, size: number) {
  const values = (column: Float64Array): number[] => [...column.subarray(from, from + size)].filter((value) => !Number.isNaN(value));
  const highs = values(bars.high);
  const lows = values(bars.low);
  const volumes = values(bars.volume);
  return {
    open: values(bars.open)[0] ?? NaN,
    high: highs.length === 0 ? NaN : Math.max(...highs),
    low: lows.length === 0 ? NaN : Math.min(...lows),
    close: values(bars.close).at(-1) ?? NaN,
    volume: volumes.length === 0 ? NaN : volumes.reduce((sum, value) => sum + value, 0),
  };
}

describe('the bar pyramid', () => {
  test('holds first open, highest high, lowest low, last close and summed volume of every bucket', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 256, maxLength: 900 }), (rows) => {
      const bars = barsOf(rows);
      for (const level of buildPyramid(bars)) {
        for (let b = 0; b < level.count; b++) {
          const found = { open: level.open[b], high: level.high[b], low: level.low[b], close: level.close[b], volume: level.volume[b] };
          expect(found).toEqual(bucket(bars, b * level.size, level.size));
        }
      }
    }), { numRuns: 30 });
  });

  test('refreshed after an append or a replaced tail equals one built anew', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 300, maxLength: 900 }), fc.nat(250), fc.nat(3), (rows, added, replaced) => {
      const whole = barsOf(rows);
      const before = barsOf(rows.slice(0, rows.length - added));
      const from = Math.max(0, before.time.length - replaced);
      for (let i = from; i < before.time.length; i++) before.close[i] = -5;
      const refreshed = refreshPyramid(buildPyramid(before), whole, from);
      const usedPart = (levels: ReturnType<typeof buildPyramid>) => levels.map(({ size, count, open, high, low, close, volume }) => ({
        size, count, columns: [open, high, low, close, volume].map((column) => [...column.subarray(0, count)]),
      }));
      expect(usedPart(refreshed)).toEqual(usedPart(buildPyramid(whole)));
    }), { numRuns: 30 });
  });

  test('of a short series is its bars alone', () => {
    const bars = barsOf([[1, 2, 0, 1, 5]]);
    expect(buildPyramid(bars)).toEqual([{ size: 1, count: 1, open: bars.open, high: bars.high, low: bars.low, close: bars.close, volume: bars.volume }]);
  });
});
