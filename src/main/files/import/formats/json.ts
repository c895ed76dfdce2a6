import { AppError } from '../../../../shared/app-error.ts';
import { bases, type Basis } from '../../../../shared/basis.ts';
import { frequencies, type Frequency } from '../../../../shared/frequency.ts';
import type { ConvertedFile } from '../converted-file.ts';
import type { ExtraColumns, FormatTraits } from '../format.ts';
import type { TableShape } from '../guess-table.ts';
import { tableText, type TableCell } from '../table-text.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Tables nested deeper than this are not looked for. */
const deepest = 5;

/**
 * Reads JSON tables: columns as arrays (our own export and `bars --json`), arrays of objects or arrays (answers of exchanges), JSON
 * lines, lines of text, and objects by date (Alpha Vantage). Errors: `import.json`, `import.jsonText`, `import.providerMessage` where a service answered with words alone.
 */
export function jsonToTable(bytes: Uint8Array): ConvertedFile {
  const content = parse(bytes);
  const rows = findTable(content, 0);
  if (rows === null) {
    const message = isObject(content) ? Object.values(content).find((value) => typeof value === 'string' && value.length > 10) : undefined;
    throw message === undefined ? new AppError('import.json') : new AppError('import.providerMessage', { message: String(message).slice(0, 200) });
  }
  const own = isObject(content) && content.kind === 'chartroom-bars';
  const stated = isObject(content) ? statedTraits(content) : {};
  return {
    text: tableText(rows),
    format: { id: own ? 'chartroom' : 'json', recognise: (_sample, table) => (table === null ? null : { confidence: own ? 1 : 0.7, ...stated, ...(own ? { stampsPeriodStart: false, extras: flagColumn(table) } : {}) }) },
  };
}

function flagColumn({ header }: TableShape): ExtraColumns {
  const at = header?.indexOf('flags') ?? -1;
  return at < 0 ? {} : { flags: at };
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parseLines(text) ?? JSON.parse(text);
  } catch (error) {
    throw new AppError('import.jsonText', {}, { cause: error });
  }
}

/** JSON lines: a record on each line; null where the first line is not one by itself. */
function parseLines(text: string): unknown[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (lines.length < 2 || !/^\s*(\{.*\}|\[.*\])\s*$/.test(first)) return null;
  return lines.map((line): unknown => JSON.parse(line));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function statedTraits(content: JsonObject): Partial<FormatTraits> {
  const word = (key: string): string | undefined => (typeof content[key] === 'string' ? content[key] : undefined);
  const freq = frequencies.find((one): one is Frequency => one === word('freq'));
  const basis = bases.find((one): one is Basis => one === word('basis'));
  const meta = Object.values(content).find((value) => isObject(value) && typeof value['2. Symbol'] === 'string');
  const symbol = word('symbol') ?? word('ticker') ?? (isObject(meta) ? String(meta['2. Symbol']) : undefined);
  return { symbol, freq, basis, company: word('name'), zone: word('zone') };
}

function findTable(value: unknown, depth: number): TableCell[][] | null {
  if (depth > deepest || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return (value.length === 1 ? findTable(value[0], depth + 1) : null) ?? fromArray(value);
  const object = value as JsonObject;
  const columns = fromColumns(object) ?? fromDates(object) ?? fromNamedRows(object) ?? fromKlines(object);
  if (columns !== null) return columns;
  for (const inner of Object.values(object)) {
    const found = findTable(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function fromArray(items: readonly unknown[]): TableCell[][] | null {
  const [first] = items;
  if (typeof first === 'string' && first.includes(',')) return items.map((line) => String(line).split(','));
  if (Array.isArray(first)) return items.map((row) => (Array.isArray(row) ? row.map(cell) : []));
  if (!isObject(first)) return null;
  const keys = Object.keys(first);
  return [keys.map(headerOf), ...items.map((row) => keys.map((key) => (isObject(row) ? cell(row[key]) : null)))];
}

/** `{dates: […], open: […], …}`: arrays of one length, one of them times. */
function fromColumns(object: JsonObject): TableCell[][] | null {
  const timeKey = ['dates', 'times', 'date', 'time', 'timestamp', 't'].find((key) => Array.isArray(object[key]));
  if (timeKey === undefined) return null;
  const times = object[timeKey] as readonly unknown[];
  const columns = columnsOf(object, times.length, 0);
  return [columns.map(([key]) => headerOf(key)), ...times.map((_, index) => columns.map(([, values]) => cell(values[index])))];
}

/** Arrays of a length under an object, also deeper in it (`{timestamp: […], indicators: {quote: [{open: […]}]}}`). */
function columnsOf(object: JsonObject, length: number, depth: number): (readonly [string, readonly unknown[]])[] {
  return Object.entries(object).flatMap(([key, value]) => {
    if (Array.isArray(value) && value.length === length && !isObject(value[0])) return [[key, value] as const];
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    return depth < deepest && isObject(inner) ? columnsOf(inner, length, depth + 1) : [];
  });
}

/** `{fields: ['ts_code', …], items: [[…], …]}`: the names of the columns beside the rows. */
function fromNamedRows(object: JsonObject): TableCell[][] | null {
  const lists = Object.values(object).filter((value) => Array.isArray(value));
  const names = lists.find((list): list is string[] => list.length > 1 && list.every((one) => typeof one === 'string'));
  const rows = lists.find((list): list is unknown[][] => list.length > 0 && list.every((one) => Array.isArray(one) && one.length === names?.length));
  return names === undefined || rows === undefined ? null : [names.map(headerOf), ...rows.map((row) => row.map(cell))];
}

const klineHeader = ['日期', '开盘', '收盘', '最高', '最低', '成交量', '成交额', '振幅', '涨跌幅', '涨跌额', '换手率'];

/** `{code, klines: ['2024-01-02,…', …]}`: East Money's lines, whose fields stand in one order. */
function fromKlines({ klines }: JsonObject): TableCell[][] | null {
  if (!Array.isArray(klines)) return null;
  const rows = klines.map((line) => String(line).split(','));
  return rows[0]?.length === klineHeader.length ? [klineHeader, ...rows] : null;
}

/** `{"2024-01-02": {"1. open": …}, …}`. */
function fromDates(object: JsonObject): TableCell[][] | null {
  const entries = Object.entries(object);
  const [first] = entries;
  if (first === undefined || !/^\d{4}-\d{2}-\d{2}/.test(first[0]) || !isObject(first[1])) return null;
  const keys = Object.keys(first[1]);
  return [['date', ...keys], ...entries.map(([date, row]) => [date, ...keys.map((key) => (isObject(row) ? cell(row[key]) : null))])];
}

const headerOf = (key: string): string => (key === 't' ? 'timestamp' : key);

function cell(value: unknown): TableCell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
