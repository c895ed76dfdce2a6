import type { DateFormat } from '../../../shared/contract/imports.ts';
import { readMoment } from './read-moment.ts';

const written: readonly DateFormat[] = [
  'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'dd-MM-yyyy', 'MM-dd-yyyy', 'dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'MMM dd, yyyy',
];
/** 1954 to 2119 as a spreadsheet counts days. */
const serial = /^[2-7]\d{4}(\.\d+)?$/;
const opposite: Readonly<Partial<Record<DateFormat, DateFormat>>> = {
  'dd-MM-yyyy': 'MM-dd-yyyy', 'MM-dd-yyyy': 'dd-MM-yyyy', 'dd/MM/yyyy': 'MM/dd/yyyy', 'MM/dd/yyyy': 'dd/MM/yyyy',
};

/** The other reading of a format whose day and month could be swapped. */
export function swappedDateFormat(format: DateFormat): DateFormat | null {
  return opposite[format] ?? null;
}

/**
 * The formats that fit the date cells, best first. Odd cells (notes, empty ones) are outvoted, but day and month order is only settled when
 * some cell proves it: two formats come back when both fit every cell that is a date at all.
 */
export function fittingDateFormats(cells: readonly string[]): DateFormat[] {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return [];
  const packed = packedFormat(filled);
  if (packed !== null) return [packed];
  if (filled.filter((cell) => serial.test(cell.trim())).length > filled.length / 2) return ['excelSerial'];
  const counted = written
    .map((format) => ({ format, fits: filled.filter((cell) => readMoment(cell, format) !== null).length }))
    .filter(({ fits }) => fits > 0 && fits >= filled.length / 2)
    .toSorted((a, b) => b.fits - a.fits);
  const most = counted[0]?.fits ?? 0;
  return counted.filter(({ fits }) => fits === most).map(({ format }) => format);
}

/** Digits alone: a packed date, or seconds, milliseconds or microseconds since 1970 by their length. */
function packedFormat(cells: readonly string[]): DateFormat | null {
  const digits = cells.filter((cell) => /^['’]?\d{8,17}(\.0*)?$/.test(cell.trim()));
  if (digits.length < cells.length / 2) return null;
  if (digits.every((cell) => readMoment(cell, 'yyyyMMdd') !== null)) return 'yyyyMMdd';
  const length = (digits[digits.length >> 1] ?? '').trim().replace(/^['’]|\.0*$/g, '').length;
  if (length >= 16) return 'epochMicros';
  return length >= 12 ? 'epochMillis' : 'epochSeconds';
}
