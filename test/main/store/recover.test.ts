import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { barsAt, chunkOf, dailyPart, importChunk, range, runChild, temporaryProfile } from './store-fixture.ts';

const now = Date.UTC(2018, 1, 7, 14, 30, 5);
let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

const open = (): Promise<Store> => profile.open({ clock: new ManualClock(now) });
const openInThread = (): Promise<Store> => profile.openInThread(now);
const symbols = (store: Store): string[] => store.read.instruments().map((instrument) => instrument.code);

/** A closed store of one symbol with a backup, and a second symbol written after the backup. */
async function storeWithBackup(): Promise<string> {
  const store = await profile.openInThread(now - 60_000);
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 2_000)))));
  const backup = await store.write.backup();
  await importChunk(store, chunkOf(dailyPart('BBB', barsAt(range(0, 2_000)))));
  await store.close();
  return backup;
}

/** Overwrites the pages of a table. */
function damageTable(file: string, table: string): void {
  const database = new Database(file);
  const pages = database.prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype <> 'overflow'").pluck().all(table);
  database.close();
  const descriptor = openSync(file, 'r+');
  for (const page of pages) writeSync(descriptor, Buffer.alloc(8_192, 0xa5), 0, 8_192, (page - 1) * 8_192);
  closeSync(descriptor);
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  garbage: (file) => writeFileSync(file, Buffer.alloc(20_000, 'no database')),
  empty: (file) => truncateSync(file, 0),
  half: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'a folder in its place': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
};

describe.each(Object.entries(damages))('R7 %s', (_name, damage) => {
  test('goes back to the newest backup, moves the damaged file aside and says so', async () => {
    const backup = await storeWithBackup();
    damage(profile.file);
    const store = await open();
    expect(symbols(store)).toEqual(['AAA']);
    const { recovery } = store.health();
    expect(recovery).toMatchObject({ movedTo: `${profile.file}.corrupt-20180207T143005Z`, backup: { file: backup, at: now - 60_000 } });
    expect(existsSync(recovery?.movedTo ?? '')).toBe(true);
    await importChunk(store, chunkOf(dailyPart('CCC', barsAt([1]))));
    expect(await store.write.check()).toEqual([]);
  });

  test('begins anew where there is no backup, and says so', async () => {
    const first = await profile.openInThread();
    await importChunk(first, chunkOf(dailyPart('AAA', barsAt(range(0, 2_000)))));
    await first.close();
    damage(profile.file);
    const store = await openInThread();
    expect([symbols(store), store.health().recovery?.backup]).toEqual([[], null]);
  });
});

test('R7 R14 a damaged b-tree is found after an unclean exit', async () => {
  await storeWithBackup();
  damageTable(profile.file, 'bar_revision');
  const sound = await runChild({ file: profile.file, action: 'lock-and-die' });
  expect(sound.signal).toBe('SIGKILL');
  const store = await open();
  expect([symbols(store), store.health().recovery !== null]).toEqual([['AAA'], true]);
});

test('R7 damage met while reading is reported, and the next start repairs it', async () => {
  await storeWithBackup();
  damageTable(profile.file, 'instrument');
  const store = await open();
  expect(() => store.read.instruments()).toThrow('damaged');
  expect(store.health().problem).toBe('store.damaged');
  await store.close();
  const repaired = await open();
  expect([symbols(repaired), repaired.health().recovery !== null]).toEqual([['AAA'], true]);
});

test('R7 damage that shows first while the store is brought up to date is repaired at once', async () => {
  await storeWithBackup();
  damageTable(profile.file, 'import_batch');
  const store = await openInThread();
  expect([symbols(store), store.health().recovery !== null]).toEqual([['AAA'], true]);
});

test('R14 a BLOB whose bytes changed on the disk is named, other series still read', async () => {
  await storeWithBackup();
  const bytes = readFileSync(profile.file);
  const offset = bytes.indexOf(Buffer.from(new Float64Array([1_234, 1_235]).buffer));
  const descriptor = openSync(profile.file, 'r+');
  writeSync(descriptor, Buffer.from([0xff]), 0, 1, offset);
  closeSync(descriptor);
  const store = await openInThread();
  const read = store.read.series().map((series) => {
    try {
      return store.read.bars(series.id).time.length;
    } catch (error) {
      return error instanceof AppError ? error.code : error;
    }
  });
  expect(read.sort()).toEqual([2_000, 'store.damagedBars']);
  expect(await store.write.check()).toEqual([expect.stringContaining('do not match their checksum')]);
});

test('R7 the log goes aside with its store', async () => {
  await storeWithBackup();
  writeFileSync(profile.file, 'garbage');
  writeFileSync(`${profile.file}-wal`, 'old log');
  const store = await openInThread();
  const { recovery } = store.health();
  expect(readFileSync(`${recovery?.movedTo}-wal`, 'utf8')).toBe('old log');
  expect(symbols(store)).toEqual(['AAA']);
});

test('R7 a backup that does not validate is passed over for an older one', async () => {
  const older = await storeWithBackup();
  const newer = join(profile.folder, 'backups', 'workspace-regular-20180207T143000Z.db');
  writeFileSync(newer, 'garbage');
  writeFileSync(profile.file, 'garbage');
  const store = await openInThread();
  expect(store.health().recovery?.backup?.file).toBe(older);
});

test('R7 a second damage in the same second does not overwrite the first', async () => {
  for (const text of ['first', 'second']) {
    writeFileSync(profile.file, text);
    await (await openInThread()).close();
  }
  const kept = readdirSync(profile.folder).filter((name) => name.includes('.corrupt-') && !/-(wal|shm)$/.test(name));
  expect(kept.map((name) => readFileSync(join(profile.folder, name), 'utf8')).sort()).toEqual(['first', 'second']);
  expect(kept.every((name) => name.startsWith(basename(profile.file)))).toBe(true);
});

test('R7 a damaged store is repaired also when it is opened for reading', async () => {
  await storeWithBackup();
  writeFileSync(profile.file, 'garbage');
  const store = await profile.open({ mode: 'read', clock: new ManualClock(now) });
  expect([symbols(store), store.health().recovery !== null]).toEqual([['AAA'], true]);
});

test.skipIf(process.platform === 'win32')('R7 a file that may not be read is reported and left alone', async () => {
  await storeWithBackup();
  const before = readFileSync(profile.file);
  const { outcome } = await runChild({ file: profile.file, action: 'open', unprivileged: true, modes: { file: 0o000, folder: 0o777 } });
  expect(outcome).toMatchObject({ error: 'store.unreadable' });
  expect(readFileSync(profile.file).equals(before)).toBe(true);
  expect(readdirSync(profile.folder).some((name) => name.includes('corrupt'))).toBe(false);
});
