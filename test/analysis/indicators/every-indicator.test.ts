import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { Indicator } from '../../../src/analysis/indicators/indicator.ts';
import { LiveIndicator } from '../../../src/analysis/indicators/live-indicator.ts';
import type { ParameterValue } from '../../../src/analysis/indicators/parameter.ts';
import { indicators } from '../../../src/analysis/indicators/registry.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';
import { type AnyInput, copyBars, joinBars, randomBars } from './random-bars.ts';

/** Parameter sets worth trying: the defaults, every preset, and short windows so that random bars get past the warm-up. */
function variants(indicator: Indicator): Record<string, ParameterValue>[] {
  const base = [resolveParameters(indicator), ...Object.keys(indicator.presets).map((name) => resolveParameters(indicator, {}, name))];
  const short = base.map((values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const parameter = indicator.parameters[name];
        const window = parameter?.kind === 'number' && parameter.step === 1 && parameter.max > 100 && typeof value === 'number';
        return [name, window ? Math.max(parameter.min, Math.ceil(value / 7)) : value];
      }),
    ),
  );
  return [...base, ...short];
}

function bits(columns: Readonly<Record<string, Float64Array>>): Record<string, number[]> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)]));
}

/** A gapless rising walk, long enough for every default. */
function longBars(length: number): AnyInput {
  const make = (value: (i: number) => number): Float64Array => Float64Array.from({ length }, (_, i) => value(i));
  const close = (i: number): number => 100 + i * 0.05 + 5 * Math.sin(i * 0.7) + 3 * Math.cos(i * 0.13);
  return {
    time: make((i) => 15_000 + i),
    open: make((i) => close(i) + Math.sin(i * 1.9)),
    high: make((i) => close(i) + 2 + Math.sin(i)),
    low: make((i) => close(i) - 2 - Math.cos(i)),
    close: make(close),
    volume: make((i) => 1000 + 300 * Math.sin(i * 2.3)),
    amount: make((i) => close(i) * 1000),
    benchmark: make((i) => 50 + i * 0.01 + Math.sin(i * 0.3)),
    floatShares: make(() => 50_000),
    upperLimit: make((i) => (i === 0 ? 999 : close(i - 1) * 1.1)),
    session: make((i) => i),
    sessionMinutes: make(() => 240),
  };
}

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))('%s', (_id, indicator) => {
  test('appending and replacing the last bar gives the bits of the batch', () => {
    fc.assert(
      fc.property(randomBars(50), fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (random, replaced) => {
        for (const parameters of variants(indicator)) {
          // Calm bars first, so that the random ones begin a little before the warm-up ends.
          const calm = Math.max(0, indicator.warmUp(parameters) - 10);
          const bars = joinBars(longBars(calm), random);
          const live = new LiveIndicator(indicator, parameters);
          if (calm > 0) live.append(copyBars(bars, calm));
          for (let length = calm + 1; length <= bars.close.length; length++) {
            if (replaced[length - 1 - calm] === true) {
              const draft = copyBars(bars, length);
              draft.close[length - 1] = (draft.close[length - 1] ?? 0) + 1;
              draft.high[length - 1] = NaN;
              live.append(draft);
              live.replaceLast(copyBars(bars, length));
            } else live.append(copyBars(bars, length));
          }
          expect(bits(live.output)).toEqual(bits(computeIndicator(indicator, bars, parameters)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('later bars never change earlier values', () => {
    const bars = longBars(700);
    const whole = computeIndicator(indicator, bars);
    const part = computeIndicator(indicator, copyBars(bars, 640));
    for (const name of Object.keys(part)) expect(Array.from(part[name] ?? [])).toEqual(Array.from((whole[name] ?? new Float64Array()).subarray(0, 640)));
  });

  test('every output has its value from the warm-up on, and the last of them not before', () => {
    const bars = longBars(700);
    for (const parameters of variants(indicator)) {
      const output = computeIndicator(indicator, bars, parameters);
      const firsts = Object.values(output).map((column) => column.findIndex((value) => !Number.isNaN(value)));
      expect({ parameters, first: Math.max(...firsts), everywhere: firsts.every((first) => first >= 0) }).toEqual({
        parameters,
        first: indicator.warmUp(parameters),
        everywhere: true,
      });
      const settled = Object.values(output).every((column) => column.subarray(indicator.warmUp(parameters)).every((value) => Number.isFinite(value)));
      expect({ parameters, settled }).toEqual({ parameters, settled: true });
    }
  });

  test('a bar without a price has no value, and the next one starts afresh', () => {
    const bars = longBars(1300);
    const missing = indicator.inputs[indicator.inputs.length - 1] ?? 'close';
    bars[missing][20] = NaN;
    const broken = computeIndicator(indicator, bars);
    const rest = copyBars(bars, 1300);
    const tail = Object.fromEntries(Object.entries(rest).map(([name, column]) => [name, column.subarray(21)])) as unknown as AnyInput;
    const fresh = computeIndicator(indicator, tail);
    for (const [name, column] of Object.entries(broken)) {
      expect(column[20]).toBeNaN();
      expect(Array.from(column.subarray(21))).toEqual(Array.from(fresh[name] ?? []));
    }
  });

  test('never gives infinity, whatever the bars', () => {
    fc.assert(
      fc.property(randomBars(40), (bars) => {
        for (const parameters of variants(indicator)) {
          for (const column of Object.values(computeIndicator(indicator, bars, parameters))) {
            for (const value of column) expect(Math.abs(value)).not.toBe(Infinity);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('one bar and no bar are not errors', () => {
    const one = computeIndicator(indicator, copyBars(longBars(1), 1));
    const none = computeIndicator(indicator, copyBars(longBars(1), 0));
    expect(Object.values(one).every((column) => column.length === 1)).toBe(true);
    expect(Object.values(none).every((column) => column.length === 0)).toBe(true);
  });

  test('says where its formula comes from and names its parts in both languages', () => {
    const parts = [indicator.name, ...Object.values(indicator.outputs).map(({ label }) => label), ...Object.values(indicator.parameters).map(({ label }) => label)];
    expect(indicator.source).not.toBe('');
    expect(parts.every(({ en, zh }) => en !== '' && zh !== '')).toBe(true);
    expect(indicator.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

test('ids are unique', () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
});
