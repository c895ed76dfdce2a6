import type { TableColumn } from './table-column.ts';

/** Rows as CSV with a header line. Missing values are empty; a text that a spreadsheet would run as a formula is marked as text. */
export function csvText<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly (string | number | null)[]): string => cells.map(cellText).join(',');
  return [line(columns.map(({ header }) => header)), ...rows.map((row) => line(columns.map(({ value }) => value(row))))].map((text) => `${text}\r\n`).join('');
}

function cellText(value: string | number | null): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
