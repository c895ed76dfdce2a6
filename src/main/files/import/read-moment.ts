import type { DateFormat } from '../../../shared/contract/imports.ts';
import { dayMs, isCalendarDay } from '../../../shared/time.ts';
import { halfWidth } from './half-width.ts';
import { monthOfName } from './month-names.ts';
import { writtenOffset } from './written-offset.ts';

/** A point in time as written: a calendar day, a time of day where there is one, an offset from UTC where it is written. */
export interface Moment {
  /** Days since 1970-01-01 as written. */
  readonly day: number;
  /** Milliseconds of the day; null where only a day is written. */
  readonly ofDay: number | null;
  /** Minutes east of UTC; null where no zone is written. */
  readonly offset: number | null;
}

type Order = 'ymd' | 'dmy' | 'mdy';
const layouts: Readonly<Partial<Record<DateFormat, readonly [Order, string]>>> = {
  'yyyy-MM-dd': ['ymd', '-'], 'yyyy/MM/dd': ['ymd', '/'], 'yyyy.MM.dd': ['ymd', '.'], iso: ['ymd', '-'],
  'yy-MM-dd': ['ymd', '-'], 'yy/MM/dd': ['ymd', '/'], 'yy.MM.dd': ['ymd', '.'],
  'dd-MM-yyyy': ['dmy', '-'], 'dd/MM/yyyy': ['dmy', '/'], 'dd.MM.yyyy': ['dmy', '.'], 'MM-dd-yyyy': ['mdy', '-'], 'MM/dd/yyyy': ['mdy', '/'],
};
/** Milli-, micro- and nanoseconds cannot be taken for each other: Binance changed from the first to the second within a symbol's files. */
const leastMicros = 1e14;
const leastNanos = 1e17;

const numeric = /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})(.*)$/s;
const packed = /^(\d{4})(\d{2})(\d{2})(.*)$/s;
const named = /^([\p{L}\p{M}]{3,12})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})(.*)$/su;
const dayNamed = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: de)?[ -]?([\p{L}\p{M}]{3,12})\.?,?(?: de)?[ -]?(\d{4}|\d{2})(?!\d)(.*)$/su;
const yearNamed = /^(\d{4})[ -]([\p{L}\p{M}]{3,12})\.?[ -](\d{1,2})(?!\d)(.*)$/su;
/** A weekday in front (`Tue, Jan 2, 2024`) or behind (`2024-01-02,二`, `2024/1/2 周二`, `2024-01-02（星期二）`). */
const weekdays = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +(?=[a-z\d])|(?:[,，\s(（-]+|(?=星期|周|週))(?:星期|周|週)?[一二三四五六日天][)）]?$/gi;
const chineseDate = /^(\d{4})年(\d{1,2})月(\d{1,2})日/;
const chineseTime = /(\d{1,2})[时時](\d{1,2})分(?:(\d{1,2})秒)?$/;
const chineseHalf = /(上午|下午)\s*(\d{1,2}:\d{2}(?::\d{2})?)$/;
const timeTail = /^(?:[T ]\s*|,\s*)?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]?(\d{1,9}))?)?\s*([AaPp][Mm])?\s*(Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4}|[A-Z][A-Za-z]+\/[A-Za-z_/]+)?$/;

/** Reads a date cell, with the time of day where it holds one; null where it is not a date of this format. */
export function readMoment(cell: string, format: DateFormat): Moment | null {
  const text = plainText(cell).replace(weekdays, '');
  if (format === 'epochSeconds') return fromEpoch(text, 1_000);
  if (format === 'epochMillis' || format === 'epochMicros') return fromEpoch(text, subMillis(Math.abs(Number(text))));
  if (format === 'excelSerial') return fromSerial(text);
  if (format === 'yyyyMMdd') {
    const match = packed.exec(text.replace(/\.0*$/, ''));
    return match === null ? null : build(Number(match[1]), Number(match[2]), Number(match[3]), match[4] ?? '');
  }
  if (format === 'MMM dd, yyyy') {
    const match = named.exec(text);
    if (match !== null) return build(Number(match[3]), monthOfName(match[1] ?? ''), Number(match[2]), match[4] ?? '');
    const other = dayNamed.exec(text);
    if (other !== null) return build(fullYear(other[3] ?? ''), monthOfName(other[2] ?? ''), Number(other[1]), other[4] ?? '');
    const sorted = yearNamed.exec(text);
    return sorted === null ? null : build(Number(sorted[1]), monthOfName(sorted[2] ?? ''), Number(sorted[3]), sorted[4] ?? '');
  }
  const layout = layouts[format];
  const match = numeric.exec(text.replace(chineseDate, '$1-$2-$3'));
  if (layout === undefined || match === null || match[2] !== layout[1]) return null;
  const [a, b, c] = [match[1] ?? '', match[3] ?? '', match[4] ?? ''];
  if (layout[0] === 'ymd') {
    const fits = format.startsWith('yy-') || format.startsWith('yy/') || format.startsWith('yy.') ? a.length === 2 : a.length === 4;
    return fits && c.length <= 2 ? build(fullYear(a), Number(b), Number(c), match[5] ?? '') : null;
  }
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  const year = fullYear(c);
  return layout[0] === 'dmy' ? build(year, Number(b), Number(a), match[5] ?? '') : build(year, Number(a), Number(b), match[5] ?? '');
}

