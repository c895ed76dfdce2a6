import { pastValuesAt, type PastValues } from '../../analysis/series/past-values.ts';
import { barColumnNames, type BarColumns } from '../../shared/bars.ts';
import { endOfDay } from '../api/known-series.ts';
import type { Series, StoreReader, Universe } from '../store/store.ts';

/** By series, the earlier values of its bars that were corrected after a day. */
type Corrections = ReadonlyMap<number, ReadonlyMap<number, PastValues>>;

/** Daily bars corrected after the end of a day (ISO) where they are traded; remembered while the data stay the same. */
export function createCorrections(read: Pick<StoreReader, 'series' | 'instruments' | 'revisions' | 'dataVersion'>): (day: string) => Corrections {
  let version = NaN;
  let remembered = new Map<string, Corrections>();
  return (day) => {
    if (version !== read.dataVersion()) [version, remembered] = [read.dataVersion(), new Map()];
    const known = remembered.get(day) ?? correctedAfter(read, day);
    remembered.set(day, known);
    return known;
  };
}

function correctedAfter(read: Pick<StoreReader, 'series' | 'instruments' | 'revisions'>, day: string): Corrections {
  const revised = read.series().filter(({ freq, flagged }) => freq === '1d' && flagged.revised > 0);
  if (revised.length === 0) return new Map();
  const instruments = new Map(read.instruments().map((instrument) => [instrument.id, instrument]));
  const corrections = new Map<number, ReadonlyMap<number, PastValues>>();
  for (const { id, instrument } of revised) {
    const traded = instruments.get(instrument);
    if (traded === undefined) continue;
    const past = pastValuesAt(read.revisions(id), endOfDay(traded, day).time);
    if (past.size > 0) corrections.set(id, past);
  }
  return corrections;
}

/** Writes the earlier values into the columns. */
export function putBack({ series, offsets, columns }: Universe<'time'> & { readonly columns: Partial<BarColumns> }, corrections: Corrections): void {
  for (const [index, { id }] of series.entries()) {
    const past = corrections.get(id);
    if (past === undefined) continue;
    for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row += 1) {
      const values = past.get(columns.time[row] as number);
      if (values === undefined) continue;
      for (const name of barColumnNames) {
        const column = columns[name];
        if (column !== undefined) column[row] = values[name];
      }
    }
  }
}

/** The facts of a series by which one of several is preferred, as they were on a day; bars after it lie among the rows held. */
export function factsOn(series: Series, time: Float64Array, start: number, end: number, day: number): Series {
  let last = end;
  while (last > start && (time[last - 1] as number) > day) last -= 1;
  return { ...series, bars: Math.max(0, series.bars - (end - last)), lastTime: last > start ? (time[last - 1] as number) : -Infinity };
}
