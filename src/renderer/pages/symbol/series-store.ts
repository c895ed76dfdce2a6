import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError } from '../../../shared/app-error.ts';
import type { Adjustment } from '../../../shared/basis.ts';
import type { SeriesInfo } from '../../../shared/contract/bars.ts';
import type { MethodCaller } from '../../../shared/contract/method-caller.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { errorReplyOf } from '../../stores/error-reply.ts';
import type { Loadable } from '../../stores/loadable.ts';
import { takeReply, type ChartSeries } from './chart-series.ts';
import { canMake, offeredFrequencies } from './offered-frequencies.ts';

export interface SeriesRequest {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly adjust: Adjustment;
  /** One of several stored series; the best one where left out. */
  readonly series?: number;
}

export interface SeriesState {
  /** The newest answer. While another symbol is read the last picture stays, so that stepping through a list does not flicker. */
  readonly series: Loadable<ChartSeries>;
  /** What is stored of the symbol; empty until known. */
  readonly stored: readonly SeriesInfo[];
  /** Shows a series; a frequency that the symbol lacks gives way to days, else to the shortest it has; an adjustment it lacks to none. */
  open(request: SeriesRequest): Promise<void>;
  /** Follows changes of the data from now on; returns its own undo. */
  watch(): () => void;
}

export type SeriesStore = StoreApi<SeriesState>;

/** The series of the chart. It hears of new bars and takes only those; while it reads, the last good bars stay. */
export function createSeriesStore(caller: MethodCaller): SeriesStore {
  let request: SeriesRequest | null = null;
  let latest = 0;
  return createStore<SeriesState>()((set, get) => {
    const read = async (asked: SeriesRequest, held: ChartSeries | null): Promise<ChartSeries> => {
      const since = held === null ? {} : { sinceVersion: held.reply.version };
      const taken = takeReply(held, await caller.invoke('bars.read', { ...asked, ...since }));
      if (taken !== null) return taken;
      const whole = takeReply(null, await caller.invoke('bars.read', asked));
      if (whole === null) throw new AppError('app.bug', { id: 'bars.read' });
      return whole;
    };
    const readAllowed = async (asked: SeriesRequest, held: ChartSeries | null): Promise<ChartSeries> => {
      try {
        return await read(asked, held);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'bars.adjustment') throw thrown;
        return read({ ...asked, adjust: 'none' }, null);
      }
    };
    const load = async (asked: SeriesRequest, held: ChartSeries | null): Promise<void> => {
      const turn = ++latest;
      try {
        const stored = await caller.invoke('series.list', { symbol: asked.symbol });
        const offered = offeredFrequencies(stored);
        const freq = offered.find((candidate) => candidate === asked.freq) ?? offered.find((candidate) => candidate === '1d') ?? offered[0] ?? asked.freq;
        const named = stored.find(({ id }) => id === asked.series);
        const isNamed = named !== undefined && canMake(named.freq, freq);
        const { symbol, adjust } = asked;
        const series = await readAllowed({ symbol, freq, adjust, ...(isNamed ? { series: named.id } : {}) }, held);
        // A later request has been made meanwhile; its answer is the one to show.
        if (turn === latest) set({ stored, series: { state: 'ready', value: series } });
      } catch (thrown) {
        if (turn !== latest) return;
        const { value } = get().series;
        set({ series: { state: 'failed', value: value?.reply.series.symbol === asked.symbol ? value : null, error: errorReplyOf(thrown) } });
      }
    };
    return {
      series: { state: 'loading', value: null },
      stored: [],
      open: (next) => {
        request = next;
        return load(next, null);
      },
      watch: () =>
        caller.subscribe((event) => {
          if (event.type !== 'data' || request === null) return;
          if (event.symbols === null || event.symbols.includes(request.symbol)) void load(request, get().series.value);
        }),
    };
  });
}
