import type { JobDefinition } from './job.ts';
import type { SymbolWork } from './job-work.ts';

/** Quotes while an exchange trades, of the symbols whose own exchange does. */
export function quotesJob(fetchQuotes: SymbolWork, pollMs: number, isTrading: (symbol: string) => boolean): JobDefinition {
  return {
    name: 'quotes',
    schedule: { type: 'every', everyMs: pollMs, marketHours: true },
    scope: { type: 'watched' },
    async run({ symbols, trigger, signal, progress }) {
      const wanted = trigger === 'user' ? symbols() : symbols().filter(isTrading);
      return wanted.length === 0 ? null : fetchQuotes(wanted, signal, progress);
    },
  };
}
