import type { DateFormat } from '../../../shared/contract/imports.ts';
import { halfWidth } from './half-width.ts';
import { readMoment } from './read-moment.ts';

const written: readonly DateFormat[] = [
  'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'dd-MM-yyyy', 'MM-dd-yyyy', 'dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'yy-MM-dd', 'yy/MM/dd', 'yy.MM.dd', 'MMM dd, yyyy',
];
/** 1954 to 2119 as a spreadsheet counts days. */
const serial = /^[2-7]\d{4}(\.\d+)?$/;
/** A month, with a holiday at its end. */
const longestStepDays = 40;
/** About so many cells, spread over all, tell which formats are in question: trying every format on every cell is a cost that each import pays. */
const probedCells = 100;

/**
 * The formats that fit the date cells, best first. Odd cells (notes, empty ones) are outvoted, but day and month order is only settled when
 * some cell proves it: two formats come back when both fit every cell that is a date at all. Years of two digits in front are told from
 * days by the steps between rows: no bars are a year apart.
 */
export function fittingDateFormats(cells: readonly string[]): DateFormat[] {
  // Words without a figure are notes.
  const filled = cells.map(halfWidth).filter((cell) => /\d/.test(cell));
  if (filled.length === 0) return [];
  const packed = packedFormat(filled);
  if (packed !== null) return [packed];
  if (filled.filter((cell) => serial.test(cell.trim())).length > filled.length / 2) return ['excelSerial'];
  const step = Math.ceil(filled.length / probedCells);
  const probed = filled.filter((_, index) => index % step === 0);
  const counted = written
    .filter((format) => probed.some((cell) => readMoment(cell, format) !== null))
    .map((format) => ({ format, fits: filled.filter((cell) => readMoment(cell, format) !== null).length }))
    .filter(({ fits }) => fits > 0 && fits >= filled.length / 2)
    .toSorted((a, b) => b.fits - a.fits);
  const most = counted[0]?.fits ?? 0;
  const best = counted.filter(({ fits }) => fits === most).map(({ format }) => format);
  if (best.length === 1 || !best.some((format) => format.startsWith('yy') && !format.startsWith('yyyy'))) return best;
  const near = best.filter((format) => usualStepDays(filled, format) <= longestStepDays);
  return near.length > 0 ? near : best;
}

/** The middle one of the steps between neighbouring dates that differ; infinite where there is none. */
function usualStepDays(cells: readonly string[], format: DateFormat): number {
  const days = cells.flatMap((cell) => readMoment(cell, format)?.day ?? []);
  const steps = days.slice(1).map((day, index) => Math.abs(day - (days[index] ?? day))).filter((step) => step > 0).toSorted((a, b) => a - b);
  return steps[steps.length >> 1] ?? Infinity;
}

/** Digits alone: a packed date, perhaps with a time behind it, or a count of seconds or their parts since 1970 by its length. */
function packedFormat(cells: readonly string[]): DateFormat | null {
  const digits = cells.filter((cell) => /^['’]?(\d{8,19}(\.0*)?|\d{8}[ T-]+\d{1,2}:?\d{2}.*)$/.test(cell.trim()));
  if (digits.length < cells.length / 2) return null;
  if (digits.every((cell) => readMoment(cell, 'yyyyMMdd') !== null)) return 'yyyyMMdd';
  const length = (digits[digits.length >> 1] ?? '').trim().replace(/^['’]|\.0*$/g, '').length;
  if (length >= 16) return 'epochMicros';
  return length >= 12 ? 'epochMillis' : 'epochSeconds';
}
