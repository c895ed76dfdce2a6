import type { ColumnRole, DateFormat } from '../../../shared/contract/imports.ts';
import { fittingDateFormats } from './date-formats.ts';
import { guessHeaderlessRoles } from './guess-headerless-roles.ts';
import { headerRoles } from './header-words.ts';
import type { TableRecord } from './split-records.ts';
import { sampleRecords, type TextSample } from './text-sample.ts';

/** The shape of a table as its sample shows it, whatever product wrote it. */
export interface TableShape {
  readonly delimiter: string;
  /** The header's cells; null where the file has none. */
  readonly header: readonly string[] | null;
  /** Lines before the first row: titles and the header. */
  readonly skipLines: number;
  readonly columns: readonly ColumnRole[];
  /** The rows of the sample. */
  readonly rows: readonly TableRecord[];
}

const delimiters = ['\t', ',', ';', '|', '，', ' '];
/** A header stands within the first lines, after titles and notes. */
const headerLines = 30;

/** Finds delimiter, header and column roles; null where no line looks like a table of bars. */
export function guessTable(sample: TextSample): TableShape | null {
  const found = delimiters.filter((delimiter) => sample.lines.some((line) => line.includes(delimiter)));
  const shapes = found.flatMap((delimiter) => withHeader(sample, delimiter) ?? []);
  const best = shapes.toSorted((a, b) => known(b) - known(a))[0];
  if (best !== undefined) return best;
  for (const delimiter of found) {
    const shape = withoutHeader(sample, delimiter);
    if (shape !== null) return shape;
  }
  return null;
}

/** Date formats that every date cell of the sample has; several when the order of day and month shows nowhere. */
export function tableDateFormats(shape: TableShape): DateFormat[] {
  const at = shape.columns.indexOf('date');
  return fittingDateFormats(shape.rows.map(({ cells }) => cells?.[at] ?? ''));
}

function known(shape: TableShape): number {
  return shape.columns.filter((role) => role !== 'ignore').length;
}

function withHeader(sample: TextSample, delimiter: string): TableShape | null {
  const records = sampleRecords(sample, delimiter);
  for (const [index, record] of records.slice(0, headerLines).entries()) {
    const cells = headerCells(record, records[index + 1]);
    const columns = onlyValue(nameIndex(cells, headerRoles(cells), records.slice(index + 1, index + 4)), cells);
    if (!columns.includes('date') || !columns.includes('close')) continue;
    return { delimiter, header: cells, skipLines: record.line + record.text.split('\n').length - 1, columns, rows: records.slice(index + 1) };
  }
  return null;
}

/** A header may have been written by hand, with full-width commas, over rows that a program wrote. */
function headerCells({ cells, text }: TableRecord, next: TableRecord | undefined): string[] {
  const byHand = cells?.length === 1 && (next?.cells?.length ?? 0) > 1;
  return (byHand ? text.split('，') : cells ?? []).map((cell) => cell.trim());
}

/** Data frames are saved with their index first, under an empty name: where its cells are dates, it is the date. */
function nameIndex(header: readonly string[], columns: ColumnRole[], rows: readonly TableRecord[]): ColumnRole[] {
  if (columns.includes('date') || !/^(unnamed: 0|index)?$/i.test(header[0] ?? '') || header.length < 2) return columns;
  const dated = fittingDateFormats(rows.map(({ cells }) => cells?.[0] ?? '')).some((format) => format !== 'excelSerial');
  return dated ? ['date', ...columns.slice(1)] : columns;
}

/** Of a date and a figure called `value`, or by the code of its series (`DGS10`), the figure is the close. */
function onlyValue(columns: ColumnRole[], header: readonly string[]): ColumnRole[] {
  const [, name = ''] = header;
  const isValue = /^value$/i.test(name) || (columns[1] === 'ignore' && /^[A-Z][A-Z\d_.]{1,30}$/.test(name) && !/DIVID|SPLIT|EARN|EPS/.test(name));
  return columns.length === 2 && columns[0] === 'date' && isValue ? ['date', 'close'] : columns;
}

function withoutHeader(sample: TextSample, delimiter: string): TableShape | null {
  const records = sampleRecords(sample, delimiter);
  const guess = guessHeaderlessRoles(records.map(({ cells }) => cells ?? []));
  if (guess === null) return null;
  const rows = records.slice(guess.firstRow);
  return { delimiter, header: null, skipLines: (rows[0]?.line ?? 1) - 1, columns: guess.columns, rows };
}
