import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '../../../src/analysis/portfolio/correlation-matrix.ts';
import type { PricedSeries } from '../../../src/analysis/portfolio/holding.ts';
import { timeWeightedReturn, unitValues } from '../../../src/analysis/portfolio/time-weighted-return.ts';
import { valuePortfolio } from '../../../src/analysis/portfolio/value-portfolio.ts';
import type { EntryKind, PortfolioEntry } from '../../../src/shared/contract/portfolios.ts';

/** Days 1, 2, 3, 4 of January 1970 are 0, 1, 2, 3. */
const dates = ['1970-01-01', '1970-01-02', '1970-01-03', '1970-01-04'];
const series = (close: readonly number[], facts: Partial<PricedSeries> = {}): PricedSeries => ({
  time: Float64Array.from(close, (_, day) => day), close: Float64Array.from(close), basis: 'raw', splits: [], rate: 1, ...facts,
});
const entry = (kind: EntryKind, day: number | null, facts: Partial<PortfolioEntry>): PortfolioEntry => ({
  kind, date: day === null ? null : (dates[day] ?? null), symbol: null, quantity: null, price: null, fee: 0, amount: null, note: '', ...facts,
});
const buy = (day: number, quantity: number, price: number, fee = 0): PortfolioEntry => entry('buy', day, { symbol: 'A', quantity, price, fee });
const sell = (day: number, quantity: number, price: number): PortfolioEntry => entry('sell', day, { symbol: 'A', quantity, price });
const values = (entries: readonly PortfolioEntry[], all: Readonly<Record<string, PricedSeries>>, last = Infinity) => valuePortfolio(entries, new Map(Object.entries(all)), last);

describe('the worth of a portfolio', () => {
  test('without deposits what is bought is paid in and what is sold is paid out', () => {
    const { mode, valuations, held } = values([buy(0, 10, 10), sell(2, 4, 12)], { A: series([10, 11, 12, 13]) });
    expect(mode).toBe('implied');
    expect(valuations).toEqual([{ date: 0, value: 100, flow: 100 }, { date: 1, value: 110, flow: 0 }, { date: 2, value: 72, flow: -48 }, { date: 3, value: 78, flow: 0 }]);
    expect(held).toEqual([{ symbol: 'A', quantity: 6, price: 13, priceDate: 3, value: 78, cost: 60 }]);
    expect(timeWeightedReturn([{ date: -1, value: 0, flow: 0 }, ...valuations])?.toFixed(12)).toBe('0.300000000000');
  });

  test('with deposits cash is counted: fees and dividends stay inside', () => {
    const entries = [entry('deposit', 0, { amount: 200 }), buy(0, 10, 10, 1), entry('dividend', 1, { symbol: 'A', amount: 5 }), entry('withdrawal', 3, { amount: 50 })];
    const { mode, cash, valuations } = values(entries, { A: series([10, 11, 12, 13]) });
    expect([mode, cash]).toEqual(['ledger', 54]);
    expect(valuations.map(({ value, flow }) => [value, flow])).toEqual([[199, 200], [214, 0], [224, 0], [184, -50]]);
  });

  test('a split multiplies the shares of raw prices and changes nothing of prices told in shares of today', () => {
    const splits = [{ exDate: 2, value: 2 }];
    const raw = values([buy(0, 10, 10)], { A: series([10, 11, 6, 7], { splits }) });
    const adjusted = values([buy(0, 10, 10)], { A: series([5, 5.5, 6, 7], { splits, basis: 'split' }) });
    expect(raw.valuations.map(({ value }) => value)).toEqual([100, 110, 120, 140]);
    expect([adjusted.valuations, adjusted.held]).toEqual([raw.valuations, raw.held]);
  });

  test('a close that is missing is carried and counted, a rate changes what it is worth', () => {
    const b = { time: Float64Array.of(0, 3), close: Float64Array.of(2, 4), basis: 'raw', splits: [], rate: { time: Float64Array.of(0, 2), value: Float64Array.of(7, 8) } } as const;
    const entries = [buy(0, 1, 10), entry('position', 0, { symbol: 'B', quantity: 1 })];
    const { valuations, carriedCloses, held } = values(entries, { A: series([10, 10, 10, 10]), B: b });
    expect(valuations.map(({ value }) => value)).toEqual([24, 24, 26, 42]);
    expect([carriedCloses, held.map(({ cost }) => cost)]).toEqual([2, [10, null]]);
  });

  test('positions without a date begin where all of them have a price', () => {
    const late = { ...series([]), time: Float64Array.of(2, 3), close: Float64Array.of(5, 6) };
    const { valuations } = values([entry('position', null, { symbol: 'A', quantity: 1 }), entry('position', null, { symbol: 'B', quantity: 2 })], { A: series([1, 2, 3, 4]), B: late });
    expect(valuations).toEqual([{ date: 2, value: 13, flow: 13 }, { date: 3, value: 16, flow: 0 }]);
  });

  test('nothing after the last day counts, and more than is held cannot be sold', () => {
    expect(values([buy(0, 10, 10), sell(2, 99, 12)], { A: series([10, 11, 12]) }, 1).valuations).toHaveLength(2);
    expect(() => values([buy(0, 10, 10), sell(2, 11, 12)], { A: series([10, 11, 12]) })).toThrow(expect.objectContaining({ code: 'portfolio.oversold' }));
  });
});

test('a unit keeps its value while nothing is invested', () => {
  const valuations = [{ date: 0, value: 0, flow: 0 }, { date: 1, value: 110, flow: 100 }, { date: 2, value: 0, flow: -121 }, { date: 3, value: 0, flow: 0 }, { date: 4, value: 50, flow: 50 }];
  expect([...unitValues(valuations)].map((unit) => unit.toFixed(6))).toEqual(['1.000000', '1.100000', '1.210000', '1.210000', '1.210000']);
});

test('correlation of each pair on the dates both have; a series against itself is 1, against its mirror −1, too few dates say nothing', () => {
  const time = Float64Array.from({ length: 40 }, (_, day) => day);
  const up = { time, value: time.map((day) => Math.sin(day)) };
  const down = { time: time.slice(10), value: up.value.slice(10).map((value) => -value) };
  const short = { time: time.slice(0, 5), value: up.value.slice(0, 5) };
  const { matrix, commonDates } = correlationMatrix([up, down, short]);
  expect([matrix[0]?.[1]?.toFixed(9), matrix[0]?.[2], matrix[1]?.[1], commonDates]).toEqual(['-1.000000000', null, 1, 0]);
});
