import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import type { QuoteFigures } from '../../shared/contract/quotes.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheAnswers, Fetched } from '../cache/cache-request.ts';
import type { Quote } from '../providers/provider.ts';
import type { Source, Sources } from '../providers/sources.ts';
import type { Instrument, StoreReader } from '../store/store.ts';

interface QuoteDeskOptions {
  readonly cache: Pick<Cache, 'readMany'>;
  readonly sources: Pick<Sources, 'forInstrument'>;
  readonly read: Pick<StoreReader, 'instrument'>;
  readonly offline: () => boolean;
  /** Symbols asked for at once. */
  readonly batch: number;
}

const figure = z.number().nullable();
const figures = z.strictObject({
  price: figure, previousClose: figure, open: figure, high: figure, low: figure, volume: figure, amount: figure, at: figure, peRatio: figure, pbRatio: figure, marketCap: figure,
});

/** Quotes of the moment: from the cache, else from the sources of each market in their order. */
export interface QuoteDesk {
  /** Whether some source gives quotes of a symbol. */
  covers(symbol: string): boolean;
  /** Quotes older than `maxAgeMs` are fetched first; without it the cache's times to live hold. */
  read(symbols: readonly string[], maxAgeMs?: number): Promise<CacheAnswers<QuoteFigures>>;
}

export function createQuoteDesk({ cache, sources, read, offline, batch }: QuoteDeskOptions): QuoteDesk {
  const sourcesOf = (instrument: Instrument): readonly Source[] => sources.forInstrument(instrument).filter(({ provider }) => provider.quotes !== undefined);
  const covers = (symbol: string): boolean => {
    const instrument = read.instrument(symbol);
    return instrument !== null && sourcesOf(instrument).length > 0;
  };

  /** Asks the first source of each symbol; what it fails on goes to the next, those without their key passed over. Throws the first failure when nothing came at all. */
  async function fetchQuotes(symbols: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Fetched<QuoteFigures>>> {
    if (offline()) throw new AppError('network.offline');
    const found = new Map<string, Fetched<QuoteFigures>>();
    let failure: unknown = null;
    let left = symbols.flatMap((symbol) => read.instrument(symbol) ?? []);
    for (let rank = 0; left.length > 0; rank += 1) {
      const bySource = Map.groupBy(left, (instrument) => sourcesOf(instrument)[rank] ?? null);
      left = [];
      for (const [source, instruments] of bySource) {
        if (source === null) continue;
        if (!(await source.hasKey())) {
          left.push(...instruments);
          continue;
        }
        for (let first = 0; first < instruments.length; first += batch) {
          const part = instruments.slice(first, first + batch);
          try {
            const quotes = (await source.provider.quotes?.(part, signal)) ?? [];
            for (const quote of quotes) {
              if (Number.isFinite(quote.price)) found.set(`${quote.mic}:${quote.code}`, { value: figuresOf(quote), source: source.facts.name });
            }
          } catch (error) {
            signal.throwIfAborted();
            failure ??= error;
          }
          left.push(...part.filter(({ symbol }) => !found.has(symbol)));
        }
      }
    }
    if (found.size === 0 && failure !== null) throw failure;
    return found;
  }

  return {
    covers,
    read: (symbols, maxAgeMs) =>
      cache.readMany({ region: 'quote', maxAgeMs, keys: symbols.filter(covers), symbolOf: (symbol) => symbol, parse: (value) => figures.parse(value), fetch: fetchQuotes }),
  };
}

function figuresOf({ mic: _mic, code: _code, at, ...values }: Quote): QuoteFigures {
  return {
    price: finiteOrNull(values.price), previousClose: finiteOrNull(values.previousClose), open: finiteOrNull(values.open), high: finiteOrNull(values.high), low: finiteOrNull(values.low),
    volume: finiteOrNull(values.volume), amount: finiteOrNull(values.amount), at, peRatio: finiteOrNull(values.peRatio), pbRatio: finiteOrNull(values.pbRatio), marketCap: finiteOrNull(values.marketCap),
  };
}
