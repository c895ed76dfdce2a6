import type { ColumnRole } from '../../../shared/contract/imports.ts';
import { fittingDateFormats } from './date-formats.ts';
import { readNumber } from './read-number.ts';
import { readTimeOfDay } from './read-moment.ts';

export interface HeaderlessGuess {
  readonly columns: readonly ColumnRole[];
  /** Index of the first record that may be a row; the ones before it are titles. */
  readonly firstRow: number;
}

/** Orders of four prices in use: nearly all products, then East Money, tushare, NetEase. */
const orders: readonly (readonly ColumnRole[])[] = [
  ['open', 'high', 'low', 'close'], ['open', 'close', 'high', 'low'], ['open', 'high', 'close', 'low'], ['close', 'high', 'low', 'open'], ['close', 'open', 'high', 'low'],
];

/**
 * Roles for a table without a header: a date in front, perhaps a time of day, then four prices whose order the rows themselves prove (the
 * high is never below, the low never above the others), then volume and amount. Null where nothing fits.
 */
export function guessHeaderlessRoles(records: readonly (readonly string[])[]): HeaderlessGuess | null {
  const width = commonWidth(records);
  if (width < 2) return null;
  const rows = records.filter((cells) => cells.length === width).slice(0, 500);
  const firstRow = records.findIndex((cells) => cells.length === width);
  const column = (at: number): string[] => rows.map((cells) => cells[at] ?? '');
  const dateAt = [0, 1, 2].find((at) => at < width && fittingDateFormats(column(at)).some((format) => format !== 'excelSerial'));
  if (dateAt === undefined) return null;
  const columns: ColumnRole[] = Array.from({ length: width }, () => 'ignore');
  columns[dateAt] = 'date';
  if (dateAt > 0) columns[0] = 'symbol';
  let at = dateAt + 1;
  if (share(column(at), (cell) => readTimeOfDay(cell) !== null && cell.includes(':')) > 0.9) {
    columns[at] = 'time';
    at += 1;
  }
  const numeric = (index: number): boolean => index < width && share(column(index), (cell) => readNumber(cell, '.') !== null) > 0.9;
  if ([0, 1, 2, 3].every((step) => numeric(at + step))) {
    const order = orders.find((roles) => share(rows, (cells) => agrees(cells, at, roles)) > 0.98);
    if (order === undefined) return null;
    for (const [step, role] of order.entries()) columns[at + step] = role;
    if (numeric(at + 4)) columns[at + 4] = 'volume';
    // Exchanges that stamp by the second count trades behind the volume.
    if (numeric(at + 5) && width < 10 && !/^\d{10}$/.test(rows[0]?.[dateAt] ?? '')) columns[at + 5] = 'amount';
  } else if (numeric(at)) {
    columns[at] = 'close';
    if (numeric(at + 1)) columns[at + 1] = 'volume';
  } else return null;
  return { columns, firstRow };
}

function agrees(cells: readonly string[], from: number, roles: readonly ColumnRole[]): boolean {
  const value = (role: ColumnRole): number => readNumber(cells[from + roles.indexOf(role)] ?? '', '.') ?? NaN;
  const [open, high, low, close] = [value('open'), value('high'), value('low'), value('close')];
  return high >= open && high >= close && low <= open && low <= close;
}

function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return count >= records.length / 2 ? width : 0;
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
