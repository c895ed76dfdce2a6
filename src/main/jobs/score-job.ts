import { scoreMarketOf } from '../../analysis/models/score-market.ts';
import { score } from '../../analysis/models/score.ts';
import { closedBars } from '../api/analyze/closed-bars.ts';
import { splitView } from '../api/split-view.ts';
import type { Store } from '../store/store.ts';
import { analysisJob } from './analysis-job.ts';
import type { JobDefinition } from './job.ts';

/** The score of the last closed daily bar with the points of its dimensions. */
export function scoreJob(store: Pick<Store, 'read' | 'write'>): JobDefinition {
  return analysisJob('score', store, (stored, series, { symbol }) => {
    const { bars: closed, basis } = splitView(store.read, series, closedBars(stored));
    const asOf = closed.time.at(-1);
    const found = score(closed, scoreMarketOf(symbol), basis);
    if (asOf === undefined || found.score === null) return null;
    const points = found.dimensions.map(({ dimension, points: given }) => [dimension, given] as const);
    return { asOf, figures: { score: found.score, coverage: found.coverage, state: found.state, marks: found.marks.join(' '), ...Object.fromEntries(points) } };
  });
}
