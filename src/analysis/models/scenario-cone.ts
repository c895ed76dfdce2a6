import { AppError } from '../../shared/app-error.ts';
import type { Basis } from '../../shared/basis.ts';
import { createSeededRandom } from '../../shared/seeded-random.ts';
import { refuseShiftedPrices } from './score.ts';

interface ConeOptions {
  /** Sessions ahead, 60 by custom. */
  readonly horizon: number;
  /** Any text, by custom symbol and as-of date. */
  readonly seed: string;
  readonly paths: number;
}

export const conePercentiles = [5, 25, 50, 75, 95] as const;

interface ConeCoverage {
  /** Sessions ahead. */
  readonly horizon: number;
  /** Share of past cones whose 5–95 % band held the close at that horizon; null without a sample. 0.9 was aimed at. */
  readonly inside90: number | null;
  /** The same of the 25–75 % band; 0.5 was aimed at. */
  readonly inside50: number | null;
  readonly samples: number;
}

interface ScenarioCone {
  readonly close: number;
  readonly seed: string;
  readonly paths: number;
  /** Prices by session ahead (row 0 is the next session), one column per percentile of `conePercentiles`. */
  readonly bands: readonly (readonly number[])[];
  /** Sample deviation of the daily log returns that were drawn from. */
  readonly dailyDeviation: number;
  /** How often earlier cones, drawn with what was known then, held what came. */
  readonly coverage: readonly ConeCoverage[];
  readonly bars: number;
}

/** Returns drawn from: a year. */
const memoryBars = 250;
const leastBars = 60;
/** Returns are drawn in runs of this length, so that lively and quiet stretches stay together. */
const blockBars = 5;

/**
 * Where the price may go: percentiles of paths that repeat runs of the last year's returns, their mean taken out. There is no forecast
 * of direction in it. Null for fewer than 61 bars or for a price that never moved. The same seed gives the same cone.
 */
export function scenarioCone(close: Float64Array, basis: Basis, options: ConeOptions): ScenarioCone | null {
  refuseShiftedPrices(basis, 'scenario');
  const { horizon, seed, paths } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 250) {
    throw new AppError('model.value', { model: 'scenario', field: 'horizon', value: horizon, allowed: '1–250' });
  }
  const last = close.length - 1;
  const returns = demeanedReturns(close, last);
  if (returns === null) return null;
  const ends = simulate(returns.values, horizon, paths, createSeededRandom(seed).uniform);
  const price = close[last] as number;
  const bands = ends.map((column) => {
    column.sort();
    return conePercentiles.map((percent) => price * Math.exp(percentile(column, percent / 100)));
  });
  return { close: price, seed, paths, bands, dailyDeviation: returns.deviation, coverage: coneCoverage(close, options), bars: last + 1 };
}

/** Paths of an earlier cone: whether a close lies in a band needs fewer than drawing the band. */
const coveragePaths = 500;

/** The hit rate of cones drawn at earlier bars from the bars before them, `horizon` bars apart so that they do not overlap. */
function coneCoverage(close: Float64Array, { horizon, seed, paths }: ConeOptions): ConeCoverage[] {
  const horizons = [...new Set([Math.min(5, horizon), Math.min(20, horizon), horizon])];
  const hits = horizons.map((at) => ({ horizon: at, inside90: 0, inside50: 0, samples: 0 }));
  for (let origin = close.length - 1 - horizon; origin >= leastBars; origin -= horizon) {
    const returns = demeanedReturns(close, origin);
    if (returns === null) continue;
    const ends = simulate(returns.values, horizon, Math.min(paths, coveragePaths), createSeededRandom(`${seed} ${origin}`).uniform);
    for (const hit of hits) {
      const moved = Math.log((close[origin + hit.horizon] as number) / (close[origin] as number));
      const column = ends[hit.horizon - 1];
      if (column === undefined || Number.isNaN(moved)) continue;
      column.sort();
      hit.samples += 1;
      if (moved >= percentile(column, 0.05) && moved <= percentile(column, 0.95)) hit.inside90 += 1;
      if (moved >= percentile(column, 0.25) && moved <= percentile(column, 0.75)) hit.inside50 += 1;
    }
  }
  return hits.map(({ horizon: at, inside90, inside50, samples }) => ({
    horizon: at,
    inside90: samples > 0 ? inside90 / samples : null,
    inside50: samples > 0 ? inside50 / samples : null,
    samples,
  }));
}

function demeanedReturns(close: Float64Array, last: number): { readonly values: Float64Array; readonly deviation: number } | null {
  const values: number[] = [];
  for (let bar = Math.max(1, last - memoryBars + 1); bar <= last; bar += 1) {
    const change = Math.log((close[bar] as number) / (close[bar - 1] as number));
    if (Number.isFinite(change)) values.push(change);
  }
  if (values.length < leastBars) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return deviation > 0 ? { values: Float64Array.from(values, (value) => value - mean), deviation } : null;
}

/** Cumulative log returns of all paths, one column per session ahead. */
function simulate(returns: Float64Array, horizon: number, paths: number, random: () => number): Float64Array[] {
  const columns = Array.from({ length: horizon }, () => new Float64Array(paths));
  for (let path = 0; path < paths; path += 1) {
    let sum = 0;
    let at = 0;
    for (let step = 0; step < horizon; step += 1) {
      at = step % blockBars === 0 ? Math.floor(random() * returns.length) : (at + 1) % returns.length;
      sum += returns[at] as number;
      (columns[step] as Float64Array)[path] = sum;
    }
  }
  return columns;
}

/** Percentile of sorted values, linear between neighbours. */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const base = sorted[low] as number;
  return base + (place - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - base);
}
