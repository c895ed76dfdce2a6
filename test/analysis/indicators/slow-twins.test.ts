import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { ParameterValue } from '../../../src/analysis/indicators/parameter.ts';
import { findIndicator } from '../../../src/analysis/indicators/registry.ts';
import type { AnyInput } from './random-bars.ts';

/** What a definition may look at: the bars up to and including `i`. */
interface Past {
  readonly bars: AnyInput;
  readonly i: number;
  /** The last `n` values of a column, oldest first; null when there are fewer. */
  last(name: keyof AnyInput, n: number): number[] | null;
}

const mean = (values: readonly number[] | null): number => (values === null ? NaN : values.reduce((a, b) => a + b, 0) / values.length);
const at = (column: Float64Array, i: number): number => column[i] ?? NaN;

/** Each definition as it is said, summed afresh for every bar. */
const twins: Readonly<Record<string, readonly [parameters: Record<string, ParameterValue>, slow: (past: Past) => Record<string, number>]>> = {
  sma: [{ period: 5 }, (past) => ({ sma: mean(past.last('close', 5)) })],
  wma: [{ period: 4 }, (past) => {
    const values = past.last('close', 4);
    return { wma: values === null ? NaN : values.reduce((sum, value, j) => sum + value * (j + 1), 0) / 10 };
  }],
  bbi: [{ first: 2, second: 3, third: 5, fourth: 7 }, (past) => ({ bbi: mean([2, 3, 5, 7].map((n) => mean(past.last('close', n)))) })],
  bias: [{ short: 2, middle: 4, long: 6 }, (past) => {
    const of = (n: number): number => ((at(past.bars.close, past.i) - mean(past.last('close', n))) / mean(past.last('close', n))) * 100;
    return { short: of(2), middle: of(4), long: of(6) };
  }],
  'relative-volume': [{ period: 4 }, (past) => {
    const usual = mean(past.last('volume', 4));
    return { ratio: usual > 0 ? at(past.bars.volume, past.i) / usual : NaN };
  }],
  donchian: [{ period: 6 }, (past) => {
    const [top, bottom] = [Math.max(...(past.last('high', 6) ?? [NaN])), Math.min(...(past.last('low', 6) ?? [NaN]))];
    return { upper: top, middle: (top + bottom) / 2, lower: bottom };
  }],
  'position-lines': [{ white: 1, yellow: 3, purple: 5, red: 8 }, (past) => {
    const of = (n: number): number => {
      const [top, bottom] = [Math.max(...(past.last('high', n) ?? [NaN])), Math.min(...(past.last('low', n) ?? [NaN]))];
      return ((at(past.bars.close, past.i) - bottom) / (top - bottom)) * 100;
    };
    return { white: of(1), yellow: of(3), purple: of(5), red: of(8) };
  }],
  psy: [{ period: 4, average: 3 }, (past) => {
    const share = (i: number): number => {
      if (i < 4) return NaN;
      let rises = 0;
      for (let j = i - 3; j <= i; j++) if (at(past.bars.close, j) > at(past.bars.close, j - 1)) rises += 1;
      return rises * 25;
    };
    return { psy: share(past.i), average: mean([2, 1, 0].map((back) => share(past.i - back))) };
  }],
  dma: [{ short: 2, long: 5, average: 3 }, (past) => {
    const difference = (back: number): number => {
      const closes = Array.from(past.bars.close.subarray(0, past.i + 1 - back));
      return closes.length < 5 ? NaN : mean(closes.slice(-2)) - mean(closes.slice(-5));
    };
    return { difference: difference(0), average: mean([difference(2), difference(1), difference(0)]) };
  }],
  'historical-volatility': [{ period: 5, sessionsPerYear: 100 }, (past) => {
    const closes = past.last('close', 6);
    if (closes === null) return { volatility: NaN };
    const returns = closes.slice(1).map((close, j) => Math.log(close / (closes[j] ?? NaN)));
    const variance = returns.reduce((sum, value) => sum + (value - mean(returns)) ** 2, 0) / 4;
    return { volatility: Math.sqrt(variance) * 10 };
  }],
  'volume-ratio': [{ sessions: 2 }, ({ bars, i }) => {
    const sessions = new Map<number, { volume: number; minutes: number }>();
    for (let j = 0; j <= i; j++) {
      const session = at(bars.session, j);
      sessions.set(session, { volume: (sessions.get(session)?.volume ?? 0) + at(bars.volume, j), minutes: at(bars.sessionMinutes, j) });
    }
    const all = [...sessions.values()];
    const [now, before] = [all.at(-1), all.slice(-3, -1)];
    if (now === undefined || before.length < 2) return { ratio: NaN };
    const usual = before.reduce((sum, { volume }) => sum + volume, 0) / before.reduce((sum, { minutes }) => sum + minutes, 0);
    return { ratio: usual > 0 ? now.volume / now.minutes / usual : NaN };
  }],
  'limit-up-streak': [{}, ({ bars, i }) => {
    let streak = 0;
    while (streak <= i && at(bars.close, i - streak) >= at(bars.upperLimit, i - streak)) streak += 1;
    return { streak };
  }],
};

/** Gapless bars whose prices often repeat and whose volume is often nothing. */
const calmBars: fc.Arbitrary<AnyInput> = fc
  .array(fc.tuple(fc.integer({ min: 90, max: 110 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 40 })
  .map((rows) => {
    const column = (value: (row: (typeof rows)[number], i: number) => number): Float64Array => Float64Array.from(rows, value);
    return {
      time: column((_, i) => i),
      open: column(([close]) => close),
      high: column(([close, reach]) => close + reach),
      low: column(([close, reach]) => close - reach),
      close: column(([close]) => close),
      volume: column(([, , volume]) => volume * 100),
      amount: column(() => 0),
      benchmark: column(() => 1),
      floatShares: column(() => 1000),
      upperLimit: column(() => 104),
      session: column((_, i) => Math.floor(i / 3)),
      sessionMinutes: column((_, i) => 60 * (1 + (i % 3))),
    };
  });

describe.each(Object.entries(twins))('%s', (id, [parameters, slow]) => {
  test('equals its definition summed afresh on every bar', () => {
    fc.assert(
      fc.property(calmBars, (bars) => {
        const got = computeIndicator(findIndicator(id), bars, parameters);
        for (let i = 0; i < bars.close.length; i++) {
          const last = (name: keyof AnyInput, n: number): number[] | null => (i + 1 < n ? null : Array.from(bars[name].subarray(i + 1 - n, i + 1)));
          for (const [name, want] of Object.entries(slow({ bars, i, last }))) {
            const value = at(got[name] ?? bars.time, i);
            expect({ i, name, value: Math.abs(value - want) < 1e-9 ? want : value }).toEqual({ i, name, value: want });
          }
        }
      }),
    );
  });
});
