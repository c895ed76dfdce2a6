import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError } from '../../../shared/app-error.ts';
import type { Adjustment } from '../../../shared/basis.ts';
import type { SeriesInfo } from '../../../shared/contract/bars.ts';
import type { MethodCaller } from '../../../shared/contract/method-caller.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import type { Loadable } from '../../stores/loadable.ts';
import { takeReply, type ChartSeries } from './chart-series.ts';
import { offeredFrequencies } from './offered-frequencies.ts';

export interface SeriesRequest {
  readonly freq: Frequency;
  readonly adjust: Adjustment;
}

export interface SeriesState {
  readonly series: Loadable<ChartSeries>;
  /** What is stored of the symbol; empty until known. */
  readonly stored: readonly SeriesInfo[];
  /** Shows a frequency and adjustment; one that the symbol lacks gives way to the nearest it has. */
  open(request: SeriesRequest): Promise<void>;
  /** Asks for what changed since. */
  refresh(): Promise<void>;
  /** Follows changes of the data from now on; returns its own undo. */
  watch(): () => void;
}

export type SeriesStore = StoreApi<SeriesState>;

/** The series of one symbol's chart. It hears of new bars and takes only those; while it reads, the last good bars stay. */
export function createSeriesStore(caller: MethodCaller, symbol: string): SeriesStore {
  let request: SeriesRequest = { freq: '1d', adjust: 'none' };
  let latest = 0;
  return createStore<SeriesState>()((set, get) => {
    const read = async (asks: SeriesRequest, held: ChartSeries | null): Promise<ChartSeries> => {
      const since = held === null ? {} : { sinceVersion: held.reply.version };
      const taken = takeReply(held, await caller.invoke('bars.read', { symbol, ...asks, ...since }));
      if (taken !== null) return taken;
      const whole = takeReply(null, await caller.invoke('bars.read', { symbol, ...asks }));
      if (whole === null) throw new AppError('app.bug', { id: 'bars.read' });
      return whole;
    };
    const load = async (held: ChartSeries | null): Promise<void> => {
      const turn = ++latest;
      try {
        const stored = await caller.invoke('series.list', { symbol });
        const offered = offeredFrequencies(stored);
        const freq = offered.includes(request.freq) ? request.freq : (offered.findLast((candidate) => candidate === '1d') ?? offered[0] ?? request.freq);
        const series = await read({ ...request, freq }, held);
        // A later request has been made meanwhile; its answer is the one to show.
        if (turn === latest) set({ stored, series: { state: 'ready', value: series } });
      } catch (thrown) {
        if (turn === latest) set({ series: { state: 'failed', value: get().series.value, error: errorReplyOf(thrown) } });
      }
    };
    return {
      series: { state: 'loading', value: null },
      stored: [],
      open: (next) => {
        request = next;
        return load(null);
      },
      refresh: () => load(get().series.value),
      watch: () =>
        caller.subscribe((event) => {
          if (event.type === 'data' && (event.symbols === null || event.symbols.includes(symbol))) void load(get().series.value);
        }),
    };
  });
}
