import { expect, test } from 'vitest';
import { uncrossBars } from '../../../src/main/api/analyze/uncross-bars.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { allocateBars } from '../../../src/shared/bars.ts';

function oneBar(open: number, high: number, low: number, close: number, flags: number) {
  const bars = allocateBars(1);
  [bars.open[0], bars.high[0], bars.low[0], bars.close[0], bars.flags[0]] = [open, high, low, close, flags];
  return bars;
}

test('a flagged bar whose high lies below its low takes the widest of its prices, and the stored one stays', () => {
  const stored = oneBar(23.89, 23.595, 23.85, 24.445, BarFlag.range);
  const { bars, widened } = uncrossBars(stored);
  expect([bars.high[0], bars.low[0], widened, stored.high[0]]).toEqual([24.445, 23.595, [0], 23.595]);
});

test('a bar that is merely odd is left to the engine', () => {
  const stored = oneBar(30, 20, 10, 15, BarFlag.range);
  expect(uncrossBars(stored)).toEqual({ bars: stored, widened: [] });
});

test('a crossed bar that import did not flag is left, so that the engine refuses it', () => {
  const stored = oneBar(15, 10, 20, 15, 0);
  expect(uncrossBars(stored).widened).toEqual([]);
});
