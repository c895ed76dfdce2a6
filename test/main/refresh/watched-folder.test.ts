import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFolder } from '../../../src/main/refresh/watched-folder.ts';
import { folderJob } from '../../../src/main/jobs/folder-job.ts';
import type { JobContext, JobResult } from '../../../src/main/jobs/job.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { temporaryProfile } from '../store/store-fixture.ts';
import { openRefresher } from './refresh-fixture.ts';
import { HurriedClock } from '../../doubles/hurried-clock.ts';

const clock = new ManualClock();
const signal = new AbortController().signal;
const csv = (close: number): string => `Symbol,Date,Open,High,Low,Close,Volume\nXNAS:AAA,2026-11-18,10,12,9,11,100\nXNAS:AAA,2026-11-19,11,12,10,${close},100\n`;
const resources = join(import.meta.dirname, '../../../resources');
const workerUrl = new URL('../../../src/main/workers/import-worker.ts', import.meta.url);
let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let folder: string;

beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread(clock.now());
  folder = join(profile.folder, 'incoming');
  mkdirSync(folder);
});
afterEach(() => profile.dispose());

/** Writes a file as of so many minutes from now. */
function put(name: string, text: string, minutes: number): void {
  writeFileSync(join(folder, name), text);
  const at = new Date(clock.now() + minutes * 60_000);
  utimesSync(join(folder, name), at, at);
}

const watch = (path = folder) => watchFolder({ store, clock, workerUrl, resources, path: () => path, mapping: () => '' });

test('new and changed files are imported, others left alone, and one that fails stops no other', async () => {
  put('a.csv', csv(11.5), -10);
  put('b.csv', 'nothing of use', -10);
  expect(await watch().bringIn(signal)).toMatchObject({ files: 1, bars: 2, failures: [{ file: 'b.csv' }] });
  clock.advance(60_000);
  expect(await watch().bringIn(signal)).toMatchObject({ files: 0, bars: 0 });
  put('a.csv', csv(11.75), 1);
  clock.advance(120_000);
  expect(await watch().bringIn(signal)).toMatchObject({ files: 1, bars: 1 });
});

test('a file that is still being written waits until it has been left alone', async () => {
  const [folderOf, cut] = [watch(), csv(11.5).slice(0, 90)];
  put('a.csv', cut, 0);
  const found = folderOf.bringIn(signal);
  await vi.waitUntil(() => clock.pending === 1);
  expect(folderOf.standing()).toMatchObject({ waiting: ['a.csv'], failures: [] });
  clock.advance(2_000);
  put('a.csv', csv(11.5), 0);
  await vi.waitUntil(() => clock.pending === 1);
  clock.advance(2_000);
  expect(await found).toEqual({ files: 1, bars: 2, failures: [] });
  expect(store.read.batches().map(({ rows, rejected }) => [rows, rejected])).toEqual([[2, 0]]);
});

test('a file from a clock that runs ahead comes in once, and two looks at a time import it once', async () => {
  const folderOf = watch();
  put('a.csv', csv(11.5), 60);
  const both = [folderOf.bringIn(signal), folderOf.bringIn(signal)];
  await vi.waitUntil(() => clock.pending === 1);
  clock.advance(2_000);
  expect((await Promise.all(both)).map((found) => found?.files)).toEqual([1, 0]);
  expect((await folderOf.bringIn(signal))?.files).toBe(0);
});

test('a file that another of an earlier date takes the place of comes in, after a restart too', async () => {
  put('a.csv', csv(11.5), -10);
  await watch().bringIn(signal);
  const folderOf = watch();
  expect((await folderOf.bringIn(signal))?.files).toBe(0);
  put('a.csv', csv(11.75), -60);
  expect(await folderOf.bringIn(signal)).toMatchObject({ files: 1, bars: 1 });
});

test('what was taken back by hand does not come in again by itself, today or after a restart', async () => {
  put('a.csv', csv(11.5), -10);
  const folderOf = watch();
  await folderOf.bringIn(signal);
  await store.write.undoImport(store.read.batches()[0]?.id ?? 0);
  expect([(await folderOf.bringIn(signal))?.files, (await watch().bringIn(signal))?.files]).toEqual([0, 0]);
});

test('the job tells of a file that cannot be imported once, and again when it was changed', async () => {
  put('b.csv', 'nothing of use', -10);
  const folderOf = watch();
  const job = folderJob({ bringIn: folderOf.bringIn, follow: async () => undefined });
  const run = (): Promise<JobResult> => job.run({ signal, trigger: 'schedule' } as JobContext);
  expect([await run(), await run()]).toMatchObject([{ done: 0, failures: [{ subject: 'b.csv' }] }, null]);
  expect(folderOf.standing().failures).toMatchObject([{ file: 'b.csv' }]);
  put('b.csv', csv(11.5), -5);
  expect([await run(), await run(), folderOf.standing().failures]).toEqual([{ done: 1, failures: [] }, null, []]);
});

test('without a folder nothing happens; one that is gone is an error that names it', async () => {
  expect(await watch('').bringIn(signal)).toBeNull();
  await expect(watch(join(folder, 'gone')).bringIn(signal)).rejects.toMatchObject({ code: 'file.missing' });
});

test('a refresh limited to the folder asks no server', async () => {
  put('a.csv', csv(11.5), -10);
  const { refresh, close, http } = openRefresher(store, new HurriedClock(), {}, undefined, { folder: watch() });
  const result = await refresh({ sources: ['folder'] });
  expect(result).toMatchObject({ symbols: 0, failed: 0, folder: { files: 1, bars: 2, failures: [] } });
  expect(http.ledger(10)).toEqual([]);
  await close();
});
