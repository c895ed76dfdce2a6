import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import { parseTradingDate } from '../../../src/shared/time.ts';
import { referencePath } from '../../reference-data.ts';

/** Reads a reference JSON file, gzip or plain. */
export function readReferenceJson(relative: string): unknown {
  const bytes = readFileSync(referencePath(relative));
  return JSON.parse((relative.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/** Bars by symbol from the S&P file; an empty open, high or low takes the row's close. */
export function readSp500(): Map<string, BarColumns> {
  const lines = gunzipSync(readFileSync(referencePath('data/sp500-5yr.csv.gz'))).toString('utf8').split('\n');
  const rows = new Map<string, string[][]>();
  for (const line of lines.slice(1)) {
    const cells = line.trimEnd().split(',');
    const symbol = cells[6];
    if (symbol === undefined) continue;
    const own = rows.get(symbol);
    if (own === undefined) rows.set(symbol, [cells]);
    else own.push(cells);
  }
  return new Map([...rows].map(([symbol, own]) => [symbol, columnsOf(own)]));
}

function columnsOf(rows: readonly string[][]): BarColumns {
  const bars = allocateBars(rows.length);
  for (const [index, [date = '', ...cells]] of rows.entries()) {
    const close = Number(cells[3]);
    const [open = close, high = close, low = close] = cells.slice(0, 3).map((cell) => (cell === '' ? close : Number(cell)));
    bars.time[index] = parseTradingDate(date) ?? NaN;
    bars.open[index] = open;
    bars.high[index] = high;
    bars.low[index] = low;
    bars.close[index] = close;
    bars.volume[index] = cells[4] === '' ? NaN : Number(cells[4]);
    // As the importer flags it: kept as given.
    if (Math.max(open, close) > high || Math.min(open, close) < low) bars.flags[index] = BarFlag.range;
  }
  return bars;
}
