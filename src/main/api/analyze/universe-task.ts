import { indicatorIdsOfBars } from './indicators-part.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { UniverseRow, UniverseRows } from '../../../shared/contract/analyze.ts';
import type { TaskReporter } from '../../tasks/task-runner.ts';
import { runUniverseWork } from '../../universe-work/run-universe-work.ts';
import type { UniverseItem } from '../../universe-work/works/universe-items.ts';
import { parseConfig } from './chan-part.ts';

interface UniverseThreads {
  readonly file: string;
  readonly workerUrl: URL;
  readonly threads: number;
}

/** The newest figures of every stored symbol, computed in threads beside this one; the result of a task. */
export async function universeTask({ part, set = 'common', freq, config = '{}' }: ParsedInput<'analyze.universe'>, given: UniverseThreads, { signal, progress }: TaskReporter): Promise<UniverseRows> {
  const request = { ...given, signal, onProgress: progress };
  if (part === 'chan') {
    const { summary, results } = await runUniverseWork({ ...request, name: 'newest-chan-facts', plan: { overrides: parseConfig(config), freq } });
    return { part, freq, figures: [], rows: rowsOf(summary, (at) => ({ ...results[at] })) };
  }
  const { summary, results } = await runUniverseWork({ ...request, name: 'newest-figures', plan: { set: indicatorIdsOfBars(set), freq, trailing: null } });
  return { part, freq, figures: summary.figures, rows: rowsOf(summary.items, (at) => ({ values: results[at] ?? [] })) };
}

/** One row for each symbol: that of the series shown for it. */
function rowsOf(items: readonly UniverseItem[], answer: (at: number) => Partial<UniverseRow>): UniverseRow[] {
  return items.flatMap(({ isPreferred, symbol, asOf, source, basis, bars }, at) => (isPreferred ? [{ symbol, asOf, source, basis, bars, ...answer(at) }] : []));
}
