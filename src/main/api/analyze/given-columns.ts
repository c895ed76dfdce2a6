import type { InputColumns, InputName } from '../../../analysis/indicators/indicator.ts';
import { adjustBars } from '../../../analysis/series/adjust-bars.ts';
import { alignColumn, alignIndex } from '../../../analysis/series/align-series.ts';
import { barLengthMs } from '../../../analysis/series/resample-intraday.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import { givenColumnNames, type GivenColumnName } from '../../../shared/contract/analyze.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { hasWarningName } from '../../../shared/market-rules/has-warning-name.ts';
import { limitColumns } from '../../../shared/market-rules/limit-columns.ts';
import { rulesOfSeries } from '../../../shared/market-rules/rules-of-series.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../../shared/time.ts';
import type { MarketRulesByMic } from '../../market-rules/load-market-rules.ts';
import type { CorporateAction } from '../../store/corporate-action.ts';
import type { Instrument } from '../../store/store.ts';
import type { BarSource } from '../bar-source.ts';
import { endOfDay, knownActions } from '../known-series.ts';
import { readBarsOf } from '../read-bars.ts';
import { resolveInstrument } from '../resolve-symbol.ts';

/** The bars that the columns are for. */
export interface GivenFor {
  readonly instrument: Instrument;
  readonly freq: Frequency;
  readonly basis: Basis;
  readonly bars: BarColumns;
}

export interface GivenRequest {
  readonly asOf?: string | undefined;
  /** A symbol; an index on the same calendar where left out. */
  readonly benchmark?: string | undefined;
}

interface GivenColumns {
  readonly columns: Partial<InputColumns<GivenColumnName>>;
  /** Why a column that was asked for cannot be given. */
  readonly missing: ReadonlyMap<GivenColumnName, AppError>;
  /** The symbol whose closes the benchmark is. */
  readonly benchmark: string | null;
}

/** Columns that indicators need and bars do not have, aligned with the bars; NaN on a bar where one is not known. */
export function givenColumns(from: BarSource, rulesByMic: MarketRulesByMic, subject: GivenFor, names: readonly InputName[], request: GivenRequest): GivenColumns {
  const columns: Partial<Record<GivenColumnName, Float64Array>> = {};
  const missing = new Map<GivenColumnName, AppError>();
  let benchmark: string | null = null;
  for (const name of givenColumnNames.filter((candidate) => names.includes(candidate))) {
    try {
      if (name === 'benchmark') {
        const index = benchmarkOf(from, subject, request);
        benchmark = index.symbol;
        columns.benchmark = benchmarkCloses(from, subject, index, request);
      } else if (name === 'floatShares') columns.floatShares = floatShares(from, subject, request);
      else if (name === 'upperLimit') columns.upperLimit = upperLimits(from, rulesByMic, subject, request);
      else Object.assign(columns, sessionColumns(from, subject));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      missing.set(name, error);
    }
  }
  return { columns, missing, benchmark };
}

/** The benchmark named, else the index on the instrument's calendar that goes back furthest: later bars do not change the choice. */
function benchmarkOf({ store }: BarSource, { instrument }: GivenFor, { benchmark }: GivenRequest): Instrument {
  const all = store.read.instruments();
  if (benchmark !== undefined) return resolveInstrument(benchmark, all);
  const since = (id: number): number => Math.min(Infinity, ...store.read.seriesOf(id).filter(({ bars }) => bars > 0).map((series) => (isIntraday(series.freq) ? series.firstTime / dayMs : series.firstTime)));
  const [best] = all
    .filter(({ kind, calendar, id }) => kind === 'index' && calendar === instrument.calendar && id !== instrument.id)
    .map((index) => ({ index, since: since(index.id) }))
    .filter((candidate) => candidate.since < Infinity)
    .sort((a, b) => a.since - b.since || (a.index.symbol < b.index.symbol ? -1 : 1));
  if (best === undefined) throw new AppError('needs.benchmark', { symbol: instrument.symbol });
  return best.index;
}

