import type { AsOf } from '../../analysis/series/as-of-view.ts';
import { firstAtLeast } from '../../analysis/series/first-at-least.ts';
import { AppError } from '../../shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import type { Adjustment } from '../../shared/basis.ts';
import type { BarsReply } from '../../shared/contract/bars.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import { dayMs, tradingDateOf } from '../../shared/time.ts';
import type { CorporateAction } from '../store/corporate-action.ts';
import type { Instrument, Series, Store } from '../store/store.ts';
import type { BarSource } from './bar-source.ts';
import { adjustedBars, atFrequency } from './bar-views.ts';
import { endOfDay, knownActions, knownSeries } from './known-series.ts';
import { sourceSeries } from './preferred-series.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { seriesFreshness } from './series-freshness.ts';
import { seriesInfo } from './series-info.ts';
import { timeText } from './time-text.ts';

/** With `asOf`, what could be known at the end of that day and nothing else. Throws `symbol.*`, `bars.*`. */
export function readBars(source: BarSource, input: ParsedInput<'bars.read'>): BarsReply {
  return readBarsOf(source, resolveInstrument(input.symbol, source.store.read.instruments()), input);
}

export interface BarsRequest extends Omit<ParsedInput<'bars.read'>, 'symbol'> {
  /** Raw prices with their splits taken out, as a source of split-adjusted prices has them; their basis is then `split`. */
  readonly onSplitBasis?: boolean;
}

/** The same for an instrument that is known already. */
export function readBarsOf({ store, ageOf, calendarById }: BarSource, instrument: Instrument, input: BarsRequest): BarsReply {
  const asOf = input.asOf === undefined ? null : endOfDay(instrument, input.asOf);
  const { series, bars } = chooseSeries(store, instrument, input, asOf);
  const freq = input.freq ?? series.freq;
  const allActions = store.read.actions(instrument.id);
  const actions = asOf === null ? allActions : knownActions(allActions, series, asOf);
  const adjustments = allowedAdjustments(series, actions.filter(({ exDate }) => asOf === null || exDate <= asOf.session));
  if (!adjustments.includes(input.adjust)) {
    throw new AppError('bars.adjustment', {
      symbol: instrument.symbol, adjust: input.adjust, basis: series.basis, allowed: adjustments.join(', '),
    });
  }
  const splits = input.onSplitBasis === true && series.basis === 'raw' ? actions.filter(({ kind }) => kind === 'split') : [];
  const info = seriesInfo(instrument, series);
  const reply = {
    series: splits.length > 0 ? { ...info, basis: 'split' as const } : info,
    freq,
    adjust: input.adjust,
    adjustments,
    zone: instrument.zone,
    version: series.version,
    freshness: asOf === null ? seriesFreshness({ store, ageOf }, instrument, series) : { state: 'frozen' as const, sessionsBehind: null, asOf: timeText(series, series.lastTime) },
  };
  // A changed or cut answer has indices of its own, so only the stored series itself is answered in part.
  const whole = asOf === null && freq === series.freq && input.adjust === 'none' && splits.length === 0 && input.from === undefined && input.to === undefined;
  if (!whole) {
    const calendar = calendarById(instrument.calendar);
    const adjusted = splits.length > 0 ? adjustedBars(bars(), series, 'forward', splits, calendar) : adjustedBars(bars(), series, input.adjust, actions, calendar);
    return { ...reply, mode: 'full', fromIndex: 0, columns: cut(atFrequency(adjusted, series, freq, calendar), freq, input) };
  }
  const all = bars();
  const change = input.sinceVersion === undefined ? null : store.read.changesSince(series.id, input.sinceVersion);
  if (input.sinceVersion === series.version) return { ...reply, mode: 'append', fromIndex: all.time.length, columns: sliceBars(all, all.time.length, all.time.length) };
  if (change === null || change.mode === 'full') return { ...reply, mode: 'full', fromIndex: 0, columns: all };
  return { ...reply, mode: change.mode, fromIndex: change.fromIndex, columns: sliceBars(all, change.fromIndex, all.time.length) };
}

interface ChosenSeries {
  readonly series: Series;
  readonly bars: () => BarColumns;
}

/** The series asked for, else the best one for the frequency: as of an earlier day, the one that was the best then. */
function chooseSeries(store: Store, instrument: Instrument, input: BarsRequest, asOf: AsOf | null): ChosenSeries {
  const stored = store.read.seriesOf(instrument.id);
  const known = new Map(asOf === null ? [] : stored.map((series) => [series.id, knownSeries(store, series, asOf)]));
  const all = stored.map((series) => known.get(series.id)?.series ?? series);
  const chosen = (series: Series): ChosenSeries => ({ series, bars: () => known.get(series.id)?.bars ?? store.read.bars(series.id) });
  if (input.series !== undefined) {
    const named = all.find((series) => series.id === input.series);
    if (named === undefined) throw new AppError('bars.series', { series: input.series, symbol: instrument.symbol });
    return chosen(named);
  }
  const wanted = input.freq ?? '1d';
  const best = (from: readonly Series[]): Series | null =>
    sourceSeries(from, wanted) ?? (input.freq === undefined ? (from.find((series) => series.bars > 0) ?? null) : null);
  // Where nothing was known yet the answer is the empty beginning of what there is now.
  const found = best(all) ?? all.find(({ id }) => id === best(stored)?.id) ?? null;
  if (found === null) {
    const frequencies = [...new Set(all.map((series) => series.freq))].join(', ') || '–';
    throw new AppError('bars.none', { symbol: instrument.symbol, freq: wanted, stored: frequencies });
  }
  return chosen(found);
}

/** An adjusted view needs prices that are not adjusted already and the actions to adjust them by; nothing is guessed. */
function allowedAdjustments(series: Series, actions: readonly CorporateAction[]): readonly Adjustment[] {
  const computable = (series.basis === 'raw' || series.basis === 'split') && actions.length > 0;
  return computable ? ['none', 'forward', 'backward'] : ['none'];
}

/** `from` and `to` are days, both inclusive; for intraday bars, days in UTC. */
function cut(bars: BarColumns, freq: Frequency, { from, to }: Pick<ParsedInput<'bars.read'>, 'from' | 'to'>): BarColumns {
  const unit = isIntraday(freq) ? dayMs : 1;
  const first = from === undefined ? -Infinity : tradingDateOf(from) * unit;
  const last = to === undefined ? Infinity : (tradingDateOf(to) + 1) * unit;
  return sliceBars(bars, firstAtLeast(bars.time, first), firstAtLeast(bars.time, last));
}
