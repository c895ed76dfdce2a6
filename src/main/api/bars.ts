import { resampleDaily } from '../../analysis/series/resample-daily.ts';
import { AppError } from '../../shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import type { Adjustment } from '../../shared/basis.ts';
import type { BarsReply, Freshness, SeriesInfo } from '../../shared/contract/bars.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import { dayMs, parseTradingDate } from '../../shared/time.ts';
import type { Instrument, Series, Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';
import { sourceSeries } from './preferred-series.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { timeText } from './symbols.ts';

export type SeriesAge = (instrument: Instrument, series: Series) => Freshness;

/** Series and their bars, at the frequency and adjustment asked for. */
export function barsHandlers(store: Store, ageOf: SeriesAge): HandlersOf<'bars'> & HandlersOf<'series'> {
  return {
    'series.list': ({ symbol }) => {
      const instrument = resolveInstrument(symbol, store.read.instruments());
      return store.read.seriesOf(instrument.id).map((series) => seriesInfo(instrument, series));
    },
    'bars.read': (input) => readBars(store, ageOf, input),
  };
}

export function readBars(store: Store, ageOf: SeriesAge, input: ParsedInput<'bars.read'>): BarsReply {
  const instrument = resolveInstrument(input.symbol, store.read.instruments());
  const series = chooseSeries(store, instrument, input);
  const freq = input.freq ?? series.freq;
  const adjustments = allowedAdjustments(series);
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
  // A resampled or cut answer has indices of its own, so only the stored series itself is answered in part.
  const whole = freq === series.freq && input.from === undefined && input.to === undefined;
  if (!whole) return { ...reply, mode: 'full', fromIndex: 0, columns: cut(atFrequency(bars, series.freq, freq), freq, input) };
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

/** Nothing can be computed from the stored basis alone without corporate actions; what cannot be computed is refused. */
function allowedAdjustments(series: Series): readonly Adjustment[] {
  void series;
  return ['none'];
}

function atFrequency(bars: BarColumns, from: Frequency, to: Frequency): BarColumns {
  if (from === to) return bars;
  if (from === '1d' && (to === '1w' || to === '1M')) return resampleDaily(bars, to);
  throw new AppError('bars.none', { symbol: '', freq: to, stored: from });
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
