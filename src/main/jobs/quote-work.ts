import type { QuoteDesk } from '../quotes/quote-desk.ts';
import type { SymbolWork } from './job-work.ts';

/** Keeps the quotes of symbols in the cache no older than `maxAgeMs`, or than the cache allows; what no source covers is left out. */
export function quoteWork(quotes: QuoteDesk, batch: number, maxAgeMs?: number): SymbolWork {
  return async (symbols, signal, progress) => {
    const wanted = symbols.filter(quotes.covers);
    const failures = [];
    let done = 0;
    for (let first = 0; first < wanted.length; first += batch) {
      signal.throwIfAborted();
      const answered = await quotes.read(wanted.slice(first, first + batch), maxAgeMs);
      done += answered.answers.size;
      failures.push(...[...answered.failures].map(([subject, error]) => ({ subject, error: error.toReply() })));
      progress(Math.min(first + batch, wanted.length), wanted.length);
    }
    return { done, failures };
  };
}
