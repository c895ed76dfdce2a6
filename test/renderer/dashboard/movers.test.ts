import { describe, expect, test } from 'vitest';
import { dataReach, movers } from '../../../src/renderer/pages/dashboard/movers.ts';
import type { SymbolRow } from '../../../src/shared/contract/symbols.ts';

const row = (symbol: string, to: string | null, previousClose: number | null, close: number | null): SymbolRow => ({
  symbol, code: symbol, nameEn: null, nameZh: null, pinyin: null, market: 'US', kind: 'stock', currency: null, freq: '1d', bars: 9, from: to, to, close, previousClose, volume: 1, source: null, fetchedAt: null, freshness: null,
});

const rows = [
  row('UP', '2024-05-07', 10, 11),
  row('MOST', '2024-05-07', 10, 12),
  row('FLAT', '2024-05-07', 10, 10),
  row('DOWN', '2024-05-07', 10, 9),
  row('WORST', '2024-05-07', 10, 8),
  row('OLD', '2024-05-06', 10, 20),
  row('NEW', '2024-05-07', null, 10),
  row('BARE', null, null, null),
];

describe('the dashboard', () => {
  test('names what moved most on the newest day, strongest first', () => {
    const { rising, falling } = movers(rows, '2024-05-07', 5);
    expect([rising, falling].map((found) => found.map(({ row: { symbol } }) => symbol))).toEqual([['MOST', 'UP'], ['WORST', 'DOWN']]);
  });

  test('names no more than asked for', () => {
    const { rising, falling } = movers(rows, '2024-05-07', 1);
    expect([rising[0]?.row.symbol, falling[0]?.row.symbol, rising.length, falling.length]).toEqual(['MOST', 'WORST', 1, 1]);
  });

  test('counts the symbols that reach the newest day, lie behind it, or have no bars', () => {
    expect(dataReach(rows, '2024-05-07')).toEqual({ current: 6, behind: 1, empty: 1 });
    expect(dataReach([], null)).toEqual({ current: 0, behind: 0, empty: 0 });
  });
});
