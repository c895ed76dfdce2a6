import type { TableColumn } from './table-column.ts';

/** Rows as tab-separated text with a header line, for a spreadsheet. Missing values are empty. */
export function tableText<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly (string | number | null)[]): string => cells.map(cellText).join('\t');
  return [line(columns.map(({ header }) => header)), ...rows.map((row) => line(columns.map(({ value }) => value(row))))].join('\n');
}

function cellText(value: string | number | null): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const text = String(value).replaceAll(/[\t\r\n]+/g, ' ');
  // A text that a spreadsheet would run as a formula is marked as text.
  return typeof value === 'string' && /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
