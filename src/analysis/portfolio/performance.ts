import { dayText } from '../../shared/day-text.ts';
import { returnStatistics, type ReturnStatistics } from '../series/return-statistics.ts';
import type { DatedReturns } from '../series/equal-weight-returns.ts';
import { tailRisk, type TailRisk } from './tail-risk.ts';

interface Performance extends ReturnStatistics {
  /** Mean excess return over the deviation of the days below the risk-free rate, annualised; null without such a day. */
  readonly sortino: number | null;
  /** As the Sharpe ratio, with the risk-free rate taken off. */
  readonly sharpe: number | null;
  /** Risk-free rate a year that was taken off. */
  readonly riskFree: number;
  readonly sessionsPerYear: number;
  readonly drawdown: { readonly depth: number; readonly sessions: number; readonly recovered: boolean; readonly peak: string; readonly trough: string } | null;
  readonly tails: readonly TailRisk[];
}

/**
 * What a series of values (closes, or a portfolio's unit value) earned and risked. `market` is what beta and correlation are against,
 * on the dates both have. `sessionsPerYear` comes from the calendar.
 */
export function performance(
  time: Float64Array,
  value: Float64Array,
  options: { readonly market: DatedReturns; readonly sessionsPerYear: number; readonly riskFree: number },
): Performance {
  const { market, sessionsPerYear, riskFree } = options;
  const returns = new Float64Array(Math.max(0, value.length - 1));
  for (let i = 1; i < value.length; i += 1) returns[i - 1] = (value[i] as number) / (value[i - 1] as number) - 1;
  const daily = (1 + riskFree) ** (1 / sessionsPerYear) - 1;
  let [sum, squares, below] = [0, 0, 0];
  for (const one of returns) {
    const excess = one - daily;
    sum += excess;
    if (excess < 0) below += excess * excess;
  }
  const mean = sum / returns.length;
  for (const one of returns) squares += (one - daily - mean) ** 2;
  const year = Math.sqrt(sessionsPerYear);
  const ratio = (deviation: number): number | null => (deviation > 0 && Number.isFinite(mean) ? (mean / deviation) * year : null);
  return {
    ...returnStatistics(time, value, market, sessionsPerYear),
    sortino: ratio(Math.sqrt(below / returns.length)),
    sharpe: ratio(Math.sqrt(squares / (returns.length - 1))),
    riskFree,
    sessionsPerYear,
    drawdown: deepest(time, value),
    tails: [tailRisk(returns, 0.95, 'historical'), tailRisk(returns, 0.95, 'normal')].filter((tail) => tail !== null),
  };
}

/** The deepest fall: `sessions` counts from its peak to the return to it, or to the end. */
function deepest(time: Float64Array, value: Float64Array): Performance['drawdown'] {
  let [peak, depth, from, trough] = [0, 0, -1, -1];
  for (let i = 1; i < value.length; i += 1) {
    if ((value[i] as number) > (value[peak] as number)) peak = i;
    const fall = (value[i] as number) / (value[peak] as number) - 1;
    if (fall < depth) [depth, from, trough] = [fall, peak, i];
  }
  if (trough < 0) return null;
  let end = trough;
  while (end < value.length && (value[end] as number) < (value[from] as number)) end += 1;
  const recovered = end < value.length;
  const date = (i: number): string => dayText(time[i] as number);
  return { depth, sessions: Math.min(end, value.length - 1) - from, recovered, peak: date(from), trough: date(trough) };
}
