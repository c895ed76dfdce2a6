import type { ColumnRole, DateFormat } from '../../../shared/contract/imports.ts';
import { isCalendarDay } from '../../../shared/time.ts';
import { BarRow } from './bar-row.ts';
import type { BarCollector } from './bar-collector.ts';
import { daysFromCivil } from './days-from-civil.ts';
import type { LineBlock } from './line-blocks.ts';
import type { RowLayout } from './row-layout.ts';
import type { RowReader } from './row-reader.ts';
import { scaled } from './scaled.ts';
import type { SeriesBuilder } from './series-builder.ts';
import { TextRowReader } from './text-row-reader.ts';

const newline = 10;
const carriageReturn = 13;
const quote = 34;
const plus = 43;
const minus = 45;
const point = 46;
const zero = 48;
const colon = 58;

const powersOfTen = Float64Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));

const roleCode: Readonly<Record<ColumnRole, number>> = { ignore: 0, name: 0, date: 1, time: 2, symbol: 3, open: 4, high: 5, low: 6, close: 7, volume: 8, amount: 9 };
/** From here on roles are numbers, in the order of `BarRow`. */
const firstPrice = roleCode.open;

/** Where year, month and day stand in a date of fixed width, and the separator between them (0: none). */
interface DateShape {
  readonly separator: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly first: number;
  readonly second: number;
  readonly width: number;
}

function dateShape(format: DateFormat): DateShape | null {
  const ymd = (separator: string): DateShape => ({ separator: separator.charCodeAt(0), year: 0, month: 5, day: 8, first: 4, second: 7, width: 10 });
  const dmy = (separator: string): DateShape => ({ separator: separator.charCodeAt(0), year: 6, month: 3, day: 0, first: 2, second: 5, width: 10 });
  const mdy = (separator: string): DateShape => ({ separator: separator.charCodeAt(0), year: 6, month: 0, day: 3, first: 2, second: 5, width: 10 });
  switch (format) {
    case 'yyyy-MM-dd': case 'iso': return ymd('-');
    case 'yyyy/MM/dd': return ymd('/');
    case 'yyyy.MM.dd': return ymd('.');
    case 'yyyyMMdd': return { separator: 0, year: 0, month: 4, day: 6, first: 0, second: 0, width: 8 };
    case 'dd-MM-yyyy': return dmy('-');
    case 'dd/MM/yyyy': return dmy('/');
    case 'dd.MM.yyyy': return dmy('.');
    case 'MM-dd-yyyy': return mdy('-');
    case 'MM/dd/yyyy': return mdy('/');
    default: return null;
  }
}

/** Whether the fast path knows a layout: single-byte delimiter, decimal point, dates of fixed width. */
export function isBytePlain(layout: RowLayout): boolean {
  return layout.decimal === '.' && /^[\t,;|]$/.test(layout.delimiter) && Object.values(layout.extras).every((at) => at === undefined) && dateShape(layout.dateFormat) !== null;
}

/**
 * The fast path: reads plain rows straight from bytes. Anything it does not know at once (quotes, exponents, more than 15 digits, words,
 * another number of cells) goes to `TextRowReader` row by row, so both paths give equal results.
 */
export class ByteRowReader implements RowReader {
  readonly #layout: RowLayout;
  readonly #collector: BarCollector;
  readonly #slow: TextRowReader;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #roles: Uint8Array;
  readonly #shape: DateShape;
  readonly #delimiter: number;
  /** The series of all rows where no column names one. */
  readonly #fixed: SeriesBuilder | null;
  readonly #isNamed: boolean;
  #symbolBytes: Uint8Array = new Uint8Array(0);
  #series: SeriesBuilder | null = null;

  #line: number;
  /** The month of the last date read and its first day: most dates follow one of the same month. */
  #year = NaN;
  #month = NaN;
  #monthStart = NaN;

