import { closeSync, copyFileSync, existsSync, openSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBackups } from '../../../src/main/store/backup.ts';
import { prepareStore } from '../../../src/main/store/prepare-store.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { barsAt, chunkOf, contentOf, dailyPart, importChunk, range, temporaryProfile } from './store-fixture.ts';

const now = Date.UTC(2018, 1, 7, 14, 30, 5);
const day = 86_400_000;
let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

const symbols = (store: Store): string[] => store.read.instruments().map((instrument) => instrument.code);

/** Restores a file over the closed store, as an opening with `restoreFrom` does. */
async function restoreFrom(file: string): Promise<void> {
  (await prepareStore({ file: profile.file, uncleanExit: false, restoreFrom: file, now: now as UtcMs, limits: {} })).database.close();
}

/** A closed store that holds BBB, and a backup from before it, with AAA alone and its history. */
async function storeAndBackup(): Promise<{ readonly backup: string; readonly content: ReturnType<typeof contentOf> }> {
  const store = await profile.openInThread(now - day);
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 500)), { nameZh: '测试' })));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([3, 500], () => 9))));
  await store.write.setSetting('language', 'zh');
  const content = contentOf(store.read);
  const backup = await store.write.backup();
  await importChunk(store, chunkOf(dailyPart('BBB', barsAt([1]))));
  await store.close();
  return { backup, content };
}

test('R8 a backup is one whole file that holds every commit before it', async () => {
  const { backup, content } = await storeAndBackup();
  expect(readdirSync(join(profile.folder, 'backups'))).toEqual(['workspace-regular-20180206T143005Z.db']);
  copyFileSync(backup, join(profile.folder, 'copy.db'));
  const { database } = await prepareStore({ file: join(profile.folder, 'copy.db'), uncleanExit: true, restoreFrom: null, now: now as UtcMs, limits: {} });
  expect(database.prepare('SELECT code FROM instrument').pluck().all()).toEqual(['AAA']);
  database.close();
  expect(Object.keys(content)).toEqual(['DEMO:AAA 1d csv split']);
});

test('R8 the newest regular backups are kept and older ones pruned', async () => {
  for (let age = 7; age > 0; age--) {
    const store = await profile.openInThread(now - age * day);
    await store.write.backup();
    await store.close();
  }
  expect(listBackups(profile.file).map((backup) => (now - backup.at) / day)).toEqual([1, 2, 3, 4, 5]);
});

test('R8 writes go on while a backup is made through the worker', async () => {
  const store = await profile.open();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 2_000)))));
  const batch = await store.write.beginImport('b.csv', 'csv', 1 as UtcMs);
  const [backup] = await Promise.all([store.write.backup(), store.write.writeChunk(batch, chunkOf(dailyPart('BBB', barsAt([1]))), 1 as UtcMs)]);
  expect([existsSync(backup), symbols(store)]).toEqual([true, ['AAA', 'BBB']]);
});

test('R8 a store that was written to is backed up once a day when idle', async () => {
  const clock = new ManualClock(now);
  const store = await profile.open({ clock });
  for (const hours of [0, 12, 13]) {
    clock.advance(hours * 3_600_000);
    await store.write.setSetting('hours', hours);
    clock.advance(2_000);
    const expected = hours === 13 ? 2 : 1;
    await expect.poll(() => listBackups(profile.file)).toHaveLength(expected);
  }
  expect(listBackups(profile.file).map((backup) => backup.at - now)).toEqual([25 * 3_600_000 + 6_000, 2_000]);
});

test('R8 backups asked for at once are made one after another', async () => {
  const store = await profile.open();
  await store.write.setSetting('a', 1);
  const [first, second] = await Promise.all([store.write.backup(), store.write.backup()]);
  expect([existsSync(first), second === first]).toEqual([true, true]);
});

