import { AppError } from '../../shared/app-error.ts';

/** Shares by the price they were last bought at: `share[j]` of the float was bought from `low + j × step` to `low + (j + 1) × step`. */
interface ChipDistribution {
  readonly low: number;
  readonly step: number;
  /** Shares of one, summing to one. */
  readonly share: Float64Array;
  /** The part of the float bought at or below the close (获利比例). */
  readonly inProfit: number;
  readonly averageCost: number;
  /** Cost ranges that hold the middle 70 % and 90 % of the float, and how tight they are: (high - low) / (high + low). */
  readonly cost70: CostRange;
  readonly cost90: CostRange;
  readonly bars: number;
}

interface CostRange {
  readonly low: number;
  readonly high: number;
  readonly concentration: number;
}

export interface ChipInput {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly floatShares: Float64Array;
}

/** Bars an answer needs: fewer say more about the starting point than about the float. */
const leastBars = 60;

/** Prices closer together than this share of themselves are one price. */
const leastSpread = 1e-9;

/**
 * Chip distribution (筹码分布) after the bar at `index`, from at most `window` bars. Each bar sells its turnover (volume over float, at
 * most all) evenly from every holder and buys it over its own range, most at the typical price (high + low + close) / 3, falling off
 * linearly to both ends. The first bar's range stands for all that was bought before. Bars without price, volume or float are left out.
 * Null with fewer than 60 such bars or when every price is the same. Source: the triangular cost-distribution model of Chinese terminals.
 */
export function chipDistribution(input: ChipInput, index: number, window = 250, steps = 150): ChipDistribution | null {
  if (!Number.isInteger(steps) || steps < 10 || steps > 1000) {
    throw new AppError('analysis.parameter', { indicator: 'chip-distribution', field: 'steps', value: steps, allowed: '10, 11 … 1000' });
  }
  const first = Math.max(0, index - window + 1);
  let [lowest, highest, bars] = [Infinity, -Infinity, 0];
  for (let i = first; i <= index; i++) {
    if (!isHeld(input, i)) continue;
    bars += 1;
    lowest = Math.min(lowest, input.low[i] as number);
    highest = Math.max(highest, input.high[i] as number);
  }
  if (bars < leastBars || !(highest - lowest > leastSpread * highest)) return null;
  const step = (highest - lowest) / steps;
  const share = new Float64Array(steps);
  const bought = new Float64Array(steps);
  let seen = 0;
  for (let i = first; i <= index; i++) {
    if (!isHeld(input, i)) continue;
    const sold = seen === 0 ? 1 : Math.min(1, (input.volume[i] as number) / (input.floatShares[i] as number));
    seen += 1;
    const [low, high, close] = [input.low[i] as number, input.high[i] as number, input.close[i] as number];
    triangle(bought, lowest, step, low, high, (low + high + close) / 3);
    for (let j = 0; j < steps; j++) share[j] = (share[j] as number) * (1 - sold) + (bought[j] as number) * sold;
  }
  return summary(share, lowest, step, input.close[index] as number, bars);
}

function isHeld({ high, low, close, volume, floatShares }: ChipInput, i: number): boolean {
  return (low[i] as number) > 0 && (high[i] as number) >= (low[i] as number) && Number.isFinite(close[i]) && (volume[i] as number) > 0 && (floatShares[i] as number) > 0;
}

/** Fills `bought` with a triangle over `low`–`high` with its peak at `peak`, summing to one. */
function triangle(bought: Float64Array, lowest: number, step: number, low: number, high: number, peak: number): void {
  let sum = 0;
  const half = step / 2;
  for (let j = 0; j < bought.length; j++) {
    const price = lowest + j * step + half;
    let weight = 0;
    if (price >= low && price <= high) weight = price <= peak ? (price - low + half) / (peak - low + half) : (high - price + half) / (high - peak + half);
    bought[j] = weight;
    sum += weight;
  }
  if (sum > 0) {
    for (let j = 0; j < bought.length; j++) bought[j] = (bought[j] as number) / sum;
    return;
  }
  // The whole range lies between two middles: one step takes it all.
  bought[Math.min(bought.length - 1, Math.floor((peak - lowest) / step))] = 1;
}

function summary(share: Float64Array, low: number, step: number, close: number, bars: number): ChipDistribution {
  let [inProfit, averageCost] = [0, 0];
  for (let j = 0; j < share.length; j++) {
    const part = share[j] as number;
    averageCost += part * (low + (j + 0.5) * step);
    inProfit += part * Math.min(1, Math.max(0, (close - (low + j * step)) / step));
  }
  const range = (middle: number): CostRange => {
    const bottom = quantile(share, low, step, (1 - middle) / 2);
    const top = quantile(share, low, step, (1 + middle) / 2);
    return { low: bottom, high: top, concentration: (top - bottom) / (top + bottom) };
  };
  return { low, step, share, inProfit, averageCost, cost70: range(0.7), cost90: range(0.9), bars };
}

/** The price below which `part` of the float was bought. */
function quantile(share: Float64Array, low: number, step: number, part: number): number {
  let sum = 0;
  for (let j = 0; j < share.length; j++) {
    const own = share[j] as number;
    if (sum + own >= part) return low + (j + (own > 0 ? (part - sum) / own : 0)) * step;
    sum += own;
  }
  return low + share.length * step;
}
