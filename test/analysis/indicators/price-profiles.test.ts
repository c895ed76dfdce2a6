import { expect, test } from 'vitest';
import type { InputColumns, InputName } from '../../../src/analysis/indicators/indicator.ts';
import { findIndicatorOrProfile, type PriceProfile } from '../../../src/analysis/indicators/price-profiles.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';

const column = (value: (index: number) => number, count = 80): Float64Array => Float64Array.from({ length: count }, (_, index) => value(index));
/** Days that trade 100 of 1,000 shares, between 10 and 12, the last ten between 12 and 14. */
const input = {
  low: column((index) => (index < 70 ? 10 : 12)), high: column((index) => (index < 70 ? 12 : 14)), close: column((index) => (index < 70 ? 11 : 13)),
  volume: column(() => 100), floatShares: column(() => 1_000),
} as unknown as InputColumns<InputName>;

function profileOf(id: string, given: Record<string, number>): object | null {
  const found = findIndicatorOrProfile(id) as PriceProfile;
  return found.profile(input, resolveParameters(found, given));
}

test('the volume profile of the last bars lists what was traded at each step of price', () => {
  expect(profileOf('volume-profile', { bars: 20, steps: 2 })).toMatchObject({ low: 10, step: 2, volume: [1_000, 1_000], total: 2_000, bars: 20 });
});

test('chips are shares of the float, and too few bars have none', () => {
  const chips = profileOf('chip-distribution', { steps: 10 }) as { share: number[]; inProfit: number; bars: number };
  // Ten days of 10 % leave 0.9¹⁰ of those bought below 12.
  expect(chips.share.slice(0, 5).reduce((sum, share) => sum + share, 0)).toBeCloseTo(0.9 ** 10, 9);
  expect(chips.bars).toBe(80);
  const few = Object.fromEntries(Object.entries(input).map(([name, values]) => [name, values.subarray(0, 30)])) as unknown as InputColumns<InputName>;
  const found = findIndicatorOrProfile('chip-distribution') as PriceProfile;
  expect(found.profile(few, resolveParameters(found))).toBeNull();
});
