import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UtcMs } from '../../../src/shared/time.ts';
import { cacheFile, type CacheFile } from '../../../src/main/cache/cache-file.ts';
import { ledgerTable } from '../../../src/main/cache/ledger-table.ts';
import { NetworkLedger, type LedgerStore } from '../../../src/main/providers/http/network-ledger.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

let profile: string;
let clock: ManualClock;
let log: MemoryLog;
const files: CacheFile[] = [];

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'chartroom-ledger-'));
  clock = new ManualClock();
  log = new MemoryLog();
});
afterEach(() => {
  for (const file of files.splice(0)) file.close();
  rmSync(profile, { recursive: true, force: true });
});

/** The ledger of a start of the app. */
function open(access: 'read' | 'write' = 'write'): NetworkLedger {
  const file = cacheFile({ profile }, access);
  files.push(file);
  return new NetworkLedger({ clock, log, store: ledgerTable(file) });
}

/** A ledger whose writes are counted. */
function counted(broken = false): { readonly ledger: NetworkLedger; readonly written: number[] } {
  const written: number[] = [];
  const store: LedgerStore = {
    newest: () => [],
    keep: (entries) => {
      written.push(entries.length);
      if (broken) throw new Error('the disk is full');
    },
  };
  return { ledger: new NetworkLedger({ clock, log, store }), written };
}

const ask = (ledger: NetworkLedger, path: string): void => ledger.add({ at: 1_000 as UtcMs, host: 'a.example', path, status: null, bytes: 0, ms: 12, outcome: 'network.timeout' });
const paths = (ledger: NetworkLedger): string[] => ledger.list(10).map(({ path }) => path);

test('what was asked is still known after a restart, and goes on counting', () => {
  const before = open();
  ask(before, '/one');
  ask(before, '/two');
  before.save();
  const after = open();
  ask(after, '/three');
  expect(after.list(10)).toEqual(['/three', '/two', '/one'].map((path, index) => ({ id: 3 - index, at: 1_000, host: 'a.example', path, status: null, bytes: 0, ms: 12, outcome: 'network.timeout' })));
});

test('entries are written down together, after a minute or five hundred', () => {
  const { ledger, written } = counted();
  for (let index = 0; index < 20; index++) ask(ledger, '/');
  clock.advance(59_999);
  expect(written).toEqual([]);
  clock.advance(1);
  for (let index = 0; index < 1_010; index++) ask(ledger, '/');
  expect(written).toEqual([20, 500, 500]);
  ledger.save();
  expect([written, clock.pending]).toEqual([[20, 500, 500, 10], 0]);
});

test('nothing asked writes nothing and opens no file', () => {
  const ledger = open();
  ledger.save();
  expect([clock.pending, files[0]?.isThere(), new Database(join(profile, 'cache.db')).pragma('user_version', { simple: true })]).toEqual([0, true, 0]);
});

test('only the newest five thousand are kept, in memory and on disk', () => {
  const ledger = open();
  for (let index = 1; index <= 5_600; index++) ask(ledger, `/${index}`);
  ledger.save();
  const ends = (list: NetworkLedger): unknown[] => [list.list(9_999).length, list.list(1)[0]?.path, list.list(9_999).at(-1)?.path];
  expect([ends(ledger), ends(open())]).toEqual([[5_000, '/5600', '/601'], [5_000, '/5600', '/601']]);
});

test('beside a running app its entries are read and none are kept', () => {
  const app = open();
  ask(app, '/app');
  app.save();
  const beside = open('read');
  ask(beside, '/beside');
  beside.save();
  expect([paths(beside), paths(open())]).toEqual([['/beside', '/app'], ['/app']]);
});

test('a disk that fails costs no request and is asked again with the next batch only', () => {
  const { ledger, written } = counted(true);
  for (let index = 0; index < 501; index++) ask(ledger, '/');
  expect([written, ledger.list(9_999).length]).toEqual([[500], 501]);
  expect(log.lines.map(({ event }) => event)).toEqual(['network.ledger']);
});

test('a cache of the version before gets its ledger and keeps what it held', () => {
  const old = new Database(join(profile, 'cache.db'));
  old.exec('CREATE TABLE entry (region TEXT, key TEXT); INSERT INTO entry VALUES (\'quote\', \'A\'); PRAGMA user_version = 1;');
  old.close();
  const ledger = open();
  ask(ledger, '/one');
  ledger.save();
  expect([paths(open()), files[0]?.open().prepare('SELECT key FROM entry').pluck().all()]).toEqual([['/one'], ['A']]);
});
