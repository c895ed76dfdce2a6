import { expect, test } from 'vitest';
import { csvText } from '../../src/renderer/components/csv-text.ts';

const columns = [
  { id: 'name', header: 'Name', width: '1fr', value: ({ name }: { readonly name: string; readonly figure: number | null }) => name },
  { id: 'figure', header: 'Figure, %', width: '1fr', value: ({ figure }: { readonly figure: number | null }) => figure },
];

test('a table as CSV quotes what must be, leaves out what is missing and defuses formulas', () => {
  const rows = [{ name: 'Say "hi", all', figure: -1.5 }, { name: '=1+1', figure: null }, { name: '@sum', figure: NaN }];
  expect(csvText(columns, rows)).toBe('Name,"Figure, %"\r\n"Say ""hi"", all",-1.5\r\n\'=1+1,\r\n\'@sum,\r\n');
});