test('R8 what a process that died left of a backup is cleared away', async () => {
  const { backup } = await storeAndBackup();
  writeFileSync(`${backup}.part`, 'half');
  await (await profile.openInThread()).write.backup();
  expect(readdirSync(join(profile.folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('R8 restoring brings back exactly what the backup held', async () => {
  const { backup, content } = await storeAndBackup();
  const store = await profile.open({ restoreFrom: backup, clock: new ManualClock(now) });
  expect([contentOf(store.read), store.read.settings().get('language'), store.read.batches().length]).toEqual([content, 'zh', 2]);
  expect(store.read.revisions(store.read.series()[0]?.id ?? 0)).toHaveLength(1);
  expect(await store.write.check()).toEqual([]);
  await importChunk(store, chunkOf(dailyPart('CCC', barsAt([1]))));
  expect(symbols(store)).toEqual(['AAA', 'CCC']);
});

test('R8 what stood there before a restore is kept as a backup itself', async () => {
  const { backup } = await storeAndBackup();
  await restoreFrom(backup);
  const kept = listBackups(profile.file).find((found) => found.kind === 'before-restore');
  await restoreFrom(kept?.file ?? '');
  expect(symbols(await profile.openInThread())).toEqual(['AAA', 'BBB']);
});

test('R8 an old log beside the store does not bring old data back', async () => {
  const { backup } = await storeAndBackup();
  const holder = new Database(profile.file);
  holder.pragma('wal_autocheckpoint = 0');
  holder.prepare("INSERT INTO setting (key, value) VALUES ('late', '1')").run();
  copyFileSync(`${profile.file}-wal`, join(profile.folder, 'saved-wal'));
  holder.close();
  copyFileSync(join(profile.folder, 'saved-wal'), `${profile.file}-wal`);
  await restoreFrom(backup);
  const store = await profile.openInThread();
  expect([symbols(store), store.read.settings().has('late')]).toEqual([['AAA'], false]);
});

test('R8 readers of the store before take nothing of the restored one for known', async () => {
  const { backup } = await storeAndBackup();
  await restoreFrom(backup);
  const store = await profile.openInThread();
  const { id = 0, version = 0 } = store.read.series()[0] ?? {};
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([900]))));
  expect(store.read.changesSince(id, version + 1)).toMatchObject({ mode: 'full' });
  expect(store.read.changesSince(id, version)).toMatchObject({ mode: 'full' });
});

const alter = (statement: string) => (file: string): void => {
  const database = new Database(file);
  database.exec(statement);
  database.close();
};

const hostile: Readonly<Record<string, (file: string) => void>> = {
  garbage: (file) => writeFileSync(file, Buffer.alloc(30_000, 'garbage ')),
  empty: (file) => truncateSync(file, 0),
  half: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'longer than its pages': (file) => writeFileSync(file, Buffer.alloc(100), { flag: 'a' }),
  'damaged in the middle of a page': (file) => {
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(3_000, 0xa5), 0, 3_000, 8_192 * 3 - 1_500);
    closeSync(descriptor);
  },
  'a trigger': alter("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN DELETE FROM instrument; END"),
  'a view': alter('CREATE VIEW evil AS SELECT * FROM setting'),
  'a virtual table': alter('CREATE VIRTUAL TABLE evil USING fts5(x)'),
  'a further table': alter('CREATE TABLE evil (x)'),
  'a changed table': alter('ALTER TABLE setting ADD COLUMN evil TEXT'),
  'a newer version': alter('PRAGMA user_version = 99'),
  'another program': alter('PRAGMA application_id = 1'),
  'rows without their parents': alter('PRAGMA foreign_keys = 0; INSERT INTO import_series (batch, series) VALUES (77, 77)'),
  'a BLOB that does not match its checksum': alter('UPDATE bar_blob SET checksum = checksum + 1'),
};

describe.each(Object.entries(hostile))('D7 a backup with %s', (_name, spoil) => {
  test('is refused and the store stays as it was', async () => {
    const { backup } = await storeAndBackup();
    spoil(backup);
    const before = readFileSync(profile.file);
    await expect(restoreFrom(backup)).rejects.toMatchObject({ code: 'store.backupInvalid' });
    expect(readFileSync(profile.file).equals(before)).toBe(true);
    expect(readdirSync(profile.folder).filter((name) => name.includes('restor'))).toEqual([]);
  });
});

test('D7 a file that a program has open is refused', async () => {
  const { backup } = await storeAndBackup();
  writeFileSync(`${backup}-wal`, 'log');
  await expect(restoreFrom(backup)).rejects.toMatchObject({ code: 'store.backupInvalid', params: { problem: 'a program has it open' } });
  await expect(restoreFrom(join(profile.folder, 'none.db'))).rejects.toMatchObject({ code: 'store.backupInvalid' });
});
