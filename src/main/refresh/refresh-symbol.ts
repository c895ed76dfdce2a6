import { AppError } from '../../shared/app-error.ts';
import { formatTradingDate, type TradingDate } from '../../shared/time.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { marketPhase } from '../../shared/calendar/market-phase.ts';
import { coveredSession } from '../../shared/calendar/series-end.ts';
import type { Source } from '../providers/sources.ts';
import type { OriginDifference, RefreshItem, TriedSource } from '../store/refresh-store.ts';
import type { Series } from '../store/store.ts';
import { compareOrigins } from './compare-origins.ts';
import { fetchSource, type Fetched } from './fetch-source.ts';
import type { RefreshContext, Wanted } from './refresh-context.ts';

/** What became of one symbol: its standing, and what is to be written for it. */
export interface SymbolOutcome {
  readonly item: RefreshItem;
  readonly wanted: Wanted;
  readonly fetched: readonly Fetched[];
  readonly differences: readonly OriginDifference[];
}

/** After a source that lacks the newest session so many others are asked for it. */
const secondOpinions = 1;

/**
 * Brings one symbol up to date: asks its sources in order until one has the newest session. Whatever a source does wrong is noted and
 * the next one asked; nothing is written here. Throws only when the run is to end.
 */
export async function refreshSymbol(context: RefreshContext, wanted: Wanted, candidates: readonly Source[], before: RefreshItem | null, run: number, signal: AbortSignal): Promise<SymbolOutcome> {
  const { store, clock, calendarById } = context;
  const { symbol, freq, instrument } = wanted;
  const calendar = calendarById(instrument.calendar);
  const known = store.read.instrument(symbol);
  const all = known === null ? [] : store.read.seriesOf(known.id).filter((series) => series.freq === freq);
  const newest = calendar === null ? null : calendar.lastClosed(clock.now());
  const isCurrent = (date: TradingDate | null): boolean => newest === null || (date !== null && date >= newest);
  const item = (state: RefreshItem['state'], origin: string | null, tried: readonly TriedSource[], fetched: readonly Fetched[]): RefreshItem => ({
    symbol, freq, run, state, origin, tried,
    added: fetched.reduce((sum, { added }) => sum + added, 0),
    revised: fetched.reduce((sum, { revised }) => sum + revised, 0),
    rebased: fetched.some(({ rebased }) => rebased),
    gaps: fetched.at(-1)?.gaps ?? before?.gaps ?? 0,
    at: clock.now(),
  });

  // With the market closed and its last session stored whole there is nothing to ask for.
  const settled = calendar !== null && marketPhase(calendar, clock.now()).phase === 'closed';
  const done = settled ? all.find((series) => candidates.some(({ facts }) => facts.name === series.origin) && isWhole(series, newest, calendar)) : undefined;
  if (done !== undefined) return { item: item('current', done.origin, [], []), wanted, fetched: [], differences: [] };

  const tried: TriedSource[] = [];
  const fetched: Fetched[] = [];
  for (const source of candidates) {
    if (fetched.length > secondOpinions) break;
    const { name } = source.facts;
    const series = all.find((one) => one.origin === name) ?? null;
    try {
      const one = await fetchSource(context, source, wanted, series, before?.origin === name ? before.gaps : 0, signal);
      fetched.push(one);
      if (isCurrent(one.coveredTo)) return { item: item('current', name, tried, fetched), wanted, fetched, differences: differencesOf(context, wanted, fetched, all) };
      const [asOf, sessions] = [one.coveredTo, one.coveredTo === null || newest === null ? 0 : (calendar?.sessionsBetween(one.coveredTo, newest).sessions ?? 0)];
      tried.push({ source: name, error: new AppError('source.stale', { source: name, symbol, asOf: asOf === null ? '–' : formatTradingDate(asOf), sessions }).toReply() });
    } catch (error) {
      if (!(error instanceof AppError) || signal.aborted || error.code === 'app.closing' || error.code === 'app.cancelled') throw error;
      tried.push({ source: name, error: error.toReply() });
    }
  }
  const origin = fetched[0]?.origin ?? null;
  return { item: item(origin === null ? 'failed' : 'stale', origin, tried, fetched), wanted, fetched, differences: differencesOf(context, wanted, fetched, all) };
}

function isWhole({ freq, lastTime, flagged }: Series, newest: TradingDate | null, calendar: Calendar): boolean {
  return newest !== null && flagged.open === 0 && coveredSession(calendar, { freq, lastTime, isLastOpen: false }) >= newest;
}

/** Where what was fetched differs from what other origins have stored. */
function differencesOf({ store, clock }: RefreshContext, { symbol, freq }: Wanted, fetched: readonly Fetched[], all: readonly Series[]): OriginDifference[] {
  const known = store.read.instrument(symbol);
  const splits = [...(known === null ? [] : store.read.actions(known.id)), ...fetched.flatMap(({ actions }) => actions)].filter(({ kind }) => kind === 'split');
  const lastSplit = Math.max(-Infinity, ...splits.map(({ exDate }) => exDate));
  return fetched.flatMap(({ origin, basis, columns }) =>
    columns.time.length === 0 ? [] : all
      .filter((series) => series.origin !== origin && (columns.time[0] ?? NaN) <= series.lastTime)
      .flatMap((series) => {
        const other = { basis: series.basis, columns: store.read.bars(series.id) };
        return compareOrigins({ basis, columns }, other, lastSplit).map((one) => ({ symbol, freq, origin, other: series.origin, ...one, noticedAt: clock.now() }));
      }),
  );
}
