import { createFrame } from '../../analysis/universe/create-frame.ts';
import { frameWindow } from '../../analysis/universe/frame-window.ts';
import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import { AppError } from '../../shared/app-error.ts';
import { barColumnNames, type BarColumns } from '../../shared/bars.ts';
import type { SymbolFailure } from '../../shared/contract/universe-figures.ts';
import { dayText } from '../../shared/day-text.ts';
import { exchangeByMic, type Market } from '../../shared/exchanges.ts';
import { tradingDateOf, type TradingDate } from '../../shared/time.ts';
import { preferredSeries } from '../api/preferred-series.ts';
import type { Instrument, Series, StoreReader, Universe } from '../store/store.ts';
import { createKnownSplits, takeOutSplits, type Splits } from './known-splits.ts';
import { createCorrections, factsOn, putBack } from './known-values.ts';
import { industriesOn, type IndustriesOn } from './industries-on.ts';
import { turnoverColumn } from './turnover-column.ts';

/** Which symbols, and as of which day. */
export interface UniverseScope {
  readonly asOf?: string | undefined;
  /** Corrected bars have the values known at the end of this day; of `asOf` where left out, null for those known now. */
  readonly knownOn?: string | null | undefined;
  readonly market?: Market | undefined;
  readonly scheme?: string | undefined;
}

export interface LoadedUniverse {
  /** As of the newest session on which most of the universe traded. */
  readonly frame: UniverseFrame;
  /** The frame's last date. */
  readonly date: TradingDate;
  /** By symbol of the frame. */
  readonly instruments: readonly Instrument[];
  readonly series: readonly Series[];
  readonly scheme: string | null;
  /** Symbols left out because they have not traded for a year, with the bars held and the date of the last one. */
  readonly absent: readonly { readonly instrument: Instrument; readonly bars: number; readonly last: TradingDate }[];
  /** Symbols that cannot be ranked, with the reason. */
  readonly refused: readonly SymbolFailure[];
}

/** Loads the daily bars of many symbols and keeps the columns until the data change or a deeper past is wanted. */
export interface UniverseLoader {
  /**
   * At most the last `depth` bars of each symbol, with their opens where they are asked for: an eighth of the memory that ranks, signals
   * and industries do without. Throws `universe.empty`, `universe.date`, `universe.value` for an unknown scheme.
   */
  load(scope: UniverseScope, depth: number, withOpen?: boolean): LoadedUniverse;
}

/** The opens are there where they were asked for. */
type RankColumn = Exclude<keyof BarColumns, 'open'>;
type LoadedColumns = Universe<RankColumn>;

/** Bars are loaded in steps of this many, so that neighbouring dates share what is loaded. */
const depthStep = 100;

export function createUniverseLoader(read: StoreReader): UniverseLoader {
  const correctionsAfter = createCorrections(read);
  const splitsBy = createKnownSplits(read);
  let kept: { readonly version: number; readonly knownOn: string | null; readonly splits: Splits; readonly depth: number; readonly withOpen: boolean; readonly universe: LoadedColumns } | null = null;

  function columns(depth: number, withOpen: boolean, day: string | null, until: number): { readonly universe: LoadedColumns; readonly splits: Splits } {
    const version = read.dataVersion();
    const corrections = day === null ? null : correctionsAfter(day);
    // Days after which nothing was corrected share what is known now.
    const knownOn = corrections === null || corrections.size === 0 ? null : day;
    // So do days between which nothing was split.
    const splits = splitsBy(until);
    if (kept === null || kept.version !== version || kept.knownOn !== knownOn || kept.splits !== splits || kept.depth < depth || (withOpen && !kept.withOpen)) {
      const trailing = Math.max(kept?.depth ?? 0, Math.ceil(depth / depthStep) * depthStep);
      const names = barColumnNames.filter((name) => withOpen || name !== 'open');
      // The old columns are let go before the new ones are made.
      kept = null;
      const universe = read.universe({ freq: '1d', columns: names as readonly RankColumn[], trailing });
      if (corrections !== null) putBack(universe, corrections);
      takeOutSplits(universe, splits);
      kept = { version, knownOn, splits, depth: trailing, withOpen, universe };
    }
    return kept;
  }

  return {
    load(scope, depth, withOpen = false) {
      const newest = read.series().reduce((latest, { freq, bars, lastTime }) => (freq === '1d' && bars > 0 ? Math.max(latest, lastTime) : latest), -Infinity);
      const wanted = scope.asOf === undefined ? newest : Math.min(newest, tradingDateOf(scope.asOf));
      if (!Number.isFinite(newest)) throw new AppError('universe.empty');
      // A series has at most one bar a day, so this many bars reach `depth` bars back from the date, and one that is not closed.
      const { universe, splits } = columns(depth + newest - wanted + 1, withOpen, scope.knownOn === undefined ? (scope.asOf ?? null) : scope.knownOn, wanted);
      const chosen = choose(universe, read.instruments(), scope.market, wanted);
      if (chosen.rows.length === 0 && chosen.refused.length === 0) throw new AppError('universe.empty');
      const industries = industriesOn(read.memberships(), chosen.rows.map(({ instrument }) => instrument.id), wanted as TradingDate, scope.scheme);
      const whole = frameWindow(frameOf(universe, chosen.rows, industries), wanted as TradingDate, depth);
      const date = whole.dates.at(-1);
      if (date === undefined) throw outOfRange(chosen.rows.map(({ index }) => universe.series[index] as Series), scope.asOf ?? '');
      const { frame, rows, absent } = withoutAbsent(whole, chosen.rows);
      const instruments = rows.map(({ instrument }) => instrument);
      const series = rows.map(({ index }) => universe.series[index] as Series);
      return {
        frame: { ...frame, turnover: turnoverColumn(read, frame, instruments, series) },
        date: date as TradingDate,
        instruments,
        series: series.map((one) => (one.basis === 'raw' && splits.has(one.instrument) ? { ...one, basis: 'split' } : one)),
        scheme: industries.scheme,
        absent,
        refused: chosen.refused,
      };
    },
  };
}

