import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { diskLevel } from '../../../src/main/cache/disk-level.ts';
import { openCacheDatabase } from '../../../src/main/cache/open-cache-database.ts';
import { memoryLevel } from '../../../src/main/cache/memory-level.ts';
import type { CacheEntry, CacheLevel } from '../../../src/main/cache/cache-level.ts';
import { cacheBench } from './cache-fixture.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
let folder: string;
let file: string;
const opened: CacheLevel[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-cache-'));
  file = join(folder, 'cache.db');
});
afterEach(() => {
  for (const level of opened.splice(0)) level.close();
  rmSync(folder, { recursive: true, force: true });
});
const disk = (byteCap = 1_000_000): (() => CacheLevel) => () => {
  const level = diskLevel({ database: openCacheDatabase(file, 'write'), byteCap, access: 'write' });
  opened.push(level);
  return level;
};
const failing: () => CacheLevel = () => {
  throw new Error('the disk is gone');
};
const entry = (key: string, value: unknown, fetchedAt = 0): CacheEntry => ({
  region: 'quote', key, symbol: key, value, json: JSON.stringify(value), source: 'exchange', fetchedAt: fetchedAt as UtcMs,
});

describe('reading', () => {
  test('the first answer comes from the source, the second from memory, after a restart from disk', async () => {
    const first = cacheBench(disk());
    first.source.set('A', 10);
    expect(await first.read('A')).toMatchObject({ value: 10, state: 'fresh', level: 'source', source: 'exchange', fetchedAt: first.clock.now() });
    expect(await first.read('A')).toMatchObject({ value: 10, level: 'memory' });
    first.cache.close();
    const second = cacheBench(disk());
    expect(await second.read('A')).toMatchObject({ value: 10, level: 'disk', fetchedAt: first.clock.now() });
    expect(await second.read('A')).toMatchObject({ level: 'memory' });
    expect([first.asked, second.asked]).toEqual([[['A']], []]);
  });

  test('many readers of one key ask the source once', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10).set('B', 11);
    bench.waits = true;
    const answers = Promise.all([bench.read('A'), bench.read('A'), bench.readMany(['A', 'B'])]);
    bench.release();
    const [one, other, both] = await answers;
    expect([one.value, other.value, both.answers.get('B')?.value]).toEqual([10, 10, 11]);
    expect(bench.asked).toEqual([['A'], ['B']]);
  });

  test('a stale value is given at once and renewed behind', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10);
    await bench.read('A');
    bench.clock.advance(6 * minuteMs);
    bench.source.set('A', 11);
    expect(await bench.read('A')).toMatchObject({ value: 10, state: 'stale' });
    await Promise.resolve();
    await expect.poll(async () => (await bench.read('A')).value).toBe(11);
    expect(bench.asked).toHaveLength(2);
  });

  test('a value beyond its hard time is fetched before it is answered', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10);
    await bench.read('A');
    bench.clock.advance(20 * minuteMs);
    bench.source.set('A', 11);
    expect(await bench.read('A')).toMatchObject({ value: 11, state: 'fresh', level: 'source' });
  });

  test('a source that fails is answered for by the last good value, with its age and the reason', async () => {
    const bench = cacheBench(disk());
    bench.source.set('A', 10);
    const { fetchedAt } = await bench.read('A');
    bench.clock.advance(dayMs);
    bench.failure = new AppError('cache.source', { problem: 'offline' });
    expect(await bench.read('A')).toMatchObject({ value: 10, state: 'last-good', fetchedAt, problem: { code: 'cache.source' } });
    expect(bench.cache.statistics.of('quote')).toMatchObject({ fallbacks: 1, failures: 1 });
    await expect(bench.read('B')).rejects.toMatchObject({ code: 'cache.source' });
  });

  test('a stale value whose source fails is not asked for again at every read', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10);
    await bench.read('A');
    bench.clock.advance(6 * minuteMs);
    bench.failure = new Error('refused');
    for (let index = 0; index < 5; index++) await bench.read('A');
    expect(bench.asked).toHaveLength(2);
    bench.clock.advance(minuteMs);
    await bench.read('A');
    expect(bench.asked).toHaveLength(3);
  });

  test('of a batch the keys without a value are named, the others answered', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10);
    const { answers, failures } = await bench.readMany(['A', 'B']);
    expect([answers.get('A')?.value, failures.get('B')?.code]).toEqual([10, 'cache.nothing']);
  });

  test('T5 a clock set back keeps what was fetched later, and renews it', async () => {
    const bench = cacheBench(null);
    bench.cache.put([{ region: 'quote', key: 'A', symbol: null, value: 10, source: 'exchange', fetchedAt: (bench.clock.now() + dayMs) as UtcMs }]);
    bench.source.set('A', 11);
    expect(await bench.read('A')).toMatchObject({ value: 10, state: 'stale' });
    expect(bench.asked).toEqual([['A']]);
  });
});

