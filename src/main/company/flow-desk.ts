import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheAnswer, Fetched } from '../cache/cache-request.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Clock } from '../ports.ts';
import type { Flow } from '../providers/provider.ts';
import type { Source, Sources } from '../providers/sources.ts';
import type { Instrument, StoreReader } from '../store/store.ts';

interface FlowDeskOptions {
  readonly cache: Pick<Cache, 'read'>;
  readonly sources: Pick<Sources, 'forInstrument'>;
  readonly read: Pick<StoreReader, 'instrument'>;
  readonly calendarById: CalendarById;
  readonly clock: Clock;
  readonly offline: () => boolean;
}

const figure = z.number();
const days = z.array(
  z.strictObject({
    date: z.custom<TradingDate>((value) => Number.isInteger(value)),
    main: figure, superLarge: figure, large: figure, medium: figure, small: figure,
    superLargePercent: figure, largePercent: figure, mediumPercent: figure, smallPercent: figure,
  }),
);

/** The flow of money into shares of mainland China: from the cache, else from the sources in their order. */
export interface FlowDesk {
  /** Whether some source gives the flow of a symbol. */
  covers(symbol: string): boolean;
  /** Days whose session has ended; fetched first where those held are older than `maxAgeMs`. Throws what the last source failed with. */
  read(symbol: string, maxAgeMs: number): Promise<CacheAnswer<readonly Flow[]>>;
}

export function createFlowDesk({ cache, sources, read, calendarById, clock, offline }: FlowDeskOptions): FlowDesk {
  const sourcesOf = (instrument: Instrument): readonly Source[] =>
    exchangeByMic(instrument.mic)?.market === 'CN' ? sources.forInstrument(instrument).filter(({ provider }) => provider.flow !== undefined) : [];

  /** What a day's flow comes to is settled when its session is over, and a day with a figure missing says nothing. */
  function settled(flow: readonly Flow[], instrument: Instrument): readonly Flow[] {
    const until = calendarById(exchangeByMic(instrument.mic)?.calendar ?? null)?.lastClosed(clock.now()) ?? -Infinity;
    return flow.filter((day) => day.date <= until && Object.values(day).every(Number.isFinite));
  }

  async function fetchFlow(symbol: string, signal: AbortSignal): Promise<ReadonlyMap<string, Fetched<readonly Flow[]>>> {
    if (offline()) throw new AppError('network.offline');
    const instrument = read.instrument(symbol);
    if (instrument === null) return new Map();
    let failure: unknown = null;
    for (const { provider, facts } of sourcesOf(instrument)) {
      try {
        const value = settled((await provider.flow?.(instrument, signal)) ?? [], instrument);
        if (value.length > 0) return new Map([[symbol, { value, source: facts.name }]]);
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
      }
    }
    if (failure !== null) throw failure;
    return new Map();
  }

  return {
    covers: (symbol) => {
      const instrument = read.instrument(symbol);
      return instrument !== null && sourcesOf(instrument).length > 0;
    },
    read: (symbol, maxAgeMs) =>
      cache.read({ region: 'flow', key: symbol, symbolOf: (key) => key, maxAgeMs, parse: (value) => days.parse(value), fetch: (_keys, signal) => fetchFlow(symbol, signal) }),
  };
}
