import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BacktestSeries } from '../../../src/analysis/backtest/backtest-series.ts';
import { backtest, type BacktestOptions } from '../../../src/analysis/backtest/backtest.ts';
import { barRuleColumns } from '../../../src/analysis/universe/rules/bar-rule-columns.ts';
import { evaluateRule } from '../../../src/analysis/universe/rules/evaluate-rule.ts';
import { parseRule } from '../../../src/analysis/universe/rules/parse-rule.ts';
import { allocateBars, sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { TradingRules } from '../../../src/shared/market-rules/market-rules.ts';

/** The main board of Shanghai as of 2024. */
const china: TradingRules = {
  board: 'main',
  upPercent: 10,
  downPercent: 10,
  lotMinimum: 100,
  lotStep: 100,
  ticks: [{ below: null, tick: 0.01 }],
  settlementSessions: 1,
  buyRate: 0.00001,
  sellRate: 0.00051,
  assumed: false,
};
const free: TradingRules = { ...china, upPercent: null, downPercent: null, lotMinimum: 0, lotStep: 0, ticks: [], settlementSessions: 0, buyRate: 0, sellRate: 0 };
const options: BacktestOptions = { capital: 100_000, positionPercent: 100, maxPositions: 1, broker: { commissionRate: 0, commissionMinimum: 0, slippageTicks: 0 } };

interface Day {
  readonly date: number;
  readonly open: number;
  readonly close: number;
  readonly volume?: number;
  readonly entry?: 1;
  readonly exit?: 1;
}

function seriesOf(days: readonly Day[], rules: TradingRules, symbol = 'A'): BacktestSeries {
  const bars = allocateBars(days.length);
  for (const [index, { date, open, close, volume = 1000 }] of days.entries()) {
    bars.time[index] = date;
    bars.open[index] = open;
    bars.close[index] = close;
    bars.high[index] = Math.max(open, close);
    bars.low[index] = Math.min(open, close);
    bars.volume[index] = volume;
  }
  return { symbol, bars, entry: Int8Array.from(days, ({ entry = 0 }) => entry), exit: Int8Array.from(days, ({ exit = 0 }) => exit), rulesAt: () => rules };
}

describe('fills', () => {
  test('a signal at the close is filled at the next open, worked by hand with all costs', () => {
    const result = backtest(
      [seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10.2, close: 10.5, exit: 1 }, { date: 3, open: 10.8, close: 11 }], china)],
      { ...options, broker: { commissionRate: 0.00025, commissionMinimum: 5, slippageTicks: 1 } },
    );
    // 100,000 ÷ (10.21 × 1.00026) = 9,791 → 9,700 shares for 99,037; costs 24.75925 + .99037; sold at 10.79 for 104,663: 26.16575 + 53.37813.
    const [trade] = result.trades;
    expect([trade?.entryDate, trade?.entryPrice, trade?.quantity, trade?.exitDate, trade?.exitPrice, trade?.sessions]).toEqual([2, 10.21, 9700, 3, 10.79, 1]);
    expect([trade?.costs.toFixed(5), trade?.profit.toFixed(5), result.equity[2]?.toFixed(5)]).toEqual(['105.29350', '5520.70650', '105520.70650']);
  });

  test('a buy at an open on the upper limit is not filled and not tried again', () => {
    const result = backtest([seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 11, close: 11 }, { date: 3, open: 11.2, close: 11 }], china)], options);
    expect([result.trades, result.unfilled]).toEqual([[], [{ symbol: 'A', date: 2, side: 'buy', reason: 'limit' }]]);
  });

  test('a sell at an open on the lower limit waits for the first open above it', () => {
    const days: Day[] = [
      { date: 1, open: 10, close: 10, entry: 1 },
      { date: 2, open: 10, close: 10, exit: 1 },
      { date: 3, open: 9, close: 9 },
      { date: 4, open: 8.1, close: 8.1 },
      { date: 5, open: 8, close: 8 },
    ];
    const result = backtest([seriesOf(days, china)], options);
    expect([result.unfilled.map(({ date, reason }) => [date, reason]), result.trades[0]?.exitDate, result.trades[0]?.exitPrice]).toEqual([[[3, 'limit'], [4, 'limit']], 5, 8]);
  });

  test('a suspension fills nothing, whether the bar is missing or without volume', () => {
    const held = seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10, close: 10, exit: 1 }, { date: 4, open: 10, close: 10, volume: 0 }, { date: 5, open: 12, close: 12 }], free);
    const other = seriesOf([1, 2, 3, 4, 5].map((date) => ({ date, open: 5, close: 5 })), free, 'B');
    const result = backtest([held, other], options);
    expect([result.unfilled, result.trades[0]?.exitDate]).toEqual([
      [
        { symbol: 'A', date: 3, side: 'sell', reason: 'suspended' },
        { symbol: 'A', date: 4, side: 'sell', reason: 'suspended' },
      ],
      5,
    ]);
  });

  test('a session of the calendar without a bar is a suspension: the buy of that day is not filled later', () => {
    const alone = seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 4, open: 10, close: 10 }, { date: 5, open: 10, close: 10 }], free);
    expect([backtest([alone], { ...options, sessions: [1, 2, 3, 4, 5, 6] }), backtest([alone], options)]).toMatchObject([
      { trades: [], unfilled: [{ symbol: 'A', date: 2, side: 'buy', reason: 'suspended' }] },
      { trades: [{ entryDate: 4 }], unfilled: [] },
    ]);
  });

  test('too little capital for a lot buys nothing', () => {
    expect(backtest([seriesOf([{ date: 1, open: 1500, close: 1500, entry: 1 }, { date: 2, open: 1500, close: 1500 }], china)], options).unfilled).toEqual([{ symbol: 'A', date: 2, side: 'buy', reason: 'lot' }]);
  });

  test('shares cannot be sold before they have settled', () => {
    const days: Day[] = [{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10, close: 10, exit: 1 }, { date: 3, open: 10, close: 10 }, { date: 4, open: 10, close: 10 }];
    const result = backtest([seriesOf(days, { ...china, settlementSessions: 2 })], options);
    expect([result.unfilled, result.trades[0]?.exitDate]).toEqual([[{ symbol: 'A', date: 3, side: 'sell', reason: 'settlement' }], 4]);
  });

  test('an unknown rule neither buys nor sells', () => {
    const unknown = { ...seriesOf([{ date: 1, open: 10, close: 10 }, { date: 2, open: 10, close: 10 }], free), entry: Int8Array.of(-1, -1) };
    expect(backtest([unknown], options)).toMatchObject({ trades: [], winRate: null, exposure: 0 });
  });
});

