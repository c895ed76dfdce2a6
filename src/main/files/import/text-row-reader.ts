import { BarFlag, type BarFlagName } from '../../../shared/bar-flag.ts';
import type { ColumnRole } from '../../../shared/contract/imports.ts';
import { BarRow } from './bar-row.ts';
import type { BarCollector } from './bar-collector.ts';
import type { LineBlock } from './line-blocks.ts';
import { readEvent } from './read-event.ts';
import { isMissing, readNumber } from './read-number.ts';
import { readMoment, readTimeOfDay } from './read-moment.ts';
import type { RowLayout } from './row-layout.ts';
import type { RowReader } from './row-reader.ts';
import type { RowRule } from './row-rules.ts';
import { scaled } from './scaled.ts';
import type { SeriesBuilder } from './series-builder.ts';
import { splitRecords } from './split-records.ts';

/** The library path: reads every kind of table, and defines what a row means. `ByteRowReader` only takes short cuts to the same result. */
export class TextRowReader implements RowReader {
  readonly #layout: RowLayout;
  readonly #collector: BarCollector;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #at: Readonly<Partial<Record<ColumnRole, number>>>;
  readonly #needed: number;

  #line: number;

  /** `firstLine`: the number of the first line it will be given. */
  constructor(layout: RowLayout, collector: BarCollector, firstLine: number) {
    this.#line = firstLine;
    this.#layout = layout;
    this.#collector = collector;
    this.#decoder = new TextDecoder(layout.encoding);
    this.#at = Object.fromEntries(layout.columns.map((role, index) => [role, index] as const).reverse());
    this.#needed = layout.columns.findLastIndex((role) => role !== 'ignore') + 1;
  }

  read(block: LineBlock): void {
    this.#line += this.readLines(block.bytes.subarray(0, block.end), this.#line);
  }

  /** Reads lines of which the first has a number; how many there were. */
  readLines(bytes: Uint8Array, firstLine: number): number {
    const { records, lines } = splitRecords(this.#decoder.decode(bytes), firstLine, this.#layout.delimiter);
    for (const { line, text: raw, cells } of records) {
      this.#collector.tally.rows += 1;
      const rule = cells === null ? 'quotes' : this.readCells(cells);
      if (rule !== null) this.#collector.tally.refuse(line, rule, raw);
    }
    return lines;
  }

  /** One row; the rule that refuses it, or null once it is in the collector. */
  readCells(cells: readonly string[]): RowRule | null {
    const { columns, header, clock, dateFormat, decimal, volumeScale, amountScale } = this.#layout;
    const at = this.#at;
    if (cells.every((cell) => cell.trim() === '') || this.#isEmpty(cells)) return 'noValues';
    if (isNote(cells)) return 'footer';
    if (header !== null && cells.length === header.length && cells.every((cell, index) => cell.trim() === header[index])) return 'header';
    if (this.#readEvent(cells)) return 'event';
    if (cells.length < this.#needed || cells.slice(columns.length).some((cell) => cell.trim() !== '')) return 'cells';
    const moment = readMoment(cells[at.date ?? 0] ?? '', dateFormat);
    if (moment === null) return 'date';
    const ofDay = at.time === undefined ? moment.ofDay : readTimeOfDay(cells[at.time] ?? '');
    if (at.time !== undefined && ofDay === null) return 'date';
    const number = (role: ColumnRole): number | null => {
      const index = at[role];
      return index === undefined ? NaN : readNumber(cells[index] ?? '', decimal);
    };
    const open = number('open');
    const high = number('high');
    const low = number('low');
    const close = number('close');
    const volume = number('volume');
    const amount = number('amount');
    if (open === null || high === null || low === null || close === null || volume === null || amount === null) return 'number';
    const series = this.#collector.series(at.symbol === undefined ? this.#layout.symbol ?? '' : (cells[at.symbol] ?? '').trim());
    if (series === null) return 'symbol';
    const { extras } = this.#layout;
    const row = this.#collector.row;
    row[BarRow.time] = clock(moment.day, ofDay ?? NaN, moment.offset ?? NaN);
    row[BarRow.open] = open;
    row[BarRow.high] = high;
    row[BarRow.low] = low;
    row[BarRow.close] = close;
    row[BarRow.volume] = scaled(volume, volumeScale);
    row[BarRow.amount] = scaled(amount, amountScale);
    row[BarRow.flags] = extras.flags === undefined ? 0 : readFlags(cells[extras.flags] ?? '');
    const rule = this.#collector.add(series);
    if (rule === null) this.#addActions(series, moment.day, cells);
    return rule;
  }

  /** Whether date and figures are all marks of emptiness, as services answer for a symbol they do not know. */
  #isEmpty(cells: readonly string[]): boolean {
    return this.#layout.columns.every((role, index) => role === 'symbol' || role === 'name' || role === 'ignore' || isMissing(cells[index] ?? ''));
  }

  /** Takes in a row that holds a dividend or a split in words instead of prices. */
  #readEvent(cells: readonly string[]): boolean {
    const { columns, dateFormat, symbol } = this.#layout;
    const event = columns.length < 5 ? null : readEvent(cells, this.#at.date ?? 0);
    const moment = event === null ? null : readMoment(cells[this.#at.date ?? 0] ?? '', dateFormat);
    const series = moment === null || symbol === null ? null : this.#collector.series(symbol);
    if (event === null || moment === null || series === null) return false;
    this.#collector.addAction(series, event.kind, moment.day, event.value);
    return true;
  }

  #addActions(series: SeriesBuilder, day: number, cells: readonly string[]): void {
    const { extras, decimal } = this.#layout;
    const value = (index: number | undefined): number => (index === undefined ? NaN : readNumber(cells[index] ?? '', decimal) ?? NaN);
    const [dividend, split] = [value(extras.dividend), value(extras.split)];
    if (dividend > 0) this.#collector.addAction(series, 'dividend', day, dividend);
    if (split > 0 && split !== 1) this.#collector.addAction(series, 'split', day, split);
  }
}

/** Flags as our own exports write them: names, or the bits as a number. */
function readFlags(cell: string): number {
  if (/^\d{1,3}$/.test(cell)) return Number(cell);
  return cell.split(' ').reduce((bits, name) => bits | (name in BarFlag ? BarFlag[name as BarFlagName] : 0), 0);
}

/** A line of words in the first cell and nothing else: a source note, a title, a closing remark. */
function isNote(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells;
  return rest.every((cell) => cell.trim() === '') && !isMissing(first) && !/^[\d+-]/.test(first.trim()) && /\p{L}/u.test(first);
}
