import type { UtcMs } from '../../src/shared/time.ts';
import { runImport, type ImportWriter } from '../../src/main/files/import/run-import.ts';
import { keepCompiledSources } from '../../src/main/node/compile-cache.ts';
import { hasReference, referencePath } from '../reference-data.ts';
import type { BenchRow } from './bench-row.ts';

const file = 'data/sp500-5yr.csv.gz';
const runs = 5;
/** The part of "import of 619,040 rows ≤ 1.5 s" that parsing may take. */
const budgetMs = 500;

/** A writer that only counts, so that what is measured is everything but the store. */
const countingWriter: ImportWriter = {
  beginImport: async () => 1,
  writeChunk: async (_batch, { series }) => ({ imported: series.reduce((sum, { columns }) => sum + columns.time.length, 0), unchanged: 0, bySeries: [] }),
  finishImport: async () => undefined,
};

/** Unpacking, parsing and handing over the S&P 500 file, worker start included; compiled sources kept, as the command line and `npm start` keep them. */
export async function bench(): Promise<BenchRow[]> {
  if (!hasReference(file)) return [];
  keepCompiledSources();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await runImport({
      path: referencePath(file), name: 'sp500-5yr.csv.gz', options: { market: 'US' }, writer: countingWriter,
      workerUrl: new URL('../../src/main/workers/import-worker.ts', import.meta.url),
      resources: '', clock: { now: () => Date.now() as UtcMs, after: () => () => undefined },
      onProgress: () => undefined, signal: new AbortController().signal,
    });
    times.push(performance.now() - start);
  }
  const measured = times.toSorted((a, b) => a - b)[runs >> 1] ?? NaN;
  return [{ name: 'parse the 619,040-row gzip CSV in the worker', budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs }];
}