  /** `firstLine`: the number of the first line it will be given. */
  constructor(layout: RowLayout, collector: BarCollector, firstLine: number) {
    this.#line = firstLine;
    const shape = dateShape(layout.dateFormat);
    if (shape === null) throw new RangeError(`no fixed width: ${layout.dateFormat}`);
    this.#layout = layout;
    this.#collector = collector;
    this.#slow = new TextRowReader(layout, collector, firstLine);
    this.#decoder = new TextDecoder(layout.encoding);
    // A role that stands twice counts once, like in the text reader.
    this.#roles = Uint8Array.from(layout.columns, (role, index) => (layout.columns.indexOf(role) === index ? roleCode[role] : 0));
    this.#shape = shape;
    this.#delimiter = layout.delimiter.charCodeAt(0);
    this.#isNamed = this.#roles.includes(roleCode.symbol);
    this.#fixed = this.#isNamed ? null : collector.series(layout.symbol ?? '');
  }

  read({ bytes, end }: LineBlock): void {
    // A row a call: a short function called often runs as fast machine code sooner than one long loop.
    for (let at = 0; at < end; ) at = this.#readRow(bytes, at, end);
  }

  /** Reads the row at `start`, with it what belongs to it where it is not plain; answers where the next one begins. */
  #readRow(bytes: Uint8Array, start: number, end: number): number {
    const { row } = this.#collector;
    const roles = this.#roles;
    const delimiter = this.#delimiter;
    for (let index = 0; index < row.length; index += 1) row[index] = NaN;
    let at = start;
    let column = 0;
    let day = NaN;
    let ofDay = NaN;
    let symbolFrom = 0;
    let symbolTo = 0;
    for (;;) {
      const role = roles[column] ?? 0;
      if (role >= firstPrice) {
        at = readNumber(bytes, at, delimiter, row, role - firstPrice + BarRow.open);
        if (at < 0) return this.#readSlowly(bytes, start, end);
      } else if (role === 1) {
        day = this.#readDay(bytes, at);
        if (Number.isNaN(day)) return this.#readSlowly(bytes, start, end);
        at += this.#shape.width;
        const after = bytes[at];
        if (after === 32 || after === 84) {
          ofDay = readTime(bytes, at + 1);
          if (Number.isNaN(ofDay)) return this.#readSlowly(bytes, start, end);
          at += bytes[at + 6] === colon ? 9 : 6;
        }
      } else if (role === 2) {
        ofDay = readTime(bytes, at);
        if (Number.isNaN(ofDay)) return this.#readSlowly(bytes, start, end);
        at += bytes[at + 5] === colon ? 8 : 5;
      } else {
        const from = at;
        let byte = bytes[at] ?? newline;
        while (byte !== delimiter && byte !== newline && byte !== carriageReturn && byte !== quote && at < end) byte = bytes[++at] ?? newline;
        if (byte === quote) return this.#readSlowly(bytes, start, end);
        if (role === 3) {
          symbolFrom = from;
          symbolTo = at;
        }
      }
      column += 1;
      if (at >= end || bytes[at] !== delimiter) break;
      at += 1;
      if (column === roles.length) return this.#readSlowly(bytes, start, end);
    }
    if (at < end && bytes[at] === carriageReturn) at += 1;
    if (column !== roles.length || (at < end && bytes[at] !== newline)) return this.#readSlowly(bytes, start, end);
    const { tally } = this.#collector;
    const { clock, volumeScale, amountScale } = this.#layout;
    tally.rows += 1;
    const series = this.#isNamed ? this.#seriesOf(bytes, symbolFrom, symbolTo) : this.#fixed;
    row[BarRow.time] = clock(day, ofDay, NaN);
    row[BarRow.flags] = 0;
    if (volumeScale !== 1) row[BarRow.volume] = scaled(row[BarRow.volume] ?? NaN, volumeScale);
    if (amountScale !== 1) row[BarRow.amount] = scaled(row[BarRow.amount] ?? NaN, amountScale);
    const rule = series === null ? 'symbol' : this.#collector.add(series);
    if (rule !== null) tally.refuse(this.#line, rule, this.#decoder.decode(bytes.subarray(start, at)).trimEnd());
    this.#line += 1;
    return at + 1;
  }

