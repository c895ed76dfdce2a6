import * as fc from 'fast-check';
import type { InputName } from '../../../src/analysis/indicators/indicator.ts';

/** Every input column an indicator may ask for, of one length. */
export type AnyInput = Readonly<Record<InputName, Float64Array>>;

interface Step {
  readonly move: number;
  readonly spread: number;
  readonly volume: number;
  readonly kind: 'walk' | 'flat' | 'gap' | 'missing' | 'missing-volume' | 'negative';
}

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.double({ min: -3, max: 3, noNaN: true }),
  spread: fc.double({ min: 0, max: 2, noNaN: true }),
  volume: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0.001, max: 5, noNaN: true })),
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constant('walk' as const) },
    { weight: 12, arbitrary: fc.constant('flat' as const) },
    { weight: 2, arbitrary: fc.constant('gap' as const) },
    { weight: 1, arbitrary: fc.constant('missing' as const) },
    { weight: 1, arbitrary: fc.constant('missing-volume' as const) },
    { weight: 1, arbitrary: fc.constant('negative' as const) },
  ),
});

/** Random walks with price gaps, flat stretches, zero volumes, missing values and a dip below zero. */
export function randomBars(maxLength: number): fc.Arbitrary<AnyInput> {
  return fc.array(step, { minLength: 1, maxLength }).map(toColumns);
}

function toColumns(steps: readonly Step[]): AnyInput {
  const bars = emptyInput(steps.length);
  let price = 100;
  for (const [i, { move, spread, volume, kind }] of steps.entries()) {
    const open = price;
    if (kind === 'walk') price = Math.max(1, price + move);
    if (kind === 'gap') price = Math.max(1, price * (1 + move / 5));
    const reach = kind === 'flat' ? 0 : spread;
    const sign = kind === 'negative' ? -1 : 1;
    bars.time[i] = 17_000 + i;
    bars.open[i] = sign * (kind === 'gap' ? price : open);
    bars.close[i] = kind === 'missing' ? NaN : sign * price;
    bars.high[i] = Math.max(bars.open[i] ?? 0, sign * price) + reach;
    bars.low[i] = Math.min(bars.open[i] ?? 0, sign * price) - reach;
    bars.volume[i] = kind === 'missing-volume' ? NaN : volume;
    bars.amount[i] = volume * price;
    bars.benchmark[i] = 50 + Math.sin(i);
    bars.floatShares[i] = 2_000_000;
    bars.session[i] = Math.floor(i / 3);
    bars.sessionMinutes[i] = 60 * (1 + (i % 3));
    bars.upperLimit[i] = i === 0 ? 110 : Math.round((bars.close[i - 1] ?? 100) * 110) / 100;
  }
  return bars;
}

function emptyInput(length: number): Record<InputName, Float64Array> {
  const column = (): Float64Array => new Float64Array(length);
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    amount: column(),
    benchmark: column(),
    floatShares: column(),
    upperLimit: column(),
    session: column(),
    sessionMinutes: column(),
  };
}

/** The first `length` bars as copies, so that later changes of the source cannot be seen. */
export function copyBars(input: AnyInput, length: number): Record<InputName, Float64Array> {
  const copy = emptyInput(length);
  for (const name of Object.keys(copy) as InputName[]) copy[name].set(input[name].subarray(0, length));
  return copy;
}

/** One series after the other. */
export function joinBars(first: AnyInput, second: AnyInput): Record<InputName, Float64Array> {
  const joined = emptyInput(first.close.length + second.close.length);
  for (const name of Object.keys(joined) as InputName[]) {
    joined[name].set(first[name]);
    joined[name].set(second[name], first.close.length);
  }
  return joined;
}
