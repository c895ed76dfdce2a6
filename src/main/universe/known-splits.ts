import type { BarColumns } from '../../shared/bars.ts';
import { splitView } from '../api/split-view.ts';
import type { CorporateAction } from '../store/corporate-action.ts';
import type { StoreReader, Universe } from '../store/store.ts';

const priceColumns = ['open', 'high', 'low', 'close', 'volume'] as const satisfies readonly (keyof BarColumns)[];
type PriceColumn = Exclude<keyof BarColumns, 'flags'>;

/** By instrument, the splits of those that have raw daily prices. */
export type Splits = ReadonlyMap<number, readonly CorporateAction[]>;

/** The splits that had taken effect by a day (`TradingDate`); the same answer for all days between two of them while the data stay the same. */
export function createKnownSplits(read: Pick<StoreReader, 'series' | 'actions' | 'dataVersion'>): (day: number) => Splits {
  let version = NaN;
  let all: Splits = new Map();
  let remembered = new Map<number, Splits>();
  return (day) => {
    if (version !== read.dataVersion()) [version, all, remembered] = [read.dataVersion(), splitsOf(read), new Map()];
    const newest = [...all.values()].flat().reduce((latest, { exDate }) => (exDate <= day ? Math.max(latest, exDate) : latest), -Infinity);
    const known = remembered.get(newest) ?? splitsUntil(all, newest);
    remembered.set(newest, known);
    return known;
  };
}

function splitsUntil(all: Splits, day: number): Splits {
  const known = [...all].map(([instrument, splits]) => [instrument, splits.filter(({ exDate }) => exDate <= day)] as const);
  return new Map(known.filter(([, splits]) => splits.length > 0));
}

function splitsOf(read: Pick<StoreReader, 'series' | 'actions'>): Splits {
  const raw = new Set(read.series().flatMap(({ freq, basis, instrument }) => (freq === '1d' && basis === 'raw' ? [instrument] : [])));
  const splits = [...raw].map((instrument) => [instrument, read.actions(instrument).filter(({ kind }) => kind === 'split')] as const);
  return new Map(splits.filter(([, own]) => own.length > 0));
}

/** Takes splits out of the raw prices in the columns, which then are on a split basis. */
export function takeOutSplits({ series, offsets, columns }: Universe<'time'> & { readonly columns: Partial<BarColumns> }, splits: Splits): void {
  for (const [index, one] of series.entries()) {
    const own = splits.get(one.instrument);
    if (own === undefined) continue;
    const part = (name: PriceColumn): Float64Array => (columns[name] ?? new Float64Array(0)).subarray(offsets[index], offsets[index + 1]);
    const bars = { time: part('time'), open: part('open'), high: part('high'), low: part('low'), close: part('close'), volume: part('volume'), amount: part('amount'), flags: new Uint8Array(0) };
    const view = splitView({ actions: () => own }, one, bars);
    for (const name of priceColumns) part(name).set(view.bars[name]);
  }
}
