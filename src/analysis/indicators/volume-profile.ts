import { AppError } from '../../shared/app-error.ts';

/** Traded volume by price: equal steps from `low` upward; `volume[j]` was traded from `low + j × step` to `low + (j + 1) × step`. */
interface VolumeProfile {
  readonly low: number;
  readonly step: number;
  readonly volume: Float64Array;
  readonly total: number;
  /** Middle of the step with the most volume. */
  readonly pointOfControl: number;
  /** The prices around it between which `share` of the volume was traded. */
  readonly valueAreaLow: number;
  readonly valueAreaHigh: number;
}

interface PriceVolume {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly volume: Float64Array;
}

/** Prices closer together than this share of themselves are one price: steps between them would be lost in rounding. */
const leastSpread = 1e-9;

/**
 * The volume profile of bars `from` (inclusive) to `to` (exclusive). A bar's volume is spread evenly over its range, a bar of one price
 * falls into one step, bars without prices or volume are left out; the value area grows from the point of control towards the larger
 * neighbour. Null when nothing was traded or every price is the same. Source: Steidlmayer's market profile, with volume for time.
 */
export function volumeProfile(bars: PriceVolume, from: number, to: number, steps = 50, share = 0.7): VolumeProfile | null {
  if (!Number.isInteger(steps) || steps < 2 || steps > 1000) {
    throw new AppError('analysis.parameter', { indicator: 'volume-profile', field: 'steps', value: steps, allowed: '2, 3 … 1000' });
  }
  if (!(share > 0 && share < 1)) throw new AppError('analysis.parameter', { indicator: 'volume-profile', field: 'share', value: share, allowed: '0 … 1' });
  let [lowest, highest] = [Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    if (!isTraded(bars, i)) continue;
    lowest = Math.min(lowest, bars.low[i] as number);
    highest = Math.max(highest, bars.high[i] as number);
  }
  if (!(highest - lowest > leastSpread * Math.max(Math.abs(highest), Math.abs(lowest)))) return null;
  const step = (highest - lowest) / steps;
  const volume = new Float64Array(steps);
  let total = 0;
  for (let i = from; i < to; i++) {
    if (!isTraded(bars, i)) continue;
    total += bars.volume[i] as number;
    spread(volume, lowest, step, bars.low[i] as number, bars.high[i] as number, bars.volume[i] as number);
  }
  return { low: lowest, step, volume, total, ...valueArea(volume, lowest, step, total * share) };
}

function isTraded({ high, low, volume }: PriceVolume, i: number): boolean {
  return (volume[i] as number) > 0 && Number.isFinite(high[i]) && Number.isFinite(low[i]) && (high[i] as number) >= (low[i] as number);
}

/** Adds an amount evenly over the steps that a price range covers. */
function spread(volume: Float64Array, lowest: number, step: number, low: number, high: number, amount: number): void {
  const last = volume.length - 1;
  const first = Math.min(last, Math.floor((low - lowest) / step));
  const end = Math.min(last, Math.floor((high - lowest) / step));
  if (high === low || first === end) {
    volume[first] = (volume[first] as number) + amount;
    return;
  }
  for (let j = first; j <= end; j++) {
    const from = Math.max(low, lowest + j * step);
    const to = j === last ? high : Math.min(high, lowest + (j + 1) * step);
    volume[j] = (volume[j] as number) + (amount * Math.max(0, to - from)) / (high - low);
  }
}

function valueArea(volume: Float64Array, low: number, step: number, wanted: number): Pick<VolumeProfile, 'pointOfControl' | 'valueAreaLow' | 'valueAreaHigh'> {
  let peak = 0;
  for (let j = 1; j < volume.length; j++) if ((volume[j] as number) > (volume[peak] as number)) peak = j;
  let [first, last, inside] = [peak, peak, volume[peak] as number];
  while (inside < wanted && (first > 0 || last < volume.length - 1)) {
    const below = first > 0 ? (volume[first - 1] as number) : -1;
    const above = last < volume.length - 1 ? (volume[last + 1] as number) : -1;
    if (above >= below) last += 1;
    else first -= 1;
    inside += Math.max(above, below);
  }
  return { pointOfControl: low + (peak + 0.5) * step, valueAreaLow: low + first * step, valueAreaHigh: low + (last + 1) * step };
}
