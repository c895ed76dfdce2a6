import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../src/shared/error-catalog.ts';
import { errorCatalog } from '../../../src/shared/error-catalog.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { connectReader } from '../../../src/main/store/connect.ts';
import { storeError } from '../../../src/main/store/store-error.ts';
import { createReader } from '../../../src/main/store/store-reader.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { barsAt, chunkOf, contentOf, dailyPart, importChunk, range, runChild, startChild, temporaryProfile } from './store-fixture.ts';

const dayMs = 86_400_000;
let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

const many = (code: string): ReturnType<typeof chunkOf> => chunkOf(dailyPart(code, barsAt(range(0, 3_000))));

test('R9 a full disk refuses the write, keeps what was saved, and saving resumes when space returns', async () => {
  const store = await profile.open({ limits: { maxPages: 140 } });
  const first = await importChunk(store, many('AAA'));
  const before = contentOf(store.read);
  const batch = await store.write.beginImport('big.csv', 'csv', 1 as UtcMs);
  await expect(store.write.writeChunk(batch, chunkOf(...['BBB', 'CCC', 'DDD', 'EEE'].map((code) => dailyPart(code, barsAt(range(0, 3_000))))), 1 as UtcMs)).rejects.toMatchObject({ code: 'store.full' });
  expect([contentOf(store.read), store.health().problem]).toEqual([before, 'store.full']);
  await store.write.undoImport(first);
  await store.write.writeChunk(batch, many('BBB'), 1 as UtcMs);
  expect([Object.keys(contentOf(store.read)), store.health().problem]).toEqual([['DEMO:BBB 1d csv split'], null]);
});

test('R10 a file that another program holds is reported as busy, then works again', async () => {
  const store = await profile.open({ limits: { busyTimeoutMs: 20 } });
  const other = new Database(profile.file);
  other.exec('BEGIN IMMEDIATE');
  await expect(store.write.setSetting('a', 1)).rejects.toMatchObject({ code: 'store.busy' });
  expect(store.health().problem).toBe('store.busy');
  other.exec('ROLLBACK');
  other.close();
  await store.write.setSetting('a', 1);
  expect([store.read.settings().get('a'), store.health().problem]).toEqual([1, null]);
});

test.each<[string, ErrorCode]>([
  ['SQLITE_FULL', 'store.full'],
  ['SQLITE_BUSY_SNAPSHOT', 'store.busy'],
  ['SQLITE_READONLY_DBMOVED', 'store.readOnly'],
  ['SQLITE_IOERR_WRITE', 'store.io'],
  ['SQLITE_CORRUPT_VTAB', 'store.damaged'],
  ['SQLITE_NOTADB', 'store.damaged'],
  ['SQLITE_CANTOPEN_ISDIR', 'store.unreadable'],
])('R10 %s becomes %s', (code, expected) => {
  expect(storeError(new Database.SqliteError('text', code), 'file.db')).toMatchObject({ code: expected });
});

test('R10 what the user can do nothing about stays a bug', () => {
  const misuse = new Database.SqliteError('text', 'SQLITE_CONSTRAINT_CHECK');
  expect(storeError(misuse, 'file.db')).toBe(misuse);
});

test.skipIf(process.platform === 'win32').each([
  ['folder and file', { file: 0o444, folder: 0o555 }],
  ['file', { file: 0o444, folder: 0o777 }],
])('R10 a read-only %s opens, reads, and refuses writes with the reason', async (_name, modes) => {
  const store = await profile.openInThread();
  await importChunk(store, many('AAA'));
  await store.close();
  for (const action of ['open', 'read'] as const) {
    const { outcome } = await runChild({ file: profile.file, action, unprivileged: true, modes });
    const [writing, problem] = action === 'open' ? ['store.readOnly', 'store.readOnly'] : ['store.readMode', null];
    expect(outcome).toMatchObject({ symbols: ['AAA'], writing, problem });
  }
});

test('S17 a second opening for writing is refused and names the process', async () => {
  const store = await profile.open();
  await expect(profile.open()).rejects.toMatchObject({ code: 'store.locked', params: { pid: process.pid } });
  await importChunk(store, many('AAA'));
  const other = await runChild({ file: profile.file, action: 'open' });
  expect(other.outcome).toEqual({ error: 'store.locked', params: { pid: process.pid } });
  const reading = await runChild({ file: profile.file, action: 'read' });
  expect(reading.outcome).toMatchObject({ symbols: ['AAA'], writing: 'store.readMode' });
});

test('S17 a killed process leaves no lock behind', async () => {
  const { child, line, ended } = startChild({ file: profile.file, action: 'hold' });
  const held = await line;
  await expect(profile.open()).rejects.toMatchObject({ code: 'store.locked', params: { pid: (held as { pid: number }).pid } });
  child.kill('SIGKILL');
  await ended;
  const store = await profile.open();
  expect(store.read.settings().get('x')).toBe(1);
});

