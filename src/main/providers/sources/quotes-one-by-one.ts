import { AppError } from '../../../shared/app-error.ts';
import type { Asked, Quote } from '../provider.ts';

/** Quotes of a source that answers one instrument a request: one that fails costs the others nothing. Throws the first failure when nothing came. */
export async function quotesOneByOne(instruments: readonly Asked[], signal: AbortSignal, ask: (instrument: Asked) => Promise<Quote>): Promise<readonly Quote[]> {
  const quotes: Quote[] = [];
  let failure: AppError | null = null;
  for (const instrument of instruments) {
    try {
      quotes.push(await ask(instrument));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof AppError)) throw error;
      failure ??= error;
    }
  }
  if (quotes.length === 0 && failure !== null) throw failure;
  return quotes;
}
