import { dailyFacts } from './daily-facts.ts';
import { rankMetric } from './rank-metric.ts';
import { rankTable, type RankTable } from './rank-table.ts';
import { signals, type SignalSettings, type SymbolSignals } from './signals.ts';
import type { UniverseFrame } from './universe-frame.ts';
import { universeModels, type UniverseModels } from './universe-models.ts';

export interface UniverseAnalysis {
  readonly table: RankTable;
  readonly models: UniverseModels;
  /** Strongest first, by symbol index. */
  readonly signals: ReadonlyMap<number, SymbolSignals>;
}

/** Dates that the 14-day figures and the change on the first of them need. */
export const usualDays = 15;

/** Facts, score, risk, ranks and signals of a universe as of its last date: everything the scan pages start from. */
export function analyzeUniverse(
  frame: UniverseFrame,
  options: { readonly days: number; readonly metric: string; readonly settings: SignalSettings; readonly longWindow: 10 | 21 },
): UniverseAnalysis {
  const facts = dailyFacts(frame, options.days);
  const models = universeModels(frame, facts, options);
  const table = rankTable(facts, rankMetric(options.metric, facts, models));
  return { table, models, signals: signals(table, { settings: options.settings, needleScores: models.needle }) };
}
