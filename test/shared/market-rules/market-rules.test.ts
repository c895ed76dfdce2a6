import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buyableQuantity, limitPrices, tickAt, tradingRules, type Listing, type MarketRulesTable, type TradingRules } from '../../../src/shared/market-rules/market-rules.ts';
import { limitColumns } from '../../../src/shared/market-rules/limit-columns.ts';
import { rulesOfSeries } from '../../../src/shared/market-rules/rules-of-series.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';

const table = (id: string): MarketRulesTable => JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/market-rules/${id}.json`), 'utf8')) as MarketRulesTable;
const listing = (key: string, given: Partial<Listing> = {}): Listing => ({ mic: key.slice(0, 4), code: key.slice(5), riskWarning: false, sessionsListed: null, ...given });
const china = (key: string, on: string, given: Partial<Listing> = {}): TradingRules => tradingRules(table('CN'), listing(key, given), tradingDateOf(on));

describe('price limits of mainland China', () => {
  test('ten percent on the main board, twenty on STAR and ChiNext, thirty in Beijing', () => {
    const keys = ['XSHG:600519', 'XSHE:000001', 'XSHG:688981', 'XSHE:300750', 'XBSE:920002'];
    expect(keys.map((key) => [china(key, '2024-05-06').board, china(key, '2024-05-06').upPercent])).toEqual([['main', 10], ['main', 10], ['star', 20], ['chinext', 20], ['beijing', 30]]);
  });

  test('ChiNext widened on 2020-08-24', () => {
    expect([china('XSHE:300750', '2020-08-21').upPercent, china('XSHE:300750', '2020-08-24').upPercent]).toEqual([10, 20]);
  });

  test('a share under risk warning has five percent on the main board and the usual twenty on ChiNext', () => {
    expect([china('XSHG:600001', '2024-05-06', { riskWarning: true }).downPercent, china('XSHE:300001', '2024-05-06', { riskWarning: true }).downPercent]).toEqual([5, 20]);
  });

  test('listing days are unlimited, by the rule of their time', () => {
    expect([
      china('XSHG:603001', '2018-05-07', { sessionsListed: 0 }).upPercent,
      china('XSHG:603001', '2018-05-08', { sessionsListed: 1 }).upPercent,
      china('XSHG:603001', '2024-05-06', { sessionsListed: 4 }).upPercent,
      china('XSHG:603001', '2024-05-07', { sessionsListed: 5 }).upPercent,
    ]).toEqual([44, 10, null, 10]);
  });

  test('before 1996-12-16 there was no limit', () => {
    expect(china('XSHG:600601', '1996-12-13').upPercent).toBeNull();
  });

  test('limit prices are rounded to the tick, half a tick upwards', () => {
    expect([limitPrices(china('XSHG:600000', '2024-05-06'), 8.05), limitPrices(china('XSHG:600000', '2024-05-06'), 10.45)]).toEqual([{ lower: 7.25, upper: 8.86 }, { lower: 9.41, upper: 11.5 }]);
  });
});

describe('lots, settlement and taxes', () => {
  test('main board lots are hundreds; STAR starts at two hundred and goes by single shares', () => {
    const [main, star] = [china('XSHG:600519', '2024-05-06'), china('XSHG:688981', '2024-05-06')];
    expect([buyableQuantity(main, 299), buyableQuantity(main, 99), buyableQuantity(star, 299), buyableQuantity(star, 199)]).toEqual([200, 0, 299, 0]);
  });

  test('shares bought today can be sold tomorrow since 1995', () => {
    expect([china('XSHG:600601', '1994-05-05').settlementSessions, china('XSHG:600601', '1995-05-05').settlementSessions]).toEqual([0, 1]);
  });

  test('stamp duty falls on the seller and was halved on 2023-08-28', () => {
    expect(['2023-08-25', '2023-08-28'].map((on) => china('XSHG:600519', on)).map(({ buyRate, sellRate }) => [buyRate, sellRate.toFixed(6)])).toEqual([[0.00001, '0.001010'], [0.00001, '0.000510']]);
  });

  test('a date beyond what was checked is assumed', () => {
    expect([china('XSHG:600519', '2025-06-30').assumed, china('XSHG:600519', '2025-07-01').assumed]).toEqual([false, true]);
  });
});

describe('other markets', () => {
  const on = tradingDateOf('2024-05-06');
  const hongKong = tradingRules(table('HK'), listing('XHKG:00700'), on);

  test('Hong Kong ticks follow the price, both sides pay stamp duty', () => {
    expect([[0.1, 0.3, 9.99, 10, 350, 6000].map((price) => tickAt(hongKong, price)), hongKong.upPercent, hongKong.buyRate.toFixed(6), hongKong.buyRate === hongKong.sellRate]).toEqual([[0.001, 0.005, 0.01, 0.02, 0.2, 5], null, '0.001085', true]);
  });

  test('American shares trade one by one in cents and without limits', () => {
    const rules = tradingRules(table('US'), listing('XNAS:AAPL'), on);
    expect([limitPrices(rules, 100), buyableQuantity(rules, 7.9), tickAt(rules, 0.5), rules.sellRate]).toEqual([{ lower: 0, upper: Infinity }, 7, 0.0001, 0]);
  });

  test('coins can be bought in any fraction', () => {
    expect(buyableQuantity(tradingRules(table('OPEN'), { mic: 'BINANCE', code: 'BTCUSDT', riskWarning: false, sessionsListed: null }, on), 0.0123)).toBe(0.0123);
  });
});

describe('the rules along a series', () => {
  const time = Float64Array.from({ length: 4 }, (_, index) => tradingDateOf('2024-05-06') + index);
  const share = { mic: 'XSHG', code: '603001', listedOn: tradingDateOf('2024-05-06'), lot: null, isRiskWarning: () => false };

  test('sessions are counted from the listing', () => {
    const old = Float64Array.from({ length: 7 }, (_, index) => tradingDateOf('2024-05-06') + index);
    const limits = Array.from(old, (_, bar) => rulesOfSeries(table('CN'), share, old)(bar).upPercent);
    expect(limits).toEqual([null, null, null, null, null, 10, 10]);
  });

  test('an instrument\'s own lot goes before the market\'s', () => {
    const own = rulesOfSeries(table('HK'), { ...share, mic: 'XHKG', code: '00700', lot: 100 }, time)(0);
    expect(buyableQuantity(own, 250)).toBe(200);
  });

  test('limit prices follow from the close before, none on the first bar', () => {
    const columns = limitColumns({ close: Float64Array.of(10, 11, 12, 13) }, rulesOfSeries(table('CN'), { ...share, listedOn: null }, time));
    expect([[...columns.lower], [...columns.upper]]).toEqual([[NaN, 9, 9.9, 10.8], [NaN, 11, 12.1, 13.2]]);
  });
});
