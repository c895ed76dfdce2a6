import type { PricedSeries } from '../../../analysis/portfolio/holding.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { Instrument, Series } from '../../store/store.ts';
import { closedBars } from '../analyze/closed-bars.ts';
import type { BarSource } from '../bar-source.ts';
import { endOfDay, knownActions, knownSeries } from '../known-series.ts';
import { preferredSeries } from '../preferred-series.ts';
import { splitView } from '../split-view.ts';

/** The daily bars an instrument is valued with. */
export interface ValuedInstrument {
  readonly instrument: Instrument;
  readonly series: Series;
  /** What returns and risk are computed from: raw prices with their splits taken out. */
  readonly bars: BarColumns;
  readonly basis: Basis;
  readonly priced: PricedSeries;
}

export type ValuedReason = 'unknown' | 'bars' | 'basis' | 'rate';

/** Daily closes of a symbol in real prices and what a unit of its currency is worth in `currency`, known by `asOf`; or why not. */
export function valuedInstrument(from: BarSource, symbol: string, currency: string, asOf: string | undefined): ValuedInstrument | ValuedReason {
  const { read } = from.store;
  const instrument = read.instrument(symbol);
  if (instrument === null) return 'unknown';
  const daily = read.seriesOf(instrument.id).filter(({ freq, bars }) => freq === '1d' && bars > 0);
  // Prices moved by dividends are not what was paid or can be got.
  const usable = preferredSeries(daily.filter(({ basis }) => basis === 'raw' || basis === 'split'), '1d');
  if (usable === null) return daily.length > 0 ? 'basis' : 'bars';
  const rate = rateOf(from, instrument.currency ?? currency, currency, asOf);
  if (rate === null) return 'rate';
  const { series, bars } = barsOf(from, instrument, usable, asOf);
  if (bars.time.length === 0) return 'bars';
  const actions = read.actions(instrument.id);
  const known = asOf === undefined ? actions : knownActions(actions, series, endOfDay(instrument, asOf));
  const splits = known.filter(({ kind }) => kind === 'split').map(({ exDate, value }) => ({ exDate, value }));
  return { instrument, series, ...splitView(read, series, bars), priced: { time: bars.time, close: bars.close, basis: series.basis === 'raw' ? 'raw' : 'split', splits, rate } };
}

function barsOf({ store }: BarSource, instrument: Instrument, series: Series, asOf: string | undefined): { readonly series: Series; readonly bars: BarColumns } {
  const known = asOf === undefined ? { series, bars: store.read.bars(series.id) } : knownSeries(store, series, endOfDay(instrument, asOf));
  return { series: known.series, bars: closedBars(known.bars) };
}

/** Currencies that are a part of another one. */
const parts: Readonly<Record<string, { readonly of: string; readonly share: number }>> = { GBp: { of: 'GBP', share: 0.01 }, GBX: { of: 'GBP', share: 0.01 }, ILA: { of: 'ILS', share: 0.01 }, ZAc: { of: 'ZAR', share: 0.01 } };

/** What one unit is worth in another currency: by stored daily rates of the pair, either way round; null where none are stored. */
function rateOf(from: BarSource, given: string, wanted: string, asOf: string | undefined): PricedSeries['rate'] | null {
  const [own, base] = [parts[given] ?? { of: given, share: 1 }, parts[wanted] ?? { of: wanted, share: 1 }];
  const share = own.share / base.share;
  if (own.of === base.of) return share;
  const direct = closesOf(from, `FX:${own.of}${base.of}`, asOf);
  if (direct !== null) return { time: direct.time, value: direct.close.map((close) => close * share) };
  const inverse = closesOf(from, `FX:${base.of}${own.of}`, asOf);
  return inverse === null ? null : { time: inverse.time, value: inverse.close.map((close) => share / close) };
}

function closesOf(from: BarSource, symbol: string, asOf: string | undefined): BarColumns | null {
  const instrument = from.store.read.instrument(symbol);
  const series = instrument === null ? null : preferredSeries(from.store.read.seriesOf(instrument.id), '1d');
  if (instrument === null || series === null) return null;
  const { bars } = barsOf(from, instrument, series, asOf);
  return bars.time.length === 0 ? null : bars;
}
