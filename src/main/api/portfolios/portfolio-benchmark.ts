import { equalWeightReturns, type DatedReturns } from '../../../analysis/series/equal-weight-returns.ts';
import { firstAfter } from '../../../analysis/series/first-after.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { tradingDateOf } from '../../../shared/time.ts';
import type { Series } from '../../store/store.ts';
import type { BarSource } from '../bar-source.ts';
import { splitView } from '../split-view.ts';
import { resolveInstrument } from '../resolve-symbol.ts';
import { valuedInstrument } from './priced-series.ts';

/** Enough for a mean, few enough to be read at once. */
const mostMembers = 600;

interface Benchmark {
  /** Instrument key, or `equalWeight`. */
  readonly name: string;
  readonly symbols: number;
  readonly returns: DatedReturns;
}

/**
 * What a portfolio is compared with from a day on: the instrument asked for, else the mean of the stored instruments of its currency,
 * equally weighted (of many, 600 evenly picked ones); null where there are not two of them.
 */
export function portfolioBenchmark(from: BarSource, asked: string | undefined, currency: string, firstDay: number, asOf: string | undefined): Benchmark | null {
  const { read } = from.store;
  if (asked !== undefined) {
    const { symbol } = resolveInstrument(asked, read.instruments());
    const found = valuedInstrument(from, symbol, currency, asOf);
    if (typeof found === 'string') throw new AppError('portfolio.noBars', { name: asked, symbols: symbol });
    return { name: symbol, symbols: 1, returns: equalWeightReturns([found.bars]) };
  }
  const currencies = new Map(read.instruments().filter(({ kind }) => kind !== 'fx').map((instrument) => [instrument.id, instrument.currency]));
  const until = asOf === undefined ? Infinity : tradingDateOf(asOf);
  const candidates = new Map<number, Series>();
  for (const series of read.series()) {
    const fits = series.freq === '1d' && series.basis !== 'forwardAdditive' && series.firstTime <= until && series.lastTime >= firstDay;
    if (fits && currencies.get(series.instrument) === currency && !candidates.has(series.instrument)) candidates.set(series.instrument, series);
  }
  const all = [...candidates.values()];
  const count = Math.min(all.length, mostMembers);
  const picked = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]).filter((series) => series !== undefined);
  const members = picked.map((series) => within(splitView(read, series, read.bars(series.id)).bars, firstDay, until)).filter(({ time }) => time.length > 1);
  return members.length < 2 ? null : { name: 'equalWeight', symbols: members.length, returns: equalWeightReturns(members) };
}

/** The closes from the one before a day, which gives that day's return, to the as-of day. */
function within({ time, close }: BarColumns, firstDay: number, until: number): Pick<BarColumns, 'time' | 'close'> {
  const start = Math.max(0, firstAfter(time, firstDay - 1) - 1);
  const end = firstAfter(time, until);
  return { time: time.subarray(start, end), close: close.subarray(start, end) };
}
