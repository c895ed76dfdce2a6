import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadMarketRules } from '../../../src/main/market-rules/load-market-rules.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

test('the shipped market rules load, one table for each exchange', () => {
  const rulesOf = loadMarketRules(resources);
  expect(['XSHG', 'XSHE', 'XBSE', 'XHKG', 'XNAS', 'XLON', 'BINANCE', 'XTKS'].map((mic) => rulesOf(mic)?.id ?? null)).toEqual(['CN', 'CN', 'CN', 'HK', 'US', 'UK', 'OPEN', null]);
});
