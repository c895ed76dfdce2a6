import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { niceTicks, type Ticks } from './nice-ticks.ts';

export type ScaleKind = 'linear' | 'log' | 'percent';

/** How prices become axis positions. Axis values are linear on screen: the price, its logarithm, or the change from a base in percent. */
export interface PriceScale {
  readonly kind: ScaleKind;
  toAxis(price: number): number;
  fromAxis(position: number): number;
  /** Axis positions of round values. */
  ticks(min: number, max: number, most: number): Ticks;
}

/** Why a scale cannot be used. */
export type ScaleRefusal = 'pricesNotPositive' | 'additiveBasis';

/**
 * Ratios need prices above zero, and prices adjusted by subtraction have no meaningful ratios at all; such series keep the linear
 * scale. Null where the scale may be used.
 */
export function scaleRefusal(kind: ScaleKind, bars: BarColumns, basis: Basis): ScaleRefusal | null {
  if (kind === 'linear') return null;
  if (basis === 'forwardAdditive') return 'additiveBasis';
  return bars.low.some((low) => low <= 0) || bars.close.some((close) => close <= 0) ? 'pricesNotPositive' : null;
}

/** The scale of a kind; `base` is the price that counts as zero percent. */
export function priceScale(kind: ScaleKind, base: number): PriceScale {
  if (kind === 'log') return { kind, toAxis: Math.log, fromAxis: Math.exp, ticks: logTicks };
  if (kind === 'percent') {
    return {
      kind,
      toAxis: (price) => (price / base - 1) * 100,
      fromAxis: (position) => (position / 100 + 1) * base,
      ticks: niceTicks,
    };
  }
  return { kind, toAxis: (price) => price, fromAxis: (position) => position, ticks: niceTicks };
}

const decadeSteps = [
  [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9],
  [1, 1.5, 2, 3, 5, 7],
  [1, 2, 5],
  [1, 3],
  [1],
];

/** Round prices over a logarithmic axis: plain round steps where the range is less than threefold, steps of a decade beyond that. */
function logTicks(min: number, max: number, most: number): Ticks {
  // A price on the very edge must not be lost to the rounding of exponent and logarithm.
  const lowest = Math.exp(min - 1e-12);
  const highest = Math.exp(max + 1e-12);
  if (!(highest > lowest) || !Number.isFinite(highest)) return { values: [], step: NaN };
  if (highest / lowest < 3) {
    const plain = niceTicks(lowest, highest, most);
    return { values: plain.values.map(Math.log), step: plain.step };
  }
  for (const steps of decadeSteps) {
    const prices = decadePrices(lowest, highest, steps, 1);
    if (prices.length <= most + 1) return { values: prices.map(Math.log), step: smallestStep(prices) };
  }
  const decades = Math.ceil((max - min) / Math.LN10 / Math.max(1, most));
  const prices = decadePrices(lowest, highest, [1], decades);
  return { values: prices.map(Math.log), step: smallestStep(prices) };
}

function decadePrices(lowest: number, highest: number, steps: readonly number[], every: number): number[] {
  const prices: number[] = [];
  for (let power = Math.floor(Math.log10(lowest)); power <= Math.log10(highest); power++) {
    if (power % every !== 0) continue;
    for (const step of steps) {
      const price = Number((step * 10 ** power).toPrecision(6));
      if (price >= lowest && price <= highest) prices.push(price);
    }
  }
  return prices;
}

function smallestStep(prices: readonly number[]): number {
  const [first, second] = prices;
  if (first === undefined) return NaN;
  return second === undefined ? first : Number((second - first).toPrecision(6));
}
