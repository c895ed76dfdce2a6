import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { allocateBars } from '../../src/shared/bars.ts';
import { parseTradingDate } from '../../src/shared/time.ts';
import type { UniverseFrame } from '../../src/analysis/universe/universe-frame.ts';
import { hasReference, referencePath } from '../reference-data.ts';

const prices = 'data/sp500-5yr.csv.gz';
const constituents = 'data/sp500-constituents.csv';

export const hasSp500 = hasReference(prices) && hasReference(constituents);

/** The five-year file as a frame, sectors from the (later) constituent list; an empty open, high or low takes the close. */
export function sp500Frame(): UniverseFrame {
  const lines = gunzipSync(readFileSync(referencePath(prices))).toString('utf8').trimEnd().split('\n').slice(1);
  const bars = allocateBars(lines.length);
  const symbols: string[] = [];
  const starts: number[] = [];
  const dates = new Set<number>();
  for (const [row, line] of lines.entries()) {
    const [date = '', open, high, low, close, volume, name = ''] = line.trim().split(',');
    const symbol = `US:${name}`;
    if (symbols.at(-1) !== symbol) {
      symbols.push(symbol);
      starts.push(row);
    }
    const day = parseTradingDate(date) ?? NaN;
    dates.add(day);
    bars.time[row] = day;
    bars.close[row] = Number(close);
    bars.open[row] = open === '' ? Number(close) : Number(open);
    bars.high[row] = high === '' ? Number(close) : Number(high);
    bars.low[row] = low === '' ? Number(close) : Number(low);
    bars.volume[row] = volume === '' ? NaN : Number(volume);
  }
  const sectors = new Map<string, string>();
  for (const line of readFileSync(referencePath(constituents), 'utf8').trim().split('\n').slice(1)) {
    const fields = line.match(/("([^"]*)"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, '').replace(/^"|"$/g, '')) ?? [];
    sectors.set(`US:${fields[0] ?? ''}`, fields[2] ?? '');
  }
  return {
    symbols,
    dates: Float64Array.from(dates).sort(),
    starts: Int32Array.from(starts),
    ends: Int32Array.from([...starts.slice(1), lines.length]),
    bars,
    turnover: null,
    industries: symbols.map((symbol) => sectors.get(symbol) ?? null),
    membership: 'today',
  };
}
