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
      if (wanted.length === 0) return null;
      const result = await fetchQuotes(wanted, signal, progress);
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
