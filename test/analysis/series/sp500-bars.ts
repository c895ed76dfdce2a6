import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { allocateBars, sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import { parseTradingDate } from '../../../src/shared/time.ts';
import { referencePath } from '../../reference-data.ts';

export const sp500File = 'data/sp500-5yr.csv.gz';

/** The S&P reference file as columns per symbol, in file order; an empty open, high or low takes the row's close. */
export function readSp500Bars(): Map<string, BarColumns> {
  const lines = gunzipSync(readFileSync(referencePath(sp500File))).toString('latin1').trimEnd().split('\n');
  const all = allocateBars(lines.length - 1);
  const starts = new Map<string, number>();
  for (let row = 0; row < lines.length - 1; row++) {
    const [date = '', open, high, low, close, volume, name = ''] = (lines[row + 1] ?? '').trimEnd().split(',');
    const last = Number(close);
    all.time[row] = parseTradingDate(date) ?? NaN;
    all.open[row] = open === '' ? last : Number(open);
    all.high[row] = high === '' ? last : Number(high);
    all.low[row] = low === '' ? last : Number(low);
    all.close[row] = last;
    all.volume[row] = volume === '' ? NaN : Number(volume);
    if (!starts.has(name)) starts.set(name, row);
  }
  const names = [...starts.keys()];
  return new Map(
    names.map((name, index) => {
      const next = names[index + 1];
      const end = next === undefined ? lines.length - 1 : (starts.get(next) ?? 0);
      return [name, sliceBars(all, starts.get(name) ?? 0, end)];
    }),
  );
}
