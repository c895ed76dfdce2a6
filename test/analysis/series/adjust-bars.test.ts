import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustBars, type PriceAction } from '../../../src/analysis/series/adjust-bars.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { Basis } from '../../../src/shared/basis.ts';
import type { TradingDate } from '../../../src/shared/time.ts';

const date = (value: number): TradingDate => value as TradingDate;

/** Days 100, 101, … with these closes; every price of a bar is its close, every volume 1,000. */
function bars(closes: readonly number[]): BarColumns {
  const columns = allocateBars(closes.length);
  closes.forEach((close, i) => {
    columns.time[i] = 100 + i;
    for (const name of ['open', 'high', 'low', 'close'] as const) columns[name][i] = close;
    columns.volume[i] = 1000;
  });
  return columns;
}

function adjusted(closes: readonly number[], adjust: 'none' | 'forward' | 'backward', actions: readonly PriceAction[], basis: Basis = 'raw', asOf = 999) {
  const input = bars(closes);
  return adjustBars({ bars: input, dates: input.time, basis, adjust, actions, asOf: date(asOf) });
}

const dividend = (exDate: number, value: number): PriceAction => ({ kind: 'dividend', exDate: date(exDate), value, price: null });
const split = (exDate: number, value: number): PriceAction => ({ kind: 'split', exDate: date(exDate), value, price: null });

describe('by hand', () => {
  test('a dividend of 10 after a close of 100 is a factor of 0.9', () => {
    expect([...adjusted([100, 90, 99], 'forward', [dividend(101, 10)]).bars.close]).toEqual([90, 90, 99]);
    expect([...adjusted([100, 90, 99], 'backward', [dividend(101, 10)]).bars.close]).toEqual([100, 100, 110]);
  });

  test('a split of two for one halves earlier prices and doubles earlier volumes', () => {
    const { bars: result } = adjusted([100, 50], 'forward', [split(101, 2)]);
    expect([[...result.close], [...result.volume]]).toEqual([[50, 50], [2000, 1000]]);
  });

  test('rights of 3 for 10 at 8 after a close of 12 give an ex-price of (12 + 0.3 × 8) / 1.3', () => {
    const rights: PriceAction = { kind: 'rights', exDate: date(101), value: 0.3, price: 8 };
    expect(adjusted([12, 11], 'forward', [rights]).bars.close[0]).toBeCloseTo(14.4 / 1.3, 12);
  });

  test('bonus shares, cash and a later dividend chain', () => {
    // Ex-day 1: 10 shares become 12 and 1 in cash is paid after 13: (13 - 1) / 1.2 = 10. Ex-day 2: 0.5 after 10: 9.5.
    const actions = [dividend(102, 0.5), split(101, 1.2), dividend(101, 1)];
    expect(adjusted([13, 10, 9.5], 'forward', actions).bars.close[0]).toBeCloseTo(13 * (10 / 13) * 0.95, 12);
    expect(adjusted([13, 10, 9.5], 'backward', actions).bars.close[2]).toBeCloseTo(13, 12);
  });

  test('on a split basis splits are in the prices, and an earlier dividend is put on the new shares', () => {
    // Declared 2 a share when a share was 40, then four for one: 0.5 of today's 10.
    const { bars: result } = adjusted([10, 9.5, 9.5], 'forward', [dividend(101, 2), split(102, 4)], 'split');
    expect([[...result.close], [...result.volume]]).toEqual([[9.5, 9.5, 9.5], [1000, 1000, 1000]]);
  });

  test('what goes ex on the day of a split gives the same prices on both bases', () => {
    // 2 in cash and one right at 9 for two old shares, each split into four, after 40: (40 - 2 + 0.5 × 9) / 4.5.
    const rights: PriceAction = { kind: 'rights', exDate: date(101), value: 0.5, price: 9 };
    const actions = [dividend(101, 2), rights, split(101, 4)];
    const onRaw = adjusted([40, 9], 'forward', actions).bars.close[0];
    const onSplit = adjusted([10, 9], 'forward', actions, 'split').bars.close[0];
    expect([onRaw?.toFixed(12), onSplit?.toFixed(12)]).toEqual([(42.5 / 4.5).toFixed(12), (42.5 / 4.5).toFixed(12)]);
  });
});

test('an ex-date later than the as-of day is not known', () => {
  expect([...adjusted([100, 90], 'forward', [dividend(101, 10)], 'raw', 100).bars.close]).toEqual([100, 90]);
});

test('actions before the first bar or after the last one change nothing', () => {
  expect([...adjusted([100, 90], 'forward', [dividend(99, 10), dividend(100, 10), dividend(102, 10)]).bars.close]).toEqual([100, 90]);
});

test('an adjusted view says so in its basis, an unadjusted one keeps its own', () => {
  expect([adjusted([1], 'forward', []).basis, adjusted([1], 'none', [], 'forwardAdditive').basis]).toEqual(['total', 'forwardAdditive']);
});

describe('refuses instead of guessing', () => {
  test.each([
    ['prices that were adjusted by an amount', () => adjusted([100, 90], 'forward', [], 'forwardAdditive')],
    ['prices that are adjusted already', () => adjusted([100, 90], 'backward', [], 'total')],
    ['a dividend as large as the price', () => adjusted([100, 90], 'forward', [dividend(101, 100)])],
    ['a price of zero before the ex-date', () => adjusted([0, 90], 'forward', [dividend(101, 1)])],
    ['rights without a price', () => adjusted([100, 90], 'forward', [{ kind: 'rights', exDate: date(101), value: 0.1, price: null }])],
  ])('%s', (_what, action) => {
    expect(action).toThrow(AppError);
  });
});

test('forward and backward views have the same returns, and keep their own end as it is', () => {
  const action = fc.record({ kind: fc.constantFrom('split' as const, 'dividend' as const), exDate: fc.integer({ min: 98, max: 125 }), value: fc.double({ min: 0.1, max: 2, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(fc.double({ min: 5, max: 50, noNaN: true }), { minLength: 2, maxLength: 20 }), fc.array(action, { maxLength: 6 }), (closes, drawn) => {
      // At most one dividend a day, so that it stays under the price.
      const actions = drawn
        .filter(({ kind, exDate }, i) => kind === 'split' || drawn.findIndex((other) => other.kind === 'dividend' && other.exDate === exDate) === i)
        .map((one): PriceAction => ({ ...one, exDate: date(one.exDate), price: null }));
      const forward = adjusted(closes, 'forward', actions).bars.close;
      const backward = adjusted(closes, 'backward', actions).bars.close;
      expect(forward.at(-1)).toBe(closes.at(-1));
      expect(backward[0]).toBe(closes[0]);
      for (let i = 1; i < closes.length; i++) {
        const [a, b] = [(forward[i] ?? NaN) / (forward[i - 1] ?? NaN), (backward[i] ?? NaN) / (backward[i - 1] ?? NaN)];
        expect(Math.abs(a / b - 1)).toBeLessThan(1e-12);
      }
    }),
  );
});
