import type { SymbolWork, WorkDone } from './job-work.ts';

/** Several works on the same symbols, one after another, as one with one progress. */
export function together(...works: readonly SymbolWork[]): SymbolWork {
  return async (symbols, signal, progress) => {
    const results: WorkDone[] = [];
    for (const [index, work] of works.entries()) {
      const step = (done: number, total: number | null): void =>
        progress(Math.floor(symbols.length * (index + (total === null || total === 0 ? 0 : done / total))), symbols.length * works.length);
      results.push(await work(symbols, signal, step));
    }
    return { done: results.reduce((sum, { done }) => sum + done, 0), failures: results.flatMap(({ failures }) => failures) };
  };
}
