import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { formatTradingDate, type TradingDate } from '../../shared/time.ts';
import type { DatedReturns } from './equal-weight-returns.ts';

/** Figures of a whole daily history; null where it is too short for one. Returns are simple unless said, deviations sample (n - 1). */
export interface ReturnStatistics {
  readonly bars: number;
  readonly totalReturn: number | null;
  readonly cagr: number | null;
  readonly annVolSimple: number | null;
  readonly annVolLog: number | null;
  readonly sharpeRf0: number | null;
  /** Largest fall of the close from an earlier one, a negative share, with the dates of its peak and trough. */
  readonly maxDrawdown: number | null;
  readonly maxDrawdownPeak: string | null;
  readonly maxDrawdownTrough: string | null;
  /** Against the market's returns, from one date that both have to the next. */
  readonly betaEqualWeight: number | null;
  readonly corrEqualWeight: number | null;
}

/** Statistics of daily closes, the risk-free rate taken as nothing. `sessionsPerYear` is 252 in the reference vectors. */
export function returnStatistics(time: Float64Array, close: Float64Array, market: DatedReturns, sessionsPerYear: number): ReturnStatistics {
  const count = close.length;
  const simple = new Float64Array(Math.max(0, count - 1));
  const logs = new Float64Array(simple.length);
  for (let i = 1; i < count; i++) {
    const ratio = (close[i] as number) / (close[i - 1] as number);
    simple[i - 1] = ratio - 1;
    logs[i - 1] = Math.log(ratio);
  }
  const [own, theirs] = commonReturns(time, simple, market);
  const growth = count > 1 ? (close[count - 1] as number) / (close[0] as number) : NaN;
  const deviation = sampleDeviation(simple);
  const beta = covariance(own, theirs) / covariance(theirs, theirs);
  const correlation = covariance(own, theirs) / Math.sqrt(covariance(own, own) * covariance(theirs, theirs));
  const year = Math.sqrt(sessionsPerYear);
  return {
    bars: count,
    totalReturn: finiteOrNull(growth - 1),
    cagr: finiteOrNull(growth ** (sessionsPerYear / (count - 1)) - 1),
    annVolSimple: finiteOrNull(deviation * year),
    annVolLog: finiteOrNull(sampleDeviation(logs) * year),
    sharpeRf0: finiteOrNull((mean(simple) / deviation) * year),
    ...largestDrawdown(time, close),
    betaEqualWeight: finiteOrNull(beta),
    corrEqualWeight: finiteOrNull(correlation),
  };
}

function largestDrawdown(time: Float64Array, close: Float64Array): Pick<ReturnStatistics, 'maxDrawdown' | 'maxDrawdownPeak' | 'maxDrawdownTrough'> {
  let [peak, deepest, deepestPeak, trough] = [0, 0, -1, -1];
  for (let i = 1; i < close.length; i++) {
    if ((close[i] as number) > (close[peak] as number)) peak = i;
    const fall = (close[i] as number) / (close[peak] as number) - 1;
    if (fall < deepest) [deepest, deepestPeak, trough] = [fall, peak, i];
  }
  if (close.length < 2) return { maxDrawdown: null, maxDrawdownPeak: null, maxDrawdownTrough: null };
  if (trough < 0) return { maxDrawdown: 0, maxDrawdownPeak: null, maxDrawdownTrough: null };
  const date = (i: number): string => formatTradingDate((time[i] as number) as TradingDate);
  return { maxDrawdown: deepest, maxDrawdownPeak: date(deepestPeak), maxDrawdownTrough: date(trough) };
}

/**
 * The returns of both from one date that both have to the next, so that each pair spans the same days: where one has no close, the other's
 * returns of the days between are compounded. `simple[i]` belongs to `time[i + 1]`.
 */
function commonReturns(time: Float64Array, simple: Float64Array, market: DatedReturns): [Float64Array, Float64Array] {
  const own: number[] = [];
  const theirs: number[] = [];
  let [ours, index, j] = [1, 1, 0];
  while (j < market.time.length && (market.time[j] as number) <= (time[0] as number)) j++;
  // Days before the market's first return have none to be held against.
  const first = j === 0 ? (market.time[0] ?? Infinity) : -Infinity;
  for (let i = 0; i < simple.length; i++) {
    const date = time[i + 1] as number;
    if (date < first) continue;
    ours *= 1 + (simple[i] as number);
    while (j < market.time.length && (market.time[j] as number) < date) index *= 1 + (market.value[j++] as number);
    if (market.time[j] !== date) continue;
    index *= 1 + (market.value[j++] as number);
    own.push(ours - 1);
    theirs.push(index - 1);
    [ours, index] = [1, 1];
  }
  return [Float64Array.from(own), Float64Array.from(theirs)];
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function covariance(a: Float64Array, b: Float64Array): number {
  if (a.length < 2) return NaN;
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - meanA) * ((b[i] as number) - meanB);
  return sum / (a.length - 1);
}

function sampleDeviation(values: Float64Array): number {
  return Math.sqrt(covariance(values, values));
}
