import { barCount, type BarColumns } from '../../shared/bars.ts';
import type { ScoreColumns } from './score-columns.ts';
import type { ScoreMarket } from './score-market.ts';
import { applyScoreRules, scoreRules } from './score-rules.ts';
import { totalScore } from './score.ts';

const inputs = new Float64Array(scoreRules.length);
const points = new Float64Array(scoreRules.length);

/** The score of every bar from `from` on, as it was known at that bar's close: `out[k]` is that of bar `from + k`, NaN without one. */
export function scoreSeries(bars: BarColumns, columns: ScoreColumns, market: ScoreMarket, from: number, out: Float64Array): void {
  const length = barCount(bars);
  for (let i = from; i < length; i += 1) {
    applyScoreRules(bars, columns, i, inputs, points);
    out[i - from] = totalScore(points, market);
  }
}