interface ChosenRow {
  readonly instrument: Instrument;
  /** Of its series in the loaded universe. */
  readonly index: number;
}

/** One series an instrument, the one shown on the day when none is named; an index cannot be traded and is not ranked. By symbol. */
function choose({ series: all, offsets, columns }: LoadedColumns, instruments: readonly Instrument[], market: Market | undefined, day: number): { readonly rows: ChosenRow[]; readonly refused: SymbolFailure[] } {
  const byInstrument = Map.groupBy(all.keys(), (index) => all[index]?.instrument);
  const rows: ChosenRow[] = [];
  const refused: SymbolFailure[] = [];
  for (const instrument of instruments) {
    const own = byInstrument.get(instrument.id);
    if (own === undefined || instrument.kind === 'index') continue;
    if (market !== undefined && exchangeByMic(instrument.mic)?.market !== market) continue;
    const usable = own.filter((index) => all[index]?.basis !== 'forwardAdditive');
    // Where nothing was known on the day, the one shown today stands for the symbol.
    const best = preferredSeries(usable.map((index) => factsOn(all[index] as Series, columns.time, offsets[index] as number, offsets[index + 1] as number, day)), '1d') ?? preferredSeries(usable.map((index) => all[index] as Series), '1d');
    if (best !== null) rows.push({ instrument, index: own.find((index) => all[index]?.id === best.id) ?? 0 });
    else if (usable.length < own.length) {
      const error = new AppError('model.basis', { model: 'score', value: 'forwardAdditive', allowed: 'raw, split, total' });
      refused.push({ symbol: instrument.symbol, error: error.toReply() });
    }
  }
  rows.sort((a, b) => (a.instrument.symbol < b.instrument.symbol ? -1 : 1));
  return { rows, refused };
}

function frameOf({ offsets, columns }: LoadedColumns, rows: readonly ChosenRow[], { industries, isDated }: IndustriesOn): UniverseFrame {
  return createFrame({
    symbols: rows.map(({ instrument }) => instrument.symbol),
    starts: Int32Array.from(rows, ({ index }) => offsets[index] ?? 0),
    ends: Int32Array.from(rows, ({ index }) => offsets[index + 1] ?? 0),
    columns,
    industries,
    membership: isDated ? 'asOf' : 'today',
  });
}

/** Leaves out what was not listed yet on the date, and what has not traded for a year. */
function withoutAbsent(frame: UniverseFrame, rows: readonly ChosenRow[]): { readonly frame: UniverseFrame; readonly rows: readonly ChosenRow[]; readonly absent: LoadedUniverse['absent'] } {
  const oldest = frame.dates.at(-yearDates) ?? -Infinity;
  const present: number[] = [];
  const absent: LoadedUniverse['absent'][number][] = [];
  for (const [symbol, { instrument }] of rows.entries()) {
    const [start, end] = [frame.starts[symbol] as number, frame.ends[symbol] as number];
    if (end <= start) continue;
    const last = frame.bars.time[end - 1] as TradingDate;
    if (last >= oldest) present.push(symbol);
    else absent.push({ instrument, bars: end - start, last });
  }
  const pick = <Value>(values: ArrayLike<Value>): Value[] => present.map((symbol) => values[symbol] as Value);
  return {
    absent,
    rows: pick(rows),
    frame: {
      ...frame,
      symbols: pick(frame.symbols),
      starts: Int32Array.from(pick(frame.starts)),
      ends: Int32Array.from(pick(frame.ends)),
      industries: pick(frame.industries),
    },
  };
}

const yearDates = 250;

function outOfRange(series: readonly Series[], asOf: string): AppError {
  if (series.length === 0) return new AppError('universe.empty');
  const [from, to] = [Math.min(...series.map(({ firstTime }) => firstTime)), Math.max(...series.map(({ lastTime }) => lastTime))];
  return new AppError('universe.date', { value: asOf, from: dayText(from), to: dayText(to) });
}
