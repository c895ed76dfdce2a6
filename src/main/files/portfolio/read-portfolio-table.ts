import Papa from 'papaparse';
import type { EntryKind, PortfolioEntry, PortfolioRejection, PortfolioRejectionReason } from '../../../shared/contract/portfolios.ts';
import { formatTradingDate, isCalendarDay, tradingDate } from '../../../shared/time.ts';
import { readNumber } from '../import/read-number.ts';
import { columnOf, kindOf, type PortfolioColumn } from './portfolio-columns.ts';

/** A symbol as written, understood or not. */
export type SymbolReading = { readonly symbol: string } | { readonly reason: 'symbol' | 'ambiguous'; readonly detail: string };

interface PortfolioTable {
  readonly entries: readonly PortfolioEntry[];
  readonly rejected: readonly PortfolioRejection[];
}

/** Titles stand in one of the first lines; what brokers write above them is passed over. */
const headerLines = 20;

/**
 * Reads transactions or holdings: a header with at least a symbol and a quantity (or a type and an amount), English or Chinese, cells
 * separated by commas, semicolons or tabs. Without a type column the sign of the quantity tells buy from sell where there is a date,
 * and each row is a position where there is none. Null where no header is found.
 */
export function readPortfolioTable(text: string, readSymbol: (written: string) => SymbolReading): PortfolioTable | null {
  const found = splitTable(text.replace(/^\uFEFF/, ''));
  if (found === null) return null;
  const { data, headerAt, header } = found;
  const lines = lineNumbers(data);
  const entries: PortfolioEntry[] = [];
  const rejected: PortfolioRejection[] = [];
  data.forEach((cells, index) => {
    if (index <= headerAt || cells.every((cell) => cell.trim() === '')) return;
    const read = readRow(new Row(header, cells), readSymbol);
    if ('entry' in read) entries.push(read.entry);
    else rejected.push({ ...read, line: lines[index] ?? index + 1, text: cells.join(',').slice(0, 200) });
  });
  return { entries, rejected };
}

interface SplitTable {
  readonly data: readonly string[][];
  readonly headerAt: number;
  readonly header: readonly (PortfolioColumn | null)[];
}

/** The separator is the one that makes a header out of one of the first lines; the rows below say nothing about it. */
function splitTable(text: string): SplitTable | null {
  for (const delimiter of [',', '\t', ';', '|']) {
    const { data } = Papa.parse<string[]>(text, { delimiter });
    const headerAt = data.slice(0, headerLines).findIndex((cells) => isHeader(cells.map(columnOf)));
    const header = data[headerAt]?.map(columnOf);
    if (header !== undefined) return { data, headerAt, header };
  }
  return null;
}

function isHeader(columns: readonly (PortfolioColumn | null)[]): boolean {
  return (columns.includes('symbol') && columns.includes('quantity')) || (columns.includes('type') && columns.includes('amount'));
}

/** The line on which each record begins; a quoted cell may span several. */
function lineNumbers(records: readonly (readonly string[])[]): readonly number[] {
  let next = 1;
  return records.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return line;
  });
}

class Row {
  readonly #header: readonly (PortfolioColumn | null)[];
  readonly #cells: readonly string[];
  constructor(header: readonly (PortfolioColumn | null)[], cells: readonly string[]) {
    this.#header = header;
    this.#cells = cells;
  }

  has(column: PortfolioColumn): boolean {
    return this.#header.includes(column);
  }

  text(column: PortfolioColumn): string {
    const at = this.#header.indexOf(column);
    // An apostrophe keeps spreadsheets from running what follows; it is no part of the text.
    return (this.#cells[at] ?? '').trim().replace(/^'(?=[=+\-@\d])/, '').replace(/^="(.*)"$/, '$1');
  }

  /** NaN where the cell is empty, null where it is no number. */
  number(column: PortfolioColumn): number | null {
    return readNumber(this.text(column), '.');
  }
}

interface Refusal {
  readonly reason: PortfolioRejectionReason;
  readonly detail: string;
}

function readRow(row: Row, readSymbol: (written: string) => SymbolReading): { readonly entry: PortfolioEntry } | Refusal {
  const date = readDate(row.text('date'));
  const signed = row.number('quantity');
  const kind = readKind(row, date === null ? NaN : (signed ?? NaN));
  if (kind === null) return { reason: 'kind', detail: row.text('type') };
  if (date === undefined || (date === null && kind !== 'position')) return { reason: 'date', detail: row.text('date') };
  const figures: Record<'price' | 'fee' | 'amount', number> = { price: NaN, fee: NaN, amount: NaN };
  for (const column of ['price', 'fee', 'amount'] as const) {
    const value = row.number(column);
    if (value === null || value < 0 && column === 'price') return { reason: column, detail: row.text(column) };
    figures[column] = Math.abs(value);
  }
  const isTrade = kind === 'buy' || kind === 'sell' || kind === 'position';
  if (isTrade && (signed === null || !(Math.abs(signed) > 0))) return { reason: 'quantity', detail: row.text('quantity') };
  const quantity = isTrade ? Math.abs(signed ?? NaN) : null;
  // Brokers give the amount where the price is missing.
  const price = isTrade ? known(Number.isNaN(figures.price) && quantity !== null && kind !== 'position' ? figures.amount / quantity : figures.price) : null;
  if (isTrade && kind !== 'position' && price === null) return { reason: 'price', detail: row.text('price') };
  const amount = isTrade ? null : known(Number.isNaN(figures.amount) && kind === 'fee' ? figures.fee : figures.amount);
  if (!isTrade && (amount === null || amount === 0)) return { reason: 'amount', detail: row.text('amount') };
  const written = row.text('symbol');
  const needsSymbol = isTrade || kind === 'dividend';
  if (needsSymbol && written === '') return { reason: 'symbol', detail: '' };
  const symbol = needsSymbol ? readSymbol(written) : null;
  if (symbol !== null && 'reason' in symbol) return symbol;
  return {
    entry: {
      kind, date, symbol: symbol?.symbol ?? null, quantity, price,
      fee: isTrade ? (known(figures.fee) ?? 0) : 0,
      amount, note: row.text('note').slice(0, 200),
    },
  };
}

function readKind(row: Row, signedQuantity: number): EntryKind | null {
  if (row.has('type')) return kindOf(row.text('type'));
  if (Number.isNaN(signedQuantity)) return 'position';
  return signedQuantity < 0 ? 'sell' : 'buy';
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The day as ISO text: null where the cell is empty, undefined where it is no day. Day and month alone never decide their order. */
function readDate(text: string): string | null | undefined {
  if (text === '') return null;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  return match !== null && isCalendarDay(year, month, day) ? formatTradingDate(tradingDate(year, month, day)) : undefined;
}
