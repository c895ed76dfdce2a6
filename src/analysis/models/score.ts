import { AppError } from '../../shared/app-error.ts';
import { barCount, type BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { coverageOf, type ExplanationRow } from './explanation.ts';
import { scoreColumns, type ScoreColumns } from './score-columns.ts';
import { basePoints, scoreDimensions, scorePoints, type ScoreDimension, type ScoreMarket } from './score-market.ts';
import { applyScoreRules, nearestThreshold, scoreRules } from './score-rules.ts';
import { scoreState, type ScoreState, type StateMark } from './score-state.ts';

interface DimensionScore {
  readonly dimension: ScoreDimension;
  /** Null where no rule of the dimension applies. */
  readonly points: number | null;
  readonly maximum: number;
  readonly rows: readonly ExplanationRow[];
}

/** The five-dimension score of one bar. */
export interface Score {
  /** 0..100, continuous, never rounded; null where less than `leastCoverage` of the points could be judged. */
  readonly score: number | null;
  /** Share of the points that could be judged, 0..1; the others are left out of the score, not counted as zero. */
  readonly coverage: number;
  readonly state: ScoreState | null;
  readonly marks: readonly StateMark[];
  readonly market: ScoreMarket;
  readonly dimensions: readonly DimensionScore[];
  /** Bars used. */
  readonly bars: number;
}

/** Below this coverage there is no score. */
const leastCoverage = 0.6;

/** Scores the last bar of a series, with the reason for every point. Refuses bases on which ratios of prices mean nothing. */
export function score(bars: BarColumns, market: ScoreMarket, basis: Basis): Score {
  refuseShiftedPrices(basis, 'score');
  const length = barCount(bars);
  return explainScore(bars, scoreColumns(length)(bars), length - 1, market);
}

/** Explains the score of bar `i` from columns computed before. */
function explainScore(bars: BarColumns, columns: ScoreColumns, i: number, market: ScoreMarket): Score {
  const inputs = new Float64Array(scoreRules.length).fill(NaN);
  const points = new Float64Array(scoreRules.length).fill(NaN);
  if (i >= 0) applyScoreRules(bars, columns, i, inputs, points);
  const weights = scorePoints(market);
  const rises = (bars.close[i] as number) > (bars.close[i - 1] as number);
  const rows = scoreRules.map((rule, index): ExplanationRow => {
    const scale = weights[rule.dimension] / basePoints[rule.dimension];
    const applies = !Number.isNaN(points[index]);
    return {
      code: rule.code,
      input: applies ? finiteOrNull(inputs[index]) : null,
      threshold: applies ? nearestThreshold(rule, inputs[index] as number, rises) : null,
      contribution: applies ? (points[index] as number) * scale : 0,
      maximum: rule.points * scale,
    };
  });
  const dimensions = scoreDimensions.map((dimension): DimensionScore => {
    const own = rows.filter((_, index) => scoreRules[index]?.dimension === dimension);
    const judged = own.some(({ input }) => input !== null);
    return { dimension, points: judged ? own.reduce((sum, row) => sum + row.contribution, 0) : null, maximum: weights[dimension], rows: own };
  });
  const total = finiteOrNull(totalScore(points, market));
  return {
    score: total,
    coverage: coverageOf(rows),
    state: total === null ? null : scoreState(total),
    marks: total === null ? [] : stateMarks(inputs),
    market,
    dimensions,
    bars: i + 1,
  };
}

function stateMarks(inputs: Float64Array): StateMark[] {
  const marks: StateMark[] = [];
  if ((inputs[5] as number) > 4) marks.push('turbulent');
  if ((inputs[6] as number) > 80) marks.push('stretched');
  if ((inputs[6] as number) < 20) marks.push('washedOut');
  return marks;
}

const ruleWeights = new Map<ScoreMarket, Float64Array>();

/** Points the rules gave (NaN: not applicable) as a share of the points that could be had, 0..100; NaN below the least coverage. */
export function totalScore(points: Float64Array, market: ScoreMarket): number {
  let weights = ruleWeights.get(market);
  if (weights === undefined) {
    const byDimension = scorePoints(market);
    weights = Float64Array.from(scoreRules, ({ dimension }) => byDimension[dimension] / basePoints[dimension]);
    ruleWeights.set(market, weights);
  }
  let gained = 0;
  let judged = 0;
  for (let rule = 0; rule < points.length; rule += 1) {
    const value = points[rule] as number;
    if (Number.isNaN(value)) continue;
    const weight = weights[rule] as number;
    gained += value * weight;
    judged += (scoreRules[rule]?.points ?? 0) * weight;
  }
  return judged >= leastCoverage * 100 - 1e-9 ? (gained / judged) * 100 : NaN;
}

/** Refuses prices that were shifted by an amount: their ratios and returns mean nothing. */
export function refuseShiftedPrices(basis: Basis, model: string): void {
  if (basis === 'forwardAdditive') throw new AppError('model.basis', { model, value: basis, allowed: 'raw, split, total' });
}
