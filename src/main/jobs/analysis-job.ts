import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { AnalysisKind, JobFailure } from '../../shared/contract/jobs.ts';
import { preferredSeries } from '../api/preferred-series.ts';
import type { Instrument, Series, Store } from '../store/store.ts';
import type { AnalysisRecord } from '../store/tables/analysis-table.ts';
import type { JobDefinition } from './job.ts';

/** Figures of the last closed bar; null with too few bars. Throws an `AppError` where the model refuses the series. */
type Analyze = (bars: BarColumns, series: Series, instrument: Instrument) => Pick<AnalysisRecord, 'asOf' | 'figures'> | null;

const everyMs = 5 * 60_000;
/** Other work of the thread passes in between: this many symbols take a few milliseconds. */
const symbolsPerStep = 25;
const recordsPerWrite = 500;

/**
 * Computes figures over the scope's daily bars and keeps what changed, every five minutes unless told otherwise. Symbols whose bars
 * are as they were are passed over; without any new bars there is nothing to do.
 */
export function analysisJob(kind: AnalysisKind, store: Pick<Store, 'read' | 'write'>, analyze: Analyze): JobDefinition {
  /** The version of each series that was last worked on. */
  const worked = new Map<number, number>();

  function changedSeries(symbols: readonly string[]): readonly (readonly [Instrument, Series])[] {
    return symbols.flatMap((symbol) => {
      const instrument = store.read.instrument(symbol);
      const series = instrument === null ? null : preferredSeries(store.read.seriesOf(instrument.id), '1d');
      return instrument === null || series === null || worked.get(series.id) === series.version ? [] : [[instrument, series] as const];
    });
  }

  /** While no list holds anything, everything stored counts as watched: computing costs no source a request. */
  function orAll(symbols: readonly string[]): readonly string[] {
    const isListed = symbols.length > 0 || store.read.watchlists().some(({ members }) => members.length > 0);
    return isListed ? symbols : store.read.instruments().map(({ symbol }) => symbol);
  }

  return {
    name: kind,
    schedule: { type: 'every', everyMs, marketHours: false },
    scope: { type: 'watched' },
    async run({ symbols, now, trigger, signal, progress }) {
      if (trigger === 'user') worked.clear();
      const wanted = changedSeries(orAll(symbols()));
      if (wanted.length === 0) return null;
      const failures: JobFailure[] = [];
      let records: AnalysisRecord[] = [];
      for (const [index, [instrument, series]] of wanted.entries()) {
        if (index > 0 && index % symbolsPerStep === 0) {
          progress(index, wanted.length);
          await new Promise((resolve) => setImmediate(resolve));
          signal.throwIfAborted();
        }
        try {
          const found = analyze(store.read.bars(series.id), series, instrument);
          if (found !== null) records.push({ instrument: instrument.id, kind, freq: series.freq, computedAt: now, ...found });
          worked.set(series.id, series.version);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          failures.push({ subject: instrument.symbol, error: error.toReply() });
          worked.set(series.id, series.version);
        }
        if (records.length >= recordsPerWrite) {
          await store.write.saveAnalyses(records);
          records = [];
        }
      }
      if (records.length > 0) await store.write.saveAnalyses(records);
      progress(wanted.length, wanted.length);
      return { done: wanted.length - failures.length, failures };
    },
  };
}
