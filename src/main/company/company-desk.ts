import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheAnswer, Fetched } from '../cache/cache-request.ts';
import type { SourceProfile, SourceReport } from '../providers/provider.ts';
import type { Source, Sources } from '../providers/sources.ts';
import type { Instrument, StoreReader } from '../store/store.ts';

interface CompanyDeskOptions {
  readonly cache: Pick<Cache, 'read'>;
  readonly sources: Pick<Sources, 'forInstrument'>;
  readonly read: Pick<StoreReader, 'instrument'>;
  readonly offline: () => boolean;
}

const figure = z.number().nullable();
const day = z.custom<TradingDate>((value) => Number.isInteger(value));
const reports = z.array(
  z.strictObject({
    periodEnd: day, months: z.number(), publishedOn: day.nullable(), currency: z.string().nullable(),
    revenue: figure, grossProfit: figure, netProfit: figure, equity: figure, assets: figure,
  }),
);
const profile = z.strictObject({ shares: figure, floatingShares: figure, countedOn: day.nullable(), listedOn: day.nullable() });
const unknownCompany: SourceProfile = { shares: null, floatingShares: null, countedOn: null, listedOn: null };

/** What sources say of companies: from the cache, else from the sources of each market in their order. */
export interface CompanyDesk {
  /** Whether some source may have reports of a symbol. */
  covers(symbol: string): boolean;
  /** Yearly reports, none where no source has any; fetched first where those held are older than `maxAgeMs`. Throws what the last source failed with. */
  reports(symbol: string, maxAgeMs: number): Promise<CacheAnswer<readonly SourceReport[]>>;
  /** The same for share counts and the day of listing. */
  profile(symbol: string, maxAgeMs: number): Promise<CacheAnswer<SourceProfile>>;
}

export function createCompanyDesk({ cache, sources, read, offline }: CompanyDeskOptions): CompanyDesk {
  const sourcesOf = (instrument: Instrument): readonly Source[] =>
    instrument.kind === 'stock' ? sources.forInstrument(instrument).filter(({ provider }) => provider.fundamentals !== undefined) : [];

  /** The first source that knows something. Nothing known is an answer, unless a source that failed might have had it. */
  async function fetchFirst<Value>(symbol: string, ask: (source: Source, instrument: Instrument) => Promise<Value | null>, nothing: Value, signal: AbortSignal): Promise<ReadonlyMap<string, Fetched<Value>>> {
    if (offline()) throw new AppError('network.offline');
    const instrument = read.instrument(symbol);
    if (instrument === null) return new Map();
    let failure: unknown = null;
    let source: string | null = null;
    const offered = sourcesOf(instrument);
    for (const one of offered) {
      if (!(await one.hasKey())) continue;
      source = one.facts.name;
      try {
        const value = await ask(one, instrument);
        if (value !== null) return new Map([[symbol, { value, source }]]);
      } catch (error) {
        signal.throwIfAborted();
        // A company that a source does not have is no failure of it.
        if (!(error instanceof AppError && error.code === 'source.symbolUnknown')) failure = error;
      }
    }
    if (failure !== null) throw failure;
    if (source === null) throw new AppError('source.key', { source: offered[0]?.facts.title ?? '' });
    return new Map([[symbol, { value: nothing, source }]]);
  }

  return {
    covers: (symbol) => {
      const instrument = read.instrument(symbol);
      return instrument !== null && sourcesOf(instrument).length > 0;
    },
    reports: (symbol, maxAgeMs) =>
      cache.read<readonly SourceReport[]>({
        region: 'financials', key: symbol, symbolOf: (key) => key, maxAgeMs, parse: (value) => reports.parse(value),
        fetch: (_keys, signal) => fetchFirst(symbol, async ({ provider }, instrument) => {
          const found = (await provider.fundamentals?.(instrument, signal)) ?? [];
          return found.length === 0 ? null : found;
        }, [], signal),
      }),
    profile: (symbol, maxAgeMs) =>
      cache.read({
        region: 'profile', key: symbol, symbolOf: (key) => key, maxAgeMs, parse: (value) => profile.parse(value),
        fetch: (_keys, signal) => fetchFirst(symbol, async ({ provider }, instrument) => (await provider.profile?.(instrument, signal)) ?? null, unknownCompany, signal),
      }),
  };
}
