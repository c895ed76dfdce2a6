import { AppError } from '../../shared/app-error.ts';
import { BarFlag } from '../../shared/bar-flag.ts';
import { barCount, type BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { coveredSession } from '../../shared/calendar/series-end.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import { acceptBars, type AcceptedBars } from '../providers/accept-bars.ts';
import { dateAt } from '../providers/date-at.ts';
import type { SourceAction } from '../providers/provider.ts';
import type { Source } from '../providers/sources.ts';
import type { Series } from '../store/store.ts';
import { fetchFrom } from './fetch-from.ts';
import { judgeFetched } from './judge-fetched.ts';
import { missingSessions } from './missing-sessions.ts';
import type { RefreshContext, Wanted } from './refresh-context.ts';

/** What one source delivered of one symbol. */
export interface Fetched {
  readonly origin: string;
  readonly basis: Basis;
  /** What is to be written; empty when nothing is new. */
  readonly columns: BarColumns;
  readonly instrument: InstrumentDraft;
  readonly actions: readonly SourceAction[];
  readonly rejected: AcceptedBars['rejected'];
  readonly added: number;
  readonly revised: number;
  readonly rebased: boolean;
  /** Sessions that are still missing after the source was asked for them. */
  readonly gaps: number;
  /** The newest session that closed bars, stored or fetched, cover to its end; null without any. */
  readonly coveredTo: TradingDate | null;
}

/** Of the newest bars, so many are looked through for gaps. */
const gapWindow = 260;
/** More rows than this share break a rule: the answer is not trusted. */
const mostRejected = 0.2;

/** Asks one source for what is missing of one symbol and judges the answer. Nothing is written. Throws `source.*` and `network.*` errors. */
export async function fetchSource(context: RefreshContext, source: Source, wanted: Wanted, series: Series | null, knownGaps: number, signal: AbortSignal): Promise<Fetched> {
  const { store, clock, calendarById, historyYears } = context;
  const { instrument, freq, symbol } = wanted;
  const { name } = source.facts;
  const calendar = calendarById(instrument.calendar);
  const stored = series === null ? null : store.read.bars(series.id);
  const gapsBefore = stored === null || isIntraday(freq) || calendar === null ? [] : missingSessions(stored.time, calendar, gapWindow);
  const dateOf = (time: number): TradingDate => (isIntraday(freq) ? dateAt(instrument.zone, time as UtcMs) : (time as TradingDate));
  const from = fetchFrom({
    lastDate: series === null || series.bars === 0 ? null : dateOf(series.lastTime),
    firstGap: gapsBefore.length > knownGaps ? (gapsBefore[0] ?? null) : null,
    calendar, now: clock.now(), historyYears: historyYears(),
  });

  async function ask(first: TradingDate) {
    const answer = await source.provider.bars({ instrument, freq, from: first, signal });
    if (answer.currency !== null && instrument.currency !== null && answer.currency !== instrument.currency) {
      throw new AppError('source.currency', { source: name, symbol, got: answer.currency, currency: instrument.currency });
    }
    const accepted = acceptBars(answer.bars, { basis: answer.basis, freq, kind: instrument.kind, zone: instrument.zone, calendar, now: clock.now() });
    refuseTooMany(name, symbol, answer.bars.length, accepted.rejected);
    return { answer, accepted };
  }

  let { answer, accepted } = await ask(from);
  let rebased = false;
  if (stored === null && barCount(accepted.columns) === 0) throw new AppError('source.empty', { source: name, symbol });
  const sameBasis = stored !== null && series?.basis === answer.basis;
  let judged = sameBasis ? judgeFetched(stored, accepted.columns) : null;
  if (judged?.kind === 'moved') {
    // Raw prices are never restated: an answer that says so is about something else.
    if (answer.basis === 'raw') throw new AppError('source.rejected', { source: name, symbol, rejected: barCount(accepted.columns), rows: answer.bars.length, rule: 'shift' });
    ({ answer, accepted } = await ask(dateOf(series?.firstTime ?? NaN)));
    if ((accepted.columns.time[0] ?? Infinity) > (series?.firstTime ?? -Infinity)) {
      throw new AppError('source.rejected', { source: name, symbol, rejected: 0, rows: answer.bars.length, rule: 'history' });
    }
    rebased = true;
    judged = null;
  }
  const columns = judged === null ? accepted.columns : judged.columns;
  const after = rebased || stored === null ? accepted.columns.time : mergedTimes(stored.time, accepted.columns.time);
  return {
    origin: name, basis: answer.basis, columns, rebased,
    instrument: { ...instrument, nameEn: instrument.nameEn ?? answer.nameEn, nameZh: instrument.nameZh ?? answer.nameZh, currency: instrument.currency ?? answer.currency },
    actions: answer.actions,
    rejected: accepted.rejected,
    added: judged === null ? barCount(columns) - (rebased ? (stored?.time.length ?? 0) : 0) : judged.added,
    revised: judged === null ? (rebased ? (stored?.time.length ?? 0) : 0) : judged.revised,
    gaps: isIntraday(freq) || calendar === null ? 0 : missingSessions(after, calendar, gapWindow).length,
    coveredTo: coveredTo(freq, newestClosed(accepted.columns, stored), calendar, dateOf),
  };
}

function refuseTooMany(source: string, symbol: string, rows: number, rejected: AcceptedBars['rejected']): void {
  const bad = (['price', 'range', 'volume', 'future'] as const).map((rule) => ({ rule, count: rejected[rule] ?? 0 }));
  const total = bad.reduce((sum, { count }) => sum + count, 0);
  const [worst] = bad.sort((a, b) => b.count - a.count);
  if (total > Math.max(1, rows * mostRejected) && worst !== undefined) throw new AppError('source.rejected', { source, symbol, rejected: total, rows, rule: worst.rule });
}

function mergedTimes(stored: Float64Array, fetched: Float64Array): Float64Array {
  return Float64Array.from(new Set([...stored.slice(-2 * gapWindow), ...fetched])).sort();
}

/** The key of the newest bar that has ended; `-Infinity` without any. */
function newestClosed(fetched: BarColumns, stored: BarColumns | null): number {
  const last = (columns: BarColumns): number => {
    for (let index = columns.time.length - 1; index >= 0; index--) if (((columns.flags[index] ?? 0) & BarFlag.open) === 0) return columns.time[index] ?? -Infinity;
    return -Infinity;
  };
  return Math.max(last(fetched), stored === null ? -Infinity : last(stored));
}

function coveredTo(freq: Frequency, lastTime: number, calendar: Calendar | null, dateOf: (time: number) => TradingDate): TradingDate | null {
  if (!Number.isFinite(lastTime)) return null;
  return calendar === null ? dateOf(lastTime) : coveredSession(calendar, { freq, lastTime, isLastOpen: false });
}
