import type { SymbolWork, WorkDone } from './job-work.ts';

/** Several works on the same symbols, one after another, as one with one progress: a symbol is done when none of them failed on it. */
export function together(...works: readonly SymbolWork[]): SymbolWork {
  return async (symbols, signal, progress) => {
    const results: WorkDone[] = [];
    for (const [index, work] of works.entries()) {
      const step = (done: number, total: number | null): void =>
        progress(Math.floor(symbols.length * (index + (total === null || total === 0 ? 0 : done / total))), symbols.length * works.length);
      results.push(await work(symbols, signal, step));
    }
    const failures = results.flatMap((result) => result.failures);
    const failed = new Set(failures.map(({ subject }) => subject));
    const covered = Math.max(0, ...results.map((result) => result.done + new Set(result.failures.map(({ subject }) => subject)).size));
    return { done: Math.max(0, covered - failed.size), failures: [...new Map(failures.map((one) => [JSON.stringify(one), one])).values()] };
  };
}
