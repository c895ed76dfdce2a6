import { AppError } from '../../shared/app-error.ts';
import type { DailyFacts } from './rank-table.ts';
import type { UniverseModels } from './universe-models.ts';

/** What a universe can be ranked by, higher first. */
const rankMetrics = ['score', 'change', 'amount', 'turnover', 'volatility', 'relativeVolume', 'close'] as const;

/** The matrix of a metric by name; throws for an unknown one, naming those there are. */
export function rankMetric(name: string, facts: DailyFacts, models: Pick<UniverseModels, 'score'>): Float64Array {
  const metric = rankMetrics.find((known) => known === name);
  if (metric === undefined) throw new AppError('universe.value', { field: 'metric', value: name, allowed: rankMetrics.join(', ') });
  return metric === 'score' ? models.score : facts[metric];
}
