import { AppError } from '../../shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import type { Adjustment } from '../../shared/basis.ts';
import type { BarsReply, Freshness, SeriesInfo } from '../../shared/contract/bars.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import { dayMs, parseTradingDate } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { CorporateAction, Instrument, Series, Store } from '../store/store.ts';
import { adjustedBars, atFrequency } from './bar-views.ts';
import type { HandlersOf } from './handlers.ts';
import { sourceSeries } from './preferred-series.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { timeText } from './symbols.ts';

export type SeriesAge = (instrument: Instrument, series: Series) => Freshness;

/** What reading bars takes. */
export interface BarSource {
  readonly store: Store;
  readonly ageOf: SeriesAge;
  readonly calendarById: CalendarById;
}

/** Series and their bars, at the frequency and adjustment asked for. */
export function barsHandlers(source: BarSource): HandlersOf<'bars'> & HandlersOf<'series'> {
  return {
    'series.list': ({ symbol }) => {
      const { store } = source;
      const instrument = resolveInstrument(symbol, store.read.instruments());
      return store.read.seriesOf(instrument.id).map((series) => seriesInfo(instrument, series));
    },
    'bars.read': (input) => readBars(source, input),
  };
}

/** Throws `symbol.*`, `bars.*`. */
export function readBars({ store, ageOf, calendarById }: BarSource, input: ParsedInput<'bars.read'>): BarsReply {
  const instrument = resolveInstrument(input.symbol, store.read.instruments());
  const series = chooseSeries(store, instrument, input);
  const freq = input.freq ?? series.freq;
  const actions = store.read.actions(instrument.id);
  const adjustments = allowedAdjustments(series, actions);
  if (!adjustments.includes(input.adjust)) {
    throw new AppError('bars.adjustment', {
      symbol: instrument.symbol, adjust: input.adjust, basis: series.basis, allowed: adjustments.join(', '),
    });
  }
  const reply = {
    series: seriesInfo(instrument, series),
    freq,
    adjust: input.adjust,
    adjustments,
    zone: instrument.zone,
    version: series.version,
    freshness: ageOf(instrument, series),
  };
  const bars = store.read.bars(series.id);
  // A changed or cut answer has indices of its own, so only the stored series itself is answered in part.
  const whole = freq === series.freq && input.adjust === 'none' && input.from === undefined && input.to === undefined;
  if (!whole) {
    const calendar = calendarById(instrument.calendar);
    const adjusted = adjustedBars(bars, series, input.adjust, actions, calendar);
    return { ...reply, mode: 'full', fromIndex: 0, columns: cut(atFrequency(adjusted, series, freq, calendar), freq, input) };
  }
  const change = input.sinceVersion === undefined ? null : store.read.changesSince(series.id, input.sinceVersion);
  if (input.sinceVersion === series.version) return { ...reply, mode: 'append', fromIndex: bars.time.length, columns: sliceBars(bars, bars.time.length, bars.time.length) };
  if (change === null || change.mode === 'full') return { ...reply, mode: 'full', fromIndex: 0, columns: bars };
  return { ...reply, mode: change.mode, fromIndex: change.fromIndex, columns: sliceBars(bars, change.fromIndex, bars.time.length) };
}

function chooseSeries(store: Store, instrument: Instrument, input: ParsedInput<'bars.read'>): Series {
  const all = store.read.seriesOf(instrument.id);
  if (input.series !== undefined) {
    const named = all.find((series) => series.id === input.series);
    if (named === undefined) throw new AppError('bars.series', { series: input.series, symbol: instrument.symbol });
    return named;
  }
  const wanted = input.freq ?? '1d';
  const found = sourceSeries(all, wanted) ?? (input.freq === undefined ? (all.find((series) => series.bars > 0) ?? null) : null);
  if (found === null) {
    const stored = [...new Set(all.map((series) => series.freq))].join(', ') || '–';
    throw new AppError('bars.none', { symbol: instrument.symbol, freq: wanted, stored });
  }
  return found;
}

/** An adjusted view needs prices that are not adjusted already and the actions to adjust them by; nothing is guessed. */
function allowedAdjustments(series: Series, actions: readonly CorporateAction[]): readonly Adjustment[] {
  const computable = (series.basis === 'raw' || series.basis === 'split') && actions.length > 0;
  return computable ? ['none', 'forward', 'backward'] : ['none'];
}

/** `from` and `to` are days, both inclusive; for intraday bars, days in UTC. */
function cut(bars: BarColumns, freq: Frequency, { from, to }: ParsedInput<'bars.read'>): BarColumns {
  const unit = isIntraday(freq) ? dayMs : 1;
  const first = from === undefined ? -Infinity : (parseTradingDate(from) ?? -Infinity) * unit;
  const last = to === undefined ? Infinity : ((parseTradingDate(to) ?? Infinity) + 1) * unit;
  return sliceBars(bars, firstAtLeast(bars.time, first), firstAtLeast(bars.time, last));
}

function firstAtLeast(times: Float64Array, wanted: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function seriesInfo(instrument: Instrument, series: Series): SeriesInfo {
  return {
    id: series.id,
    symbol: instrument.symbol,
    freq: series.freq,
    origin: series.origin,
    basis: series.basis,
    bars: series.bars,
    from: timeText(series, series.firstTime),
    to: timeText(series, series.lastTime),
    version: series.version,
    source: series.source,
    fetchedAt: series.fetchedAt,
    flagged: series.flagged,
  };
}
