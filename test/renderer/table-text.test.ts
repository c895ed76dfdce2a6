import { expect, test } from 'vitest';
import { compareValues, isMissingValue } from '../../src/renderer/components/compare-values.ts';
import type { TableColumn } from '../../src/renderer/components/table-column.ts';
import { tableText } from '../../src/renderer/components/table-text.ts';

type Row = readonly [string | null, number | null];
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: 'Name', width: '1fr', value: ([name]) => name },
  { id: 'close', header: 'Close', width: '1fr', value: ([, close]) => close },
];

test('rows are copied with a header, missing values empty, breaks and tabs as spaces', () => {
  expect(tableText(columns, [['A\tB\nC', 1.5], [null, NaN], ['x', null]])).toBe('Name\tClose\nA B C\t1.5\n\t\nx\t');
});

test('D3 a text that a spreadsheet would run is marked as text; a negative figure is not', () => {
  expect(tableText(columns, [['=1+1', -2.5], ['@cmd', 1], ['＝SUM(A1)', 1]]).split('\n').slice(1)).toEqual(["'=1+1\t-2.5", "'@cmd\t1", "'＝SUM(A1)\t1"]);
});

test('figures sort by size, names by pinyin and natural order', () => {
  expect([10, 9, -1].sort(compareValues)).toEqual([-1, 9, 10]);
  expect(['A10', 'A9', '茅台', '北岳'].sort(compareValues)).toEqual(['北岳', '茅台', 'A9', 'A10'].sort(compareValues));
  expect(['A10', 'A9'].sort(compareValues)).toEqual(['A9', 'A10']);
  expect([null, '', NaN, 0, 'x'].map(isMissingValue)).toEqual([true, true, true, false, false]);
});