describe('accounts', () => {
  test('an open position is valued at the last close and left open', () => {
    const result = backtest([seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10, close: 12 }], free)], options);
    expect([result.trades[0]?.exitDate, result.trades[0]?.profit, result.equity[1], result.winRate]).toEqual([null, 20_000, 120_000, null]);
  });

  test('positions share the capital and never outnumber the limit', () => {
    const days: Day[] = [{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10, close: 10 }];
    const result = backtest(['A', 'B', 'C'].map((symbol) => seriesOf(days, free, symbol)), { ...options, positionPercent: 50, maxPositions: 2 });
    expect(result.trades.map(({ symbol, quantity }) => [symbol, quantity])).toEqual([['A', 5000], ['B', 5000]]);
  });

  test('exposure counts the dates on which orders may be filled, not those before and after', () => {
    const days: Day[] = [1, 2, 3, 4, 5, 6].map((date) => ({ date, open: 10, close: 10, ...(date === 3 && { entry: 1 }) }));
    expect(backtest([seriesOf(days, free)], { ...options, from: 3, to: 5 }).exposure).toBe(2 / 3);
  });

  test('win rate and payoff are those of closed trades', () => {
    const days: Day[] = [
      { date: 1, open: 10, close: 10, entry: 1 },
      { date: 2, open: 10, close: 10, exit: 1 },
      { date: 3, open: 12, close: 12, entry: 1 },
      { date: 4, open: 12, close: 12, exit: 1 },
      { date: 5, open: 11, close: 11 },
    ];
    const result = backtest([seriesOf(days, free)], options);
    expect([result.closedTrades, result.winRate, result.payoffRatio?.toFixed(6), result.profitFactor?.toFixed(6)]).toEqual([2, 0.5, '2.000000', '2.000000']);
  });

  test('rules beyond what was verified are reported as assumed', () => {
    expect(backtest([seriesOf([{ date: 1, open: 10, close: 10, entry: 1 }, { date: 2, open: 10, close: 10 }], { ...free, assumed: true })], options).assumedRules).toBe(true);
  });

  test('a share of more than the whole, no capital and no places are refused', () => {
    const run = (change: Partial<BacktestOptions>) => () => backtest([], { ...options, ...change });
    expect(run({ positionPercent: 101 })).toThrow('positionPercent');
    expect(run({ capital: 0 })).toThrow('capital');
    expect(run({ maxPositions: 0 })).toThrow('maxPositions');
  });
});

describe('no look-ahead', () => {
  const entry = parseRule('close > sma(5)');
  const exit = parseRule('close < sma(5)');
  const played = (bars: BarColumns): BacktestSeries => {
    const columns = barRuleColumns(bars, () => null);
    const length = bars.close.length;
    return { symbol: 'A', bars, entry: evaluateRule(entry, columns, length), exit: evaluateRule(exit, columns, length), rulesAt: () => china };
  };

  test('deleting the future changes no past trade, order or value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -90, max: 90 }), { minLength: 30, maxLength: 60 }), fc.integer({ min: 8, max: 25 }), (changes, cut) => {
        const bars = allocateBars(changes.length);
        let price = 10;
        for (const [index, change] of changes.entries()) {
          bars.time[index] = 18_000 + index;
          bars.open[index] = price;
          price = Number((price * (1 + change / 1000)).toFixed(2));
          bars.close[index] = price;
          bars.high[index] = Math.max(price, bars.open[index] ?? 0);
          bars.low[index] = Math.min(price, bars.open[index] ?? 0);
          bars.volume[index] = 1000;
        }
        const [whole, short] = [backtest([played(bars)], options), backtest([played(sliceBars(bars, 0, cut))], options)];
        const end = 18_000 + cut - 1;
        expect([...short.equity]).toEqual([...whole.equity.subarray(0, cut)]);
        expect(short.unfilled).toEqual(whole.unfilled.filter(({ date }) => date <= end));
        expect(short.trades.filter(({ exitDate }) => exitDate !== null)).toEqual(whole.trades.filter(({ exitDate }) => exitDate !== null && exitDate <= end));
      }),
      { numRuns: 60 },
    );
  });
});
