import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectReader, connectWriter, type Connection } from '../../../src/main/store/connect.ts';
import { temporaryProfile } from './store-fixture.ts';

let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

const pragmas = (database: Connection, names: readonly string[]): unknown[] => names.map((name) => database.pragma(name, { simple: true }));

test('R1 every opening sets and asserts its pragmas', () => {
  const names = ['journal_mode', 'foreign_keys', 'synchronous', 'busy_timeout', 'trusted_schema', 'cell_size_check'];
  for (const opening of ['first', 'again']) {
    const database = connectWriter(profile.file);
    expect([opening, ...pragmas(database, names)]).toEqual([opening, 'wal', 1, 2, 5_000, 0, 1]);
    database.close();
  }
  const reader = connectReader(profile.file);
  expect(pragmas(reader, ['journal_mode', 'query_only', 'busy_timeout', 'trusted_schema'])).toEqual(['wal', 1, 5_000, 0]);
  reader.close();
});

test('R3 one policy: every commit is synced, user edits and bars alike', () => {
  const database = connectWriter(profile.file);
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  database.close();
});

test('a reading connection cannot write', () => {
  connectWriter(profile.file).close();
  const reader = connectReader(profile.file);
  expect(() => reader.exec('CREATE TABLE t (x)')).toThrow('readonly');
  reader.close();
});
