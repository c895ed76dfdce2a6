import { z } from 'zod';
import { frequencies } from '../frequency.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, whole } from './field.ts';
import type { MetricRecord } from './universe-figures.ts';
import type { LevelsAnswer, PositionAnswer, RiskAnswer, ScenarioAnswer, ScoreAnswer } from './model-figures.ts';
import { universeScope } from './universe-scope.ts';

/** The symbol, and the last day that is seen. */
const symbolAsOf = { symbol: symbolText, freq: z.enum(frequencies).optional(), asOf: isoDate.optional() };

/** The models of one symbol on its last closed bar. */
export const modelsMethods = {
  'models.score': defineMethod<ScoreAnswer>()(z.strictObject(symbolAsOf)),
  'models.risk': defineMethod<RiskAnswer>()(z.strictObject(symbolAsOf)),
  'models.levels': defineMethod<LevelsAnswer>()(z.strictObject(symbolAsOf)),
  'models.scenario': defineMethod<ScenarioAnswer>()(
    z.strictObject({ ...symbolAsOf, horizon: whole(1, 250).default(60), paths: whole(100, 5_000).default(2_000) }),
  ),
  'models.position': defineMethod<PositionAnswer>()(
    z.strictObject({
      ...symbolAsOf,
      /** Loss accepted on the trade, percent of capital. */
      riskPercent: z.number().positive().max(100).default(2),
      /** Distance of the stop from the entry, percent of the price. */
      stopPercent: z.number().positive().max(100).default(5),
      /** Price of an open position, for the rules of discipline. */
      entryPrice: z.number().positive().optional(),
      /** Profits of the trades closed before, oldest first. */
      closedProfits: z.array(z.number()).max(1_000).default([]),
    }),
  ),
  /** What came after each tenth of the score or the risk, measured over the universe; null where there is too little history. */
  'models.record': defineMethod<{ readonly record: MetricRecord | null }>()(z.strictObject({ ...universeScope, metric: z.enum(['score', 'risk']).default('score') })),
};
