import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderListener, type WatchFolder } from '../../../src/main/refresh/folder-listener.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

let folder: string;
let clock: ManualClock;
let settled = 0;
let listener: FolderListener | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-incoming-'));
  clock = new ManualClock();
  settled = 0;
});
afterEach(() => {
  listener?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Watches that a test sets off by hand. */
function manualWatches(refuse: () => boolean = () => false) {
  const open: { readonly path: string; readonly nested: boolean; readonly change: () => void; readonly lose: (error: Error) => void }[] = [];
  const watch: WatchFolder = (path, nested, change, lose) => {
    if (refuse()) throw new Error('no watches left');
    const one = { path, nested, change, lose };
    open.push(one);
    return () => void open.splice(open.indexOf(one), 1);
  };
  return { open, watch };
}

async function listen(watch?: WatchFolder, hearsNested = false): Promise<FolderListener> {
  listener = new FolderListener({ path: () => folder, clock, log: new MemoryLog(), onSettled: () => void (settled += 1), hearsNested, ...(watch === undefined ? {} : { watch }) });
  await listener.follow();
  return listener;
}

test('changes are told of once they have settled', async () => {
  const { open, watch } = manualWatches();
  await listen(watch);
  open[0]?.change();
  clock.advance(1_500);
  open[0]?.change();
  clock.advance(1_999);
  expect(settled).toBe(0);
  clock.advance(1);
  expect([settled, clock.pending]).toEqual([1, 0]);
});

test('changes that never end are told of every half minute', async () => {
  const { open, watch } = manualWatches();
  await listen(watch);
  for (let second = 0; second < 65; second++) {
    open[0]?.change();
    clock.advance(1_000);
  }
  expect(settled).toBe(2);
});

test('where the system hears of no nested folder each has a watch of its own, made anew with the folder', async () => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  const { open, watch } = manualWatches();
  const heard = await listen(watch);
  expect(open.map(({ path, nested }) => [path, nested])).toEqual([[folder, false], [join(folder, 'a'), false], [join(folder, 'a', 'b'), false]]);
  const before = open[1];
  renameSync(join(folder, 'a'), join(folder, 'old'));
  mkdirSync(join(folder, 'a'));
  await heard.follow();
  expect([open.map(({ path }) => path).sort(), open.includes(before as never)]).toEqual([[folder, join(folder, 'a'), join(folder, 'old'), join(folder, 'old', 'b')], false]);
});

test('elsewhere one watch hears of all', async () => {
  mkdirSync(join(folder, 'a'));
  const { open, watch } = manualWatches();
  await listen(watch, true);
  expect(open.map(({ path, nested }) => [path, nested])).toEqual([[folder, true]]);
});

test('a watch that is refused or lost is tried again at the next turn', async () => {
  let full = true;
  const { open, watch } = manualWatches(() => full);
  const heard = await listen(watch);
  expect(heard.isLive).toBe(false);
  full = false;
  await heard.follow();
  expect(heard.isLive).toBe(true);
  open[0]?.lose(new Error('gone'));
  expect([heard.isLive, open]).toEqual([false, []]);
  await heard.follow();
  expect([heard.isLive, open.length]).toEqual([true, 1]);
});

test('a folder that is not there is not heard of until it is', async () => {
  rmSync(folder, { recursive: true });
  const { watch } = manualWatches();
  const heard = await listen(watch);
  expect(heard.isLive).toBe(false);
  mkdirSync(folder);
  await heard.follow();
  expect(heard.isLive).toBe(true);
});

test('the system itself tells of a file in a folder within, and of nothing after the end', async () => {
  mkdirSync(join(folder, 'a'));
  const heard = await listen(undefined, process.platform !== 'linux');
  writeFileSync(join(folder, 'a', 'new.csv'), 'text');
  await vi.waitUntil(() => clock.pending === 1);
  clock.advance(30_000);
  expect(settled).toBe(1);
  heard.close();
  expect([heard.isLive, clock.pending]).toEqual([false, 0]);
});