describe('clearing', () => {
  test('by symbol, by prefix, by region, and all', async () => {
    const bench = cacheBench(disk());
    for (const key of ['A|1', 'A|2', 'B|1', 'C|1']) {
      bench.source.set(key, 1);
      await bench.read(key);
    }
    bench.source.set('A|1', 1);
    await bench.read('A|1', 'flow');
    expect(bench.cache.clear({ region: null, symbol: 'A', prefix: null })).toBe(3);
    expect(bench.cache.list(null).map(({ key, levels }) => [key, levels])).toEqual([['B|1', ['memory', 'disk']], ['C|1', ['memory', 'disk']]]);
    expect(bench.cache.clear({ region: 'quote', symbol: null, prefix: 'B' })).toBe(1);
    expect(bench.cache.clear({ region: 'flow', symbol: null, prefix: null })).toBe(0);
    expect(bench.cache.clear({ region: null, symbol: null, prefix: null })).toBe(1);
    expect(bench.cache.list(null)).toEqual([]);
  });

  test('a wildcard in a prefix is a character like any other', () => {
    const bench = cacheBench(disk());
    bench.cache.put([{ region: 'quote', key: 'AB', symbol: null, value: 1, source: 's', fetchedAt: bench.clock.now() }]);
    expect(bench.cache.clear({ region: null, symbol: null, prefix: 'A_' })).toBe(0);
    expect(bench.cache.clear({ region: null, symbol: null, prefix: '%' })).toBe(0);
  });

  test('R15 an answer that was under way when its region was cleared does not come back', async () => {
    const bench = cacheBench(null);
    bench.source.set('A', 10);
    bench.waits = true;
    const answer = bench.read('A');
    bench.cache.clear({ region: null, symbol: 'A', prefix: null });
    bench.release();
    expect((await answer).value).toBe(10);
    expect(bench.cache.list(null)).toEqual([]);
  });

  test('what is older than it is kept is swept, unless the clock cannot be right (T5)', () => {
    const bench = cacheBench(disk());
    bench.cache.put([{ region: 'quote', key: 'A', symbol: null, value: 1, source: 's', fetchedAt: bench.clock.now() }]);
    bench.clock.advance(400 * dayMs);
    expect(bench.cache.sweep()).toBe(0);
    bench.clock.advance(-390 * dayMs);
    expect(bench.cache.sweep()).toBe(2);
    expect(bench.cache.list(null)).toEqual([]);
  });
});

describe('R15 the caps', () => {
  test('memory drops the least recently used beyond its entries', () => {
    const level = memoryLevel({ entries: 20, bytes: 1_000_000 });
    for (let index = 0; index < 11; index++) {
      level.put([entry(`K${index}`, index)]);
      level.get('quote', 'K0');
    }
    expect([level.usage('quote').entries, level.usage('quote').evictions]).toEqual([10, 1]);
    expect([level.get('quote', 'K0')?.value, level.get('quote', 'K1')]).toEqual([0, null]);
  });

  test('memory drops values beyond its bytes, and never takes one that is half of them', () => {
    const level = memoryLevel({ entries: 1_000, bytes: 20_000 });
    for (let index = 0; index < 50; index++) level.put([entry(`K${index}`, 'x'.repeat(500))]);
    expect(level.usage('quote').bytes).toBeLessThanOrEqual(10_000);
    level.put([entry('huge', 'x'.repeat(6_000))]);
    expect(level.get('quote', 'huge')).toBeNull();
  });

  test('disk drops its oldest values beyond its bytes', () => {
    const level = disk(50_000)();
    for (let index = 0; index < 100; index++) level.put([entry(`K${String(index).padStart(3, '0')}`, 'x'.repeat(500), index)]);
    const { bytes, entries, evictions } = level.usage('quote');
    expect(bytes).toBeLessThanOrEqual(50_000);
    expect(entries + evictions).toBe(100);
    expect([level.get('quote', 'K000'), level.get('quote', 'K099')?.value]).toEqual([null, 'x'.repeat(500)]);
  });
});

describe('a failing level', () => {
  test('breaks no request and shows as degraded', async () => {
    const bench = cacheBench(failing);
    bench.source.set('A', 10);
    expect((await bench.read('A')).value).toBe(10);
    expect((await bench.read('A')).level).toBe('memory');
    expect(bench.cache.health()).toEqual([
      { level: 'memory', state: 'ok', problem: null },
      { level: 'disk', state: 'degraded', problem: 'the disk is gone' },
    ]);
    expect(bench.log.lines.filter(({ event }) => event === 'cache.level')).toHaveLength(1);
  });

  test('is tried again after a pause and is well once it answers', async () => {
    let broken = true;
    const bench = cacheBench(() => (broken ? failing() : disk()()));
    bench.source.set('A', 10);
    await bench.read('A');
    broken = false;
    bench.clock.advance(31_000);
    bench.source.set('B', 11);
    await bench.read('B');
    expect(bench.cache.health()[1]).toEqual({ level: 'disk', state: 'ok', problem: null });
    expect(bench.cache.list(null).find(({ key }) => key === 'B')?.levels).toEqual(['memory', 'disk']);
  });

  test('a file on disk that is no database, or of a later version, is made anew', async () => {
    writeFileSync(file, 'not a database at all, but long enough to have a header of a hundred bytes or more, which it has now.'.repeat(50));
    const bench = cacheBench(disk());
    bench.source.set('A', 10);
    await bench.read('A');
    expect(bench.cache.list(null)[0]?.levels).toEqual(['memory', 'disk']);
  });

  test('a value of another shape on disk is fetched anew', async () => {
    disk()().put([entry('A', 'a text from an earlier version', Date.UTC(2026, 10, 20, 20, 59))]);
    const bench = cacheBench(disk());
    bench.source.set('A', 10);
    expect(await bench.read('A')).toMatchObject({ value: 10, level: 'source' });
  });
});