  /** Leaves a row to the text reader; answers where the next one begins. */
  #readSlowly(bytes: Uint8Array, start: number, end: number): number {
    const stop = bytes.indexOf(newline, start);
    let next = stop < 0 || stop >= end ? end : stop + 1;
    // A quoted cell may go on in the next line, so the rest of the block goes with it.
    if (bytes.subarray(start, next).includes(quote)) next = end;
    this.#line += this.#slow.readLines(bytes.subarray(start, next), this.#line);
    return next;
  }

  #readDay(bytes: Uint8Array, at: number): number {
    const { separator, year, month, day, first, second } = this.#shape;
    if (separator !== 0 && (bytes[at + first] !== separator || bytes[at + second] !== separator)) return NaN;
    const y = twoDigits(bytes, at + year) * 100 + twoDigits(bytes, at + year + 2);
    const m = twoDigits(bytes, at + month);
    const d = twoDigits(bytes, at + day);
    if (y < 1700 || y > 2200 || !isCalendarDay(y, m, d)) return NaN;
    if (y !== this.#year || m !== this.#month) {
      this.#year = y;
      this.#month = m;
      this.#monthStart = daysFromCivil(y, m, 1);
    }
    return this.#monthStart + d - 1;
  }

  #seriesOf(bytes: Uint8Array, from: number, to: number): SeriesBuilder | null {
    const last = this.#symbolBytes;
    if (last.length === to - from && this.#series !== null) {
      let same = true;
      for (let index = 0; index < last.length; index += 1) {
        if (last[index] !== bytes[from + index]) {
          same = false;
          break;
        }
      }
      if (same) return this.#series;
    }
    this.#symbolBytes = bytes.slice(from, to);
    this.#series = this.#collector.series(this.#decoder.decode(this.#symbolBytes).trim());
    return this.#series;
  }
}

/** Reads a cell of digits into a place of the row, an empty one as NaN; answers where it ends, -1 where it is not as plain as that. */
function readNumber(bytes: Uint8Array, from: number, delimiter: number, row: Float64Array, place: number): number {
  let at = from;
  let byte = bytes[at] ?? newline;
  if (byte === delimiter || byte === newline || byte === carriageReturn) return at;
  const negative = byte === minus;
  if (negative || byte === plus) byte = bytes[++at] ?? newline;
  const first = at;
  let mantissa = 0;
  while (byte >= zero && byte < colon) {
    mantissa = mantissa * 10 + (byte - zero);
    byte = bytes[++at] ?? newline;
  }
  let scale = 0;
  let digits = at - first;
  if (byte === point) {
    const fraction = at + 1;
    byte = bytes[++at] ?? newline;
    while (byte >= zero && byte < colon) {
      mantissa = mantissa * 10 + (byte - zero);
      byte = bytes[++at] ?? newline;
    }
    scale = at - fraction;
    digits += scale;
  }
  // Up to 15 digits both numbers are exact, so one division rounds as IEEE 754 asks.
  if (digits === 0 || digits > 15) return -1;
  const value = scale === 0 ? mantissa : mantissa / (powersOfTen[scale] ?? NaN);
  row[place] = negative ? -value : value;
  return at;
}

/** Far below zero where there are none, so that nothing built from it is a year, month, day, hour, minute or second. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** `HH:mm` or `HH:mm:ss` as milliseconds of the day; NaN for anything else. */
function readTime(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== colon) return NaN;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = bytes[at + 5] === colon ? twoDigits(bytes, at + 6) : 0;
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59 ? ((hour * 60 + minute) * 60 + second) * 1_000 : NaN;
}
