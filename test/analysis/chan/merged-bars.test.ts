import { expect, test } from 'vitest';
import { MergedBars } from '../../../src/analysis/chan/merged-bars.ts';

type Row = readonly [first: number, last: number, low: number, high: number, direction: number, fractal: number];

function merge(ranges: readonly (readonly [high: number, low: number])[]): Row[] {
  const merged = new MergedBars(1);
  ranges.forEach(([high, low], bar) => merged.add(bar, high, low));
  return Array.from({ length: merged.count }, (_, at) => [
    merged.firstBar[at] ?? NaN, merged.lastBar[at] ?? NaN, merged.low[at] ?? NaN, merged.high[at] ?? NaN, merged.direction[at] ?? NaN, merged.fractal[at] ?? NaN,
  ]);
}

test('a bar inside a rising merged bar lifts its low', () => {
  expect(merge([[10, 5], [12, 6], [11, 8]])).toEqual([[0, 0, 5, 10, 1, 0], [1, 2, 8, 12, 1, 0]]);
});

test('a bar around a falling merged bar lowers its high only', () => {
  expect(merge([[12, 8], [10, 5], [11, 4]])).toEqual([[0, 0, 8, 12, 1, 0], [1, 2, 4, 10, -1, 0]]);
});

test('equal highs merge', () => {
  expect(merge([[10, 5], [10, 7]])).toEqual([[0, 1, 7, 10, 1, 0]]);
});

test('a flat bar at the extreme joins without changing the range', () => {
  expect(merge([[10, 5], [12, 6], [12, 12]])).toEqual([[0, 0, 5, 10, 1, 0], [1, 2, 6, 12, 1, 0]]);
});

test('bars that are all equal make one merged bar and no fractal', () => {
  expect(merge([[5, 5], [5, 5], [5, 5], [5, 5]])).toEqual([[0, 3, 5, 5, 1, 0]]);
});

test('a bar above both neighbours is a top, one below both a bottom; the first and the last are neither', () => {
  expect(merge([[10, 8], [12, 9], [9, 6], [11, 7]]).map((row) => row[5])).toEqual([0, 1, -1, 0]);
});

test('a fractal stays when its right neighbour widens later', () => {
  const merged = new MergedBars();
  [[10, 8], [12, 9], [11, 7], [13, 7.5]].forEach(([high = 0, low = 0], bar) => merged.add(bar, high, low));
  expect([merged.fractal[1], merged.count]).toEqual([1, 4]);
});

test('the bar of an extreme is the last of equal bars', () => {
  const merged = new MergedBars();
  [[10, 5], [12, 6], [12, 7], [12, 6.5]].forEach(([high = 0, low = 0], bar) => merged.add(bar, high, low));
  expect([merged.highBar[1], merged.lowBar[1], merged.low[1]]).toEqual([3, 2, 7]);
});
