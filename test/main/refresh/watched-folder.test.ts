import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFolder } from '../../../src/main/refresh/watched-folder.ts';
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