/** Its closes on the subject's bars; where it has none its last close before, so that a holiday of one breaks no window. */
function benchmarkCloses(from: BarSource, { freq, bars }: GivenFor, index: Instrument, { asOf }: GivenRequest): Float64Array {
  const request: Omit<ParsedInput<'bars.read'>, 'symbol'> = { freq, adjust: 'none' };
  if (asOf !== undefined) request.asOf = asOf;
  const { columns } = readBarsOf(from, index, request);
  return alignColumn(columns.close, alignIndex(bars.time, columns.time), 'carry');
}

function floatShares({ store, calendarById }: BarSource, { instrument, freq, basis, bars }: GivenFor, { asOf }: GivenRequest): Float64Array {
  const counts = store.read.shares(instrument.id).filter(({ floating }) => floating !== null).toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || a.recordedAt - b.recordedAt);
  if (counts.length === 0) throw new AppError('needs.floatShares', { symbol: instrument.symbol });
  const calendar = calendarById(instrument.calendar);
  // On a split basis volumes are in today's shares, so the counts before a split are put into them too.
  const splits = basis === 'split' ? actionsOf({ store }, { instrument, basis }, asOf).filter(({ kind }) => kind === 'split') : [];
  let at = -1;
  return bars.time.map((time) => {
    const date = isIntraday(freq) ? (calendar?.sessionOf(time as UtcMs) ?? Math.floor(time / dayMs)) : time;
    while (at + 1 < counts.length && (counts[at + 1]?.effectiveFrom ?? Infinity) <= date) at += 1;
    const later = splits.reduce((product, { exDate, value }) => (exDate > date ? product * value : product), 1);
    return (counts[at]?.floating ?? NaN) * later;
  });
}

/** The exchange's limit for the board and date of each bar, from the close before it, which an ex-date lowers. */
function upperLimits({ store }: BarSource, rulesByMic: MarketRulesByMic, { instrument, freq, basis, bars }: GivenFor, { asOf }: GivenRequest): Float64Array {
  const { symbol, mic, code, listedOn, lotSize, nameZh } = instrument;
  const table = rulesByMic(mic);
  if (table === null || table.limits.length === 0 || freq !== '1d') throw new AppError('needs.upperLimit', { symbol });
  if (basis !== 'raw') throw new AppError('needs.rawBasis', { field: 'basis', value: basis, allowed: 'raw' });
  const { factor } = adjustBars({ bars, dates: bars.time, basis, adjust: 'forward', actions: actionsOf({ store }, { instrument, basis }, asOf), asOf: (bars.time.at(-1) ?? 0) as TradingDate });
  const reference = bars.close.map((close, bar) => (close * (factor[bar] as number)) / (factor[bar + 1] ?? (factor[bar] as number)));
  const isRiskWarning = hasWarningName(nameZh);
  const rulesAt = rulesOfSeries(table, { mic, code, listedOn, lot: lotSize, isRiskWarning: () => isRiskWarning }, bars.time);
  return limitColumns({ close: reference }, rulesAt).upper;
}

/** The session of each bar, and the minutes of it that had been traded at the bar's end. */
function sessionColumns({ calendarById }: BarSource, { instrument, freq, bars }: GivenFor): InputColumns<'session' | 'sessionMinutes'> {
  const calendar = calendarById(instrument.calendar);
  const lengthMs = barLengthMs(freq);
  if (calendar === null || lengthMs === undefined) throw new AppError('needs.session', { symbol: instrument.symbol, freq });
  const session = new Float64Array(bars.time.length);
  const sessionMinutes = new Float64Array(bars.time.length);
  for (const [bar, time] of bars.time.entries()) {
    const date = calendar.sessionOf(time as UtcMs);
    session[bar] = date ?? NaN;
    sessionMinutes[bar] = date === null ? NaN : calendar.parts(date).reduce((sum, { open, close }) => sum + Math.max(0, Math.min(time + lengthMs, close) - open), 0) / 60_000;
  }
  return { session, sessionMinutes };
}

function actionsOf({ store }: Pick<BarSource, 'store'>, { instrument, basis }: Pick<GivenFor, 'instrument' | 'basis'>, asOf: string | undefined): readonly CorporateAction[] {
  const actions = store.read.actions(instrument.id);
  return asOf === undefined ? actions : knownActions(actions, { basis }, endOfDay(instrument, asOf));
}