/** Two digits mean 1970 to 2069, as spreadsheets read them. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? year + (year < 70 ? 2_000 : 1_900) : year;
}

/**
 * Reads a cell of a time column (`09:35`, `0935`, `93500`, `01:00:00 PM`, a spreadsheet's `0.395833`) as milliseconds of the day; null where it
 * is none.
 */
export function readTimeOfDay(cell: string): number | null {
  // Spreadsheets keep a time alone as one of the day they count from.
  const text = plainText(cell).replace(/^1899-12-3[01] /, '');
  if (/^0?\.\d{2,}$/.test(text)) return Math.round(Number(text) * 86_400) * 1_000;
  if (text === '0') return 0;
  // Kept as a number, a time has lost the zero in front of its hour.
  const tail = timeTail.exec(/^(\d{3}|\d{5}|\d{8})$/.test(text) ? `0${text}` : text);
  return tail === null ? null : ofDay(tail);
}

/** A cell without apostrophes, full-width signs and the words of Chinese times. */
function plainText(cell: string): string {
  const text = halfWidth(cell).trim().replace(/^['’]|['’]$/g, '');
  if (!/[分午]/.test(text)) return text;
  const timed = text.replace(chineseTime, (_, hour: string, minute: string, second = '0') => ` ${[hour, minute, second].map((part) => part.padStart(2, '0')).join(':')}`);
  return timed.replace(chineseHalf, (_, half: string, time: string) => `${time} ${half === '上午' ? 'AM' : 'PM'}`);
}

function build(year: number, month: number, day: number, tail: string): Moment | null {
  if (year < 1700 || year > 2200 || !isCalendarDay(year, month, day)) return null;
  const written = { day: Date.UTC(year, month - 1, day) / dayMs, ofDay: null, offset: null };
  if (tail.trim() === '') return written;
  const match = timeTail.exec(tail);
  if (match === null) return null;
  const time = ofDay(match);
  if (time === null || match[6] === undefined) return time === null ? null : { ...written, ofDay: time };
  const offset = writtenOffset(match[6], written.day, time);
  return offset === null ? null : { ...written, ofDay: time, offset };
}

function ofDay(match: RegExpExecArray): number | null {
  let hour = Number(match[1]);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  const half = match[5]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1_000 + Math.floor(Number(`0.${match[4] ?? '0'}`) * 1_000);
}

/** What one unit of a count beyond seconds is in milliseconds, told by its size. */
function subMillis(count: number): number {
  if (count >= leastNanos) return 1e-6;
  return count >= leastMicros ? 1e-3 : 1;
}

function fromEpoch(text: string, unit: number): Moment | null {
  if (!/^-?\d{1,19}(\.0*)?$/.test(text)) return null;
  const ms = Math.floor(Number(text) * unit);
  const day = Math.floor(ms / dayMs);
  if (day < -98_615 || day > 84_006) return null;
  return { day, ofDay: ms - day * dayMs, offset: 0 };
}

/** Days since 1899-12-30, the time of day as their fraction, as a spreadsheet keeps dates; rounded to the second. */
function fromSerial(text: string): Moment | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const seconds = Math.round(Number(text) * 86_400);
  const day = Math.floor(seconds / 86_400);
  return { day: day - 25_569, ofDay: text.includes('.') ? (seconds - day * 86_400) * 1_000 : null, offset: null };
}
