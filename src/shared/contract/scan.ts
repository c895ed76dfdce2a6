import { z } from 'zod';
import type { BacktestAnswer } from './backtest-figures.ts';
import { defineMethod } from './define-method.ts';
import { detectors, type DetectorAnswer } from './detector-figures.ts';
import { isoDate, symbolText, text, whole } from './field.ts';
import type { RankHistoryAnswer, RanksAnswer } from './rank-figures.ts';
import type { ReadinessAnswer } from './readiness-figures.ts';
import type { ScanAnswer, ScanDiff, ScanRule } from './rule-figures.ts';
import { universeScope } from './universe-scope.ts';

const ruleText = text(4_000, 1);
const ruleName = text(80, 1);

export const scanMethods = {
  /** The whole universe by rank, with the mood of the market and the record of the metric. */
  'scan.ranks': defineMethod<RanksAnswer>()(
    z.strictObject({ ...universeScope, minScore: z.number().min(0).max(100).optional(), limit: whole(1, 20_000).default(500), record: z.boolean().default(false) }),
  ),
  /**
   * One rule by name or text, or every ready and saved rule without either, as a task of kind `scan`. A rule that cannot be read is
   * refused at once.
   */
  'scan.run': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      ...universeScope,
      rule: ruleName.optional(),
      text: ruleText.optional(),
      minScore: z.number().min(0).max(100).optional(),
      /** Keep the runs of named rules where the profile can be written, so that the next one can say what entered and left. */
      keep: z.boolean().default(false),
      /** Compare with the last kept run, else with the session before. */
      diff: z.boolean().default(true),
      /** What came after earlier dates on which the rule held. */
      record: z.boolean().default(false),
    }),
  ),
  /** What a `scan` task found; kept for the newest few. */
  'scan.answer': defineMethod<ScanAnswer>()(z.strictObject({ task: text(64, 1) })),
  /** What entered and left between two dates, as a task of kind `scan`. */
  'scan.diff': defineMethod<{ readonly task: string }>()(z.strictObject({ ...universeScope, rule: ruleName.optional(), text: ruleText.optional(), from: isoDate, to: isoDate.optional() })),
  'scan.diffAnswer': defineMethod<ScanDiff>()(z.strictObject({ task: text(64, 1) })),
  /** One symbol's rank and figures through the last dates. */
  'scan.history': defineMethod<RankHistoryAnswer>()(z.strictObject({ ...universeScope, of: symbolText, period: whole(1, 250).default(60) })),
  'scan.readiness': defineMethod<ReadinessAnswer>()(z.strictObject(universeScope)),
  'scan.rules': defineMethod<readonly ScanRule[]>()(z.strictObject({})),
  'scan.save': defineMethod<ScanRule>()(z.strictObject({ name: ruleName, text: ruleText })),
  'scan.remove': defineMethod<null>()(z.strictObject({ name: ruleName })),
  'scan.detect': defineMethod<DetectorAnswer>()(
    z.strictObject({
      ...universeScope,
      detector: z.enum(detectors),
      /** Sessions looked at. */
      period: whole(2, 60).optional(),
      /** Least rank, places or score, by detector; ranks and places are stated for 5,500 names. */
      threshold: z.number().min(0).max(10_000).optional(),
      /** Half width of the band in deviations. */
      sigma: z.number().positive().max(5).default(1),
      board: z.enum(['all', 'main', 'beijing']).default('all'),
      pattern: z.enum(['any', 'refuel', 'bottom']).default('any'),
      requireBbi: z.boolean().default(true),
      longWindow: z.union([z.literal(10), z.literal(21)]).default(21),
    }),
  ),
  /** A rule played over the past, as a task of kind `backtest`. */
  'scan.backtest': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      ...universeScope,
      rule: ruleName.optional(),
      text: ruleText.optional(),
      /** When to leave; without it when the rule no longer holds. */
      exit: ruleText.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      capital: z.number().positive().max(1e15).default(1_000_000),
      positionPercent: z.number().positive().max(100).default(10),
      maxPositions: whole(1, 1_000).default(10),
      commissionRate: z.number().min(0).max(0.1).default(0.0003),
      commissionMinimum: z.number().min(0).max(1e6).default(0),
      slippageTicks: whole(0, 1_000).default(1),
    }),
  ),
  /** What a `backtest` task came to; kept for the newest few. */
  'scan.backtestAnswer': defineMethod<BacktestAnswer>()(z.strictObject({ task: text(64, 1) })),
};
