import type { QuoteDesk } from '../quotes/quote-desk.ts';
import type { StoreReader } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';
import { resolveInstrument } from './resolve-symbol.ts';

/** Quotes of the moment, each with its source and age. */
export function quotesHandlers(quotes: QuoteDesk, read: StoreReader): HandlersOf<'quotes'> {
  return {
    'quotes.read': async ({ symbols }) => {
      const instruments = read.instruments();
      const { answers, failures } = await quotes.read(symbols.map((text) => resolveInstrument(text, instruments).symbol));
      return {
        quotes: [...answers].map(([symbol, { value, source, fetchedAt, state, problem }]) => ({ symbol, ...value, source, fetchedAt, state, problem: problem?.toReply() ?? null })),
        failures: [...failures].map(([symbol, error]) => ({ symbol, error: error.toReply() })),
      };
    },
  };
}