test('reading where there is no store yet reads as empty and makes nothing', async () => {
  const store = await profile.open({ mode: 'read' });
  expect([store.read.instruments(), existsSync(profile.file)]).toEqual([[], false]);
  await expect(store.write.setSetting('a', 1)).rejects.toMatchObject({ code: 'store.readMode' });
});

test('D6 an import that was interrupted is marked so at the next opening', async () => {
  const first = await profile.openInThread();
  const batch = await first.write.beginImport('a.csv', 'csv', 1 as UtcMs);
  await first.write.writeChunk(batch, many('AAA'), 1 as UtcMs);
  await first.close();
  const second = await profile.openInThread();
  expect(second.read.batches()).toMatchObject([{ state: 'interrupted', imported: 3_000, symbols: 1 }]);
  await second.write.undoImport(batch);
  expect(contentOf(second.read)).toEqual({});
});

test('R11 the log stays bounded under writes and is empty when idle and after closing', async () => {
  const clock = new ManualClock();
  const store = await profile.open({ clock });
  const batch = await store.write.beginImport('a.csv', 'csv', 1 as UtcMs);
  let largest = 0;
  for (let part = 0; part < 10; part++) {
    await Promise.all(range(0, 10).map((symbol) => store.write.writeChunk(batch, chunkOf(dailyPart(`S${symbol}`, barsAt(range(part * 1_000, part * 1_000 + 1_000)))), 1 as UtcMs)));
    largest = Math.max(largest, store.health().walBytes);
  }
  expect(store.read.series().reduce((sum, series) => sum + series.bars, 0)).toBe(100_000);
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(48 * 2 ** 20);
  clock.advance(2_000);
  await expect.poll(() => store.health().walBytes).toBe(0);
  await store.write.setSetting('a', 1);
  await store.close();
  expect([existsSync(`${profile.file}-wal`), existsSync(`${profile.file}-shm`)]).toEqual([false, false]);
});

test('R12 closing finishes the writes under way, refuses later ones, and may be asked for twice', async () => {
  const store = await profile.open();
  const batch = await store.write.beginImport('a.csv', 'csv', 1 as UtcMs);
  const writing = range(0, 5).map((symbol) => store.write.writeChunk(batch, many(`S${symbol}`), 1 as UtcMs));
  const closing = [store.close(), store.close()];
  await expect(store.write.setSetting('late', 1)).rejects.toMatchObject({ code: 'app.closing' });
  expect(await Promise.all(writing)).toMatchObject(range(0, 5).map(() => ({ imported: 3_000, unchanged: 0 })));
  await Promise.all(closing);
  const again = await profile.open({ mode: 'read' });
  expect(again.read.series()).toHaveLength(5);
});

test('R13 a worker that dies fails its own job and is started again after a pause', async () => {
  const clock = new ManualClock();
  const store = await profile.open({ clock, workerUrl: new URL('crashing-store-worker.ts', import.meta.url) });
  await store.write.setSetting('before', 1);
  await expect(store.write.setSetting('crash', 1)).rejects.toMatchObject({ code: 'store.crashed' });
  await expect(store.write.setSetting('too soon', 1)).rejects.toMatchObject({ code: 'store.crashed' });
  clock.advance(100);
  await store.write.setSetting('after', 1);
  expect([...store.read.settings().keys()]).toEqual(['after', 'before']);
});

test('R13 a read that takes longer than 50 ms is logged with its name', async () => {
  await (await profile.openInThread()).close();
  const log = new MemoryLog();
  const reader = createReader(connectReader(profile.file), log, () => undefined);
  const times = [0, 51, 100, 149];
  const now = vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 0);
  reader.instruments();
  reader.series();
  now.mockRestore();
  reader.close();
  expect(log.lines).toEqual([{ level: 'warn', event: 'store.slow', facts: { read: 'instruments', elapsedMs: 51 } }]);
});

test('R14 an idle store is looked through once a week', async () => {
  const clock = new ManualClock();
  const store = await profile.open({ clock });
  const looks: (number | null)[] = [store.read.checkedAt()];
  for (const days of [0, 3, 5]) {
    clock.advance(days * dayMs);
    await store.write.setSetting('days', days);
    clock.advance(2_000);
    await expect.poll(() => store.health().walBytes).toBe(0);
    looks.push(store.read.checkedAt());
  }
  const start = new ManualClock().now();
  expect(looks).toEqual([null, start + 2_000, start + 2_000, start + 8 * dayMs + 6_000]);
});

test('every error of the store tells the user what to do, in both languages', () => {
  const texts = Object.entries(errorCatalog).filter(([code]) => code.startsWith('store.'));
  const lacking = texts.filter(([, text]) => text.en.length < 20 || !/[\u4e00-\u9fff]/.test(text.zh));
  expect([texts.length > 10, lacking]).toEqual([true, []]);
});
