import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runImport, type ImportWriter } from '../../../src/main/files/import/run-import.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { renderBarsCsv, renderBarsJson } from '../../../src/main/reports/render-bars.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { contentOf, temporaryProfile } from '../store/store-fixture.ts';
import { fixture, importInto, readInto, resources, stillClock, workerUrl } from './import-harness.ts';
import { reportInputOf } from './report-input.ts';

const us = { market: 'US' } as const;
/** 120 symbols of 2,000 invented days: several parts, so that there is something to interrupt. */
const symbols = Array.from({ length: 120 }, (_, index) => `S${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`);
const day = (index: number): string => new Date(Date.UTC(2010, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const manyRows = `date,open,high,low,close,volume,Name\n${symbols
  .map((symbol, at) => Array.from({ length: 2_000 }, (_, index) => `${day(index)},${at + 10},${at + 12},${at + 9},${at + 10 + (index % 7) / 10},${index},${symbol}`).join('\n'))
  .join('\n')}\n`;

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

const run = (path: string, writer: ImportWriter, signal: AbortSignal) =>
  runImport({ path, name: 'many.csv', options: us, writer, workerUrl, resources, clock: stillClock, onProgress: () => undefined, signal });

test('D6 a cancelled import ends at a whole batch, and a second run completes to the same data', async () => {
  const path = fixture('many.csv', manyRows);
  const controller = new AbortController();
  const stopping: ImportWriter = {
    ...store.write,
    writeChunk: async (...chunk) => {
      const outcome = await store.write.writeChunk(...chunk);
      controller.abort();
      return outcome;
    },
  };
  await expect(run(path, stopping, controller.signal)).rejects.toMatchObject({ code: 'import.cancelled', params: { batch: 1 } });
  const [batch] = store.read.batches();
  expect(batch).toMatchObject({ state: 'cancelled' });
  expect(batch?.imported).toBeGreaterThan(0);
  expect(batch?.imported).toBeLessThan(240_000);

  const second = await run(path, store.write, new AbortController().signal);
  expect(second).toMatchObject({ rows: 240_000, rejected: 0, imported: 240_000 - (batch?.imported ?? 0), unchanged: batch?.imported });
  const other = temporaryProfile();
  const clean = await other.openInThread();
  await run(path, clean.write, new AbortController().signal);
  expect(contentOf(store.read)).toEqual(contentOf(clean.read));
  await other.dispose();
});

test('a folder import that is cancelled leaves whole files, which a second run completes and undo takes back', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => `${day(index)},1\n`).join('');
  const folder = dirname(fixture('AAA.csv', `date,close\n${rows}`));
  for (const name of symbols.slice(0, 59)) writeFileSync(join(folder, `${name}.csv`), `date,close\n${rows}`);
  const controller = new AbortController();
  const stopping: ImportWriter = {
    ...store.write,
    writeChunk: async (...chunk) => {
      const outcome = await store.write.writeChunk(...chunk);
      controller.abort();
      return outcome;
    },
  };
  await expect(run(folder, stopping, controller.signal)).rejects.toMatchObject({ code: 'import.cancelled', params: { batch: 1, imported: 66_000 } });
  expect(store.read.batches()).toMatchObject([{ state: 'cancelled', rows: 66_000, imported: 66_000, rejected: 0, symbols: 33 }]);
  expect(store.read.series().map(({ bars }) => bars)).toEqual(Array.from({ length: 33 }, () => 2_000));

  expect(await run(folder, store.write, new AbortController().signal)).toMatchObject({ rows: 120_000, imported: 54_000, unchanged: 66_000, symbols: 60 });
  expect(await store.write.undoImport(1)).toMatchObject({ removed: 66_000 });
  expect(await store.write.undoImport(2)).toMatchObject({ removed: 54_000 });
  expect(contentOf(store.read)).toEqual({});
});

test('an import that was aborted before it began writes nothing', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(run(fixture('many.csv', manyRows), store.write, controller.signal)).rejects.toMatchObject({ code: 'app.cancelled' });
  expect(store.read.batches()).toEqual([]);
});

test('a write that fails ends the import with its error and frees the worker', async () => {
  const failing: ImportWriter = { ...store.write, writeChunk: () => Promise.reject(new Error('disk full')) };
  await expect(run(fixture('many.csv', manyRows), failing, new AbortController().signal)).rejects.toThrow('disk full');
  expect(store.read.batches()).toMatchObject([{ state: 'cancelled', imported: 0 }]);
});

test('undo takes an import back whole', async () => {
  const result = await run(fixture('many.csv', manyRows), store.write, new AbortController().signal);
  expect(store.read.series()).toHaveLength(120);
  expect(await store.write.undoImport(result.batch ?? 0)).toEqual({ removed: 240_000, restored: 0, members: 0 });
  expect(contentOf(store.read)).toEqual({});
});

test.each([
  ['CSV', 'csv', renderBarsCsv],
  ['JSON', 'json', renderBarsJson],
])('our own %s export comes back bar by bar, flags included', async (_, extension, render) => {
  const path = fixture('bars.csv', 'date,open,high,low,close,volume,amount\n2024-01-02,10,11,9,10.5,1000,10500\n2024-01-03,,,,10.7,1200,\n2024-01-04,10.7,10.6,10.1,10.2,900,9400.5\n');
  const { writer } = await readInto(path, { symbol: '600999' });
  const again = await readInto(fixture(`export.${extension}`, render(reportInputOf(writer, 'XSHG:600999'))));
  expect(again.writer.bars('XSHG:600999')).toEqual(writer.bars('XSHG:600999'));
  expect([...again.writer.series.keys()]).toEqual(['XSHG:600999|1d|chartroom|raw']);
});

test('progress is told in bytes of the file and ends at its size', async () => {
  const path = fixture('many.csv', manyRows);
  const seen: number[] = [];
  let total = 0;
  await runImport({
    path, name: 'many.csv', options: us, writer: store.write, workerUrl, resources, clock: stillClock, signal: new AbortController().signal,
    onProgress: (doneBytes, totalBytes) => {
      seen.push(doneBytes);
      total = totalBytes;
    },
  });
  expect(total).toBe(manyRows.length);
  expect(seen.at(-1)).toBe(total);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('a folder of files named by their symbols needs only the market', async () => {
  const row = 'date,close\n2024-01-02,10\n';
  const path = fixture('AAA.csv', row);
  writeFileSync(join(dirname(path), 'BBB.csv'), row);
  writeFileSync(join(dirname(path), 'readme.txt'), 'Nothing of interest.\n');
  const writer = new MemoryStoreWriter();
  const result = await importInto(writer, dirname(path), us);
  expect([...writer.instruments.keys()]).toEqual(['US:AAA', 'US:BBB']);
  expect(result.failures).toMatchObject([{ file: 'readme.txt', error: { code: 'import.noDate' } }]);
});
