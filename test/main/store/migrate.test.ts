import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UtcMs } from '../../../src/shared/time.ts';
import { listBackups } from '../../../src/main/store/backup.ts';
import { applicationId, migrate, schemaVersion, type Migration } from '../../../src/main/store/migrate.ts';
import { migrations } from '../../../src/main/store/migrations/migrations.ts';
import { prepareStore } from '../../../src/main/store/prepare-store.ts';
import { barsAt, chunkOf, contentOf, dailyPart, importChunk, temporaryProfile } from './store-fixture.ts';

const shippedHashes: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'migration-hashes.json'), 'utf8'));
const folder = join(import.meta.dirname, '../../../src/main/store/migrations');
let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

const schemaOf = (database: Database.Database): string =>
  database.prepare<[], string>("SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name").pluck().all().join('\n\n');

/** The version after the newest shipped one. */
const next = migrations.length + 1;
const notes: Migration = { version: next, name: 'next-notes', up: (database) => database.exec('CREATE TABLE note (text TEXT NOT NULL) STRICT') };
const failing: Migration = {
  version: next,
  name: 'next-failing',
  up: (database) => {
    database.exec('CREATE TABLE half (x INTEGER) STRICT; DROP TABLE setting');
    throw new Error('stopped half way');
  },
};
const dangling: Migration = {
  version: next,
  name: 'next-dangling',
  up: (database) => database.exec('PRAGMA defer_foreign_keys = 1; INSERT INTO import_series (batch, series) VALUES (1, 1)'),
};

test('R4 migrations are ordered and gapless, and their files are the shipped ones', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
  const files = readdirSync(folder).filter((name) => /^\d{4}-/.test(name)).sort();
  expect(files).toEqual(migrations.map((migration) => `${migration.name}.ts`));
  const hashes = Object.fromEntries(files.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
  expect(hashes).toEqual(shippedHashes);
});

test('R4 a migration that fails leaves version and schema as they were', () => {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const before = schemaOf(database);
  expect(() => migrate(database, [...migrations, failing])).toThrow('stopped half way');
  expect([schemaVersion(database), schemaOf(database)]).toEqual([migrations.length, before]);
});

test('R4 a migration that leaves rows without their parents does not commit', () => {
  const database = new Database(':memory:');
  migrate(database, migrations);
  expect(() => migrate(database, [...migrations, dangling])).toThrow('refer to nothing');
  expect([schemaVersion(database), database.prepare('SELECT count(*) FROM import_series').pluck().get()]).toEqual([migrations.length, 0]);
});

test('R4 a backup is taken before an existing store is migrated, none before it is made', async () => {
  const setup = { file: profile.file, uncleanExit: false, restoreFrom: null, now: Date.UTC(2018, 1, 7) as UtcMs, limits: {} };
  (await prepareStore(setup)).database.close();
  expect(listBackups(profile.file)).toEqual([]);
  const { database } = await prepareStore(setup, [...migrations, notes]);
  expect(schemaVersion(database)).toBe(next);
  database.close();
  const [backup] = listBackups(profile.file);
  expect(backup).toMatchObject({ kind: 'before-migration', at: Date.UTC(2018, 1, 7) });
  const old = new Database(backup?.file ?? '', { readonly: true });
  expect(schemaVersion(old)).toBe(migrations.length);
  old.close();
});

test('R5 a fresh store has the schema on record', async () => {
  const database = new Database(':memory:');
  migrate(database, migrations);
  expect([database.pragma('application_id', { simple: true }), schemaVersion(database)]).toEqual([applicationId, migrations.length]);
  await expect(`${schemaOf(database)}\n`).toMatchFileSnapshot('schema.sql');
});

test('R5 a store of version 1 keeps its rows, and industries can be added to them', () => {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, 1));
  database.exec("INSERT INTO import_batch (id, file, format, at, state) VALUES (1, 'a.csv', 'csv', 0, 'completed')");
  const rows = (): unknown[] => database.prepare('SELECT id, file, state FROM import_batch').all();
  const before = rows();
  migrate(database, migrations.slice(0, 2));
  expect([schemaVersion(database), rows()]).toEqual([2, before]);
  expect(database.prepare('SELECT count(*) FROM industry_membership').pluck().get()).toBe(0);
});

test('R5 alerts from before there were lists for them keep their rows and their log, and are about no list', () => {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, 11));
  database.exec("INSERT INTO alert (id, name, symbol, freq, condition, live, cooldown_ms, created_at, armed_at) VALUES (7, 'Breakout', 'XNAS:QVX', '1d', '{}', 0, 60000, 1, 2)");
  database.exec("INSERT INTO alert_event (alert, subject, time, close, fired_at, live) VALUES (7, 'XNAS:QVX', 20000, 12.5, 3, 0)");
  migrate(database, migrations.slice(0, 12));
  expect(database.prepare('SELECT id, name, symbol, watchlist, cooldown_ms, armed_at FROM alert').all()).toEqual([{ id: 7, name: 'Breakout', symbol: 'XNAS:QVX', watchlist: null, cooldown_ms: 60_000, armed_at: 2 }]);
  expect(database.prepare('SELECT alert, time, close FROM alert_event').all()).toEqual([{ alert: 7, time: 20_000, close: 12.5 }]);
});

test('R5 series from before amounts were held against volumes keep their rows and have no doubtful bar', () => {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, 12));
  database.exec("INSERT INTO instrument (id, mic, code, kind, zone) VALUES (1, 'XNAS', 'QVX', 'stock', 'UTC')");
  database.exec(`INSERT INTO series (id, instrument, freq, origin, basis, version, bars, blob_bars, filled, range, open, revised, source, fetched_at)
    VALUES (3, 1, '1d', 'csv', 'raw', 5, 0, 0, 1, 2, 0, 4, 'a.csv', 6)`);
  migrate(database, migrations.slice(0, 13));
  expect(database.prepare('SELECT id, version, filled, range, revised, amount, source FROM series').all()).toEqual([{ id: 3, version: 5, filled: 1, range: 2, revised: 4, amount: 0, source: 'a.csv' }]);
});

test('R5 every table is strict', () => {
  const database = new Database(':memory:');
  migrate(database, migrations);
  const loose = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'").pluck().all();
  expect(loose).toEqual([]);
});

test('R6 a store of a newer build is refused and its bytes stay the same', async () => {
  const store = await profile.open();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))));
  await store.close();
  const database = new Database(profile.file);
  database.pragma('user_version = 99');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const hash = (): string => createHash('sha256').update(readFileSync(profile.file)).digest('hex');
  const before = hash();
  for (const mode of ['write', 'read'] as const) {
    await expect(profile.open({ mode })).rejects.toMatchObject({ code: 'store.newer', params: { found: 99, known: migrations.length } });
    expect(hash()).toBe(before);
  }
});

test('a database of another program is refused and its bytes stay the same', async () => {
  const database = new Database(profile.file);
  database.exec('CREATE TABLE theirs (x)');
  database.close();
  const before = readFileSync(profile.file);
  await expect(profile.open()).rejects.toMatchObject({ code: 'store.foreign' });
  await expect(profile.open({ mode: 'read' })).rejects.toMatchObject({ code: 'store.foreign' });
  expect(readFileSync(profile.file).equals(before)).toBe(true);
});

test('a process that died while making the store leaves one that opens', async () => {
  const database = new Database(profile.file);
  database.pragma('journal_mode = wal');
  database.close();
  const store = await profile.open();
  expect([contentOf(store.read), store.health().recovery]).toEqual([{}, null]);
});
