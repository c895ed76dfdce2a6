import { AppError, type ErrorReply } from '../../shared/app-error.ts';
import type { Freshness } from '../../shared/contract/bars.ts';
import type { DataProblem, RefreshCoverage } from '../../shared/contract/refresh.ts';
import { preferredSeries } from '../api/preferred-series.ts';
import type { Instrument, Series, StoreReader } from '../store/store.ts';
import { summarizeRun } from './summarize-run.ts';

const told = 500;
/** The worst first. */
const order: readonly DataProblem['kind'][] = ['failed', 'difference', 'stale', 'gaps', 'flagged', 'neverAsked'];

/** How complete the workspace is against the exchanges' calendars, and what is wrong where; computed from what is stored now. */
export function refreshCoverage(read: StoreReader, ageOf: (instrument: Instrument, series: Series) => Freshness): RefreshCoverage {
  const items = read.refreshItems();
  const standing = new Map(items.filter(({ freq }) => freq === '1d').map((item) => [item.symbol, item]));
  const byInstrument = Map.groupBy(read.series(), (series) => series.instrument);
  const counts = { upToDate: 0, stale: 0, unknown: 0, failed: 0 };
  const problems: DataProblem[] = [];
  let symbols = 0;
  for (const instrument of read.instruments()) {
    if (instrument.delistedOn !== null || instrument.mic === 'DEMO') continue;
    const { symbol } = instrument;
    const series = preferredSeries(byInstrument.get(instrument.id) ?? [], '1d');
    const item = standing.get(symbol);
    if (series === null && item === undefined) continue;
    symbols += 1;
    const age = series === null ? null : ageOf(instrument, series);
    const asOf = age?.asOf ?? null;
    const note = (kind: DataProblem['kind'], count: number | null, error: ErrorReply | null = null): void => void problems.push({ kind, symbol, freq: '1d', asOf, count, error });
    const isFailed = item?.state === 'failed';
    // Each symbol is counted once, so that the counts add up; one that is up to date is, whatever the last try came to.
    if (age?.state === 'fresh') counts.upToDate += 1;
    else if (isFailed) counts.failed += 1;
    else if (age?.state === 'stale') counts.stale += 1;
    else counts.unknown += 1;
    if (isFailed) note('failed', age?.sessionsBehind ?? null, item.tried.at(0)?.error ?? null);
    else if (age?.state === 'stale') note(item === undefined ? 'neverAsked' : 'stale', age.sessionsBehind);
    if (item !== undefined && item.gaps > 0) note('gaps', item.gaps);
    const flagged = series === null ? 0 : series.flagged.range + series.flagged.filled + series.flagged.amount;
    if (flagged > 0) note('flagged', flagged);
  }
  for (const [symbol, list] of Map.groupBy(read.originDifferences(), (one) => one.symbol)) {
    problems.push({ kind: 'difference', symbol, freq: list[0]?.freq ?? '1d', asOf: null, count: list.length, error: null });
  }
  // A symbol that failed before it ever had bars has no instrument.
  const known = new Set(read.instruments().map(({ symbol }) => symbol));
  for (const { symbol, freq, state, tried } of items) {
    if (state !== 'failed' || known.has(symbol)) continue;
    symbols += 1;
    counts.failed += 1;
    problems.push({ kind: 'failed', symbol, freq, asOf: null, count: null, error: tried[0]?.error ?? new AppError('source.none', { symbol }).toReply() });
  }
  problems.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (b.count ?? 0) - (a.count ?? 0) || (a.symbol < b.symbol ? -1 : 1));
  const [last] = read.refreshRuns();
  const lastRun = last === undefined ? null : summarizeRun(last, items);
  const problemCounts = { failed: 0, difference: 0, stale: 0, gaps: 0, flagged: 0, neverAsked: 0 };
  for (const { kind } of problems) problemCounts[kind] += 1;
  return {
    symbols, ...counts,
    lastRun: lastRun === null ? null : { ...lastRun, failures: lastRun.failures.slice(0, told), staleSymbols: lastRun.staleSymbols.slice(0, told) },
    resumable: lastRun !== null && lastRun.state === 'interrupted' && lastRun.pending > 0,
    problems: problems.slice(0, told),
    problemCounts,
  };
}
