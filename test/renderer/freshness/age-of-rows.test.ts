import { describe, expect, test } from 'vitest';
import { ageOfRows } from '../../../src/renderer/freshness/age-of-rows.ts';
import type { Freshness } from '../../../src/shared/contract/bars.ts';
import type { SymbolRow } from '../../../src/shared/contract/symbols.ts';
import type { UtcMs } from '../../../src/shared/time.ts';

const row = (state: Freshness['state'], to: string, sessionsBehind: number | null, source: string, fetchedAt: number): SymbolRow => ({
  symbol: `US:${source}`, code: source, nameEn: null, nameZh: null, pinyin: null, market: 'US', kind: 'stock', currency: null, freq: '1d', bars: 9, from: to, to,
  close: 1, previousClose: 1, volume: 1, source, fetchedAt: fetchedAt as UtcMs, freshness: { state, sessionsBehind, asOf: to },
});
const fresh = row('fresh', '2026-11-20', 0, 'yahoo', 300);
const stale = row('stale', '2026-11-17', 3, 'sina', 100);
const failed = row('failed', '2026-11-19', 1, 'yahoo', 200);
const delisted = row('frozen', '2020-01-02', null, 'old.csv', 50);

describe('the age of figures of several symbols', () => {
  test('of one day it is told as that day alone', () => {
    expect(ageOfRows([fresh, fresh])).toEqual({ state: 'fresh', sessionsBehind: 0, asOf: '2026-11-20', oldest: null, sources: ['yahoo'], fetchedAt: 300, job: 'bars' });
  });

  test('of several days the newest and the oldest are told, and the state is that of the worst', () => {
    expect(ageOfRows([stale, fresh])).toMatchObject({ state: 'stale', sessionsBehind: 3, asOf: '2026-11-20', oldest: '2026-11-17' });
    expect(ageOfRows([stale, fresh, failed])).toMatchObject({ state: 'failed', sessionsBehind: 3 });
  });

  test('sources stand by how many symbols they are of, and what was taken in first counts', () => {
    expect(ageOfRows([stale, fresh, failed])).toMatchObject({ sources: ['yahoo', 'sina'], fetchedAt: 100 });
  });

  test('what can grow no older counts only where nothing else does', () => {
    expect(ageOfRows([fresh, delisted])).toMatchObject({ state: 'fresh', oldest: null, sources: ['yahoo'] });
    expect(ageOfRows([delisted])).toMatchObject({ state: 'frozen', asOf: '2020-01-02', sessionsBehind: null });
  });

  test('symbols without bars have none', () => {
    expect(ageOfRows([{ ...fresh, to: null, freshness: null }])).toBeNull();
  });
});
