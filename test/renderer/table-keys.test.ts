import { expect, test } from 'vitest';
import { nextSortDirection } from '../../src/renderer/components/sort-direction.ts';
import { indexAfterKey } from '../../src/renderer/components/table-keys.ts';

test('keys lead to the next row, a page on, or an end; the caller keeps them within the rows', () => {
  const from = (key: string, at: number): number | null => indexAfterKey(key, at, 100, 20);
  expect([from('ArrowDown', 5), from('ArrowUp', 5), from('PageDown', 5), from('PageUp', 5), from('Home', 5), from('End', 5), from('a', 5)]).toEqual([6, 4, 25, -15, 0, 99, null]);
  expect([from('ArrowDown', -1), from('ArrowUp', -1), from('PageDown', -1)]).toEqual([0, 99, 20]);
});

test('figures sort from the top first, texts from A, and the third click takes the sorting away', () => {
  expect([nextSortDirection(false, true), nextSortDirection('desc', true), nextSortDirection('asc', true)]).toEqual(['desc', 'asc', null]);
  expect([nextSortDirection(false, false), nextSortDirection('asc', false), nextSortDirection('desc', false)]).toEqual(['asc', 'desc', null]);
});
