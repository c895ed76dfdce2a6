import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import { adjustments } from './bars.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text, whole } from './field.ts';
import type { DataHeader } from './model-figures.ts';

export const analysisParts = ['indicators', 'hama', 'chan', 'score', 'risk', 'scenario', 'levels', 'fundamentals', 'flow', 'resonance', 'differs', 'all'] as const;
export type AnalysisPart = (typeof analysisParts)[number];

/** Columns that indicators may need and bars do not have. */
export const givenColumnNames = ['benchmark', 'floatShares', 'upperLimit', 'session', 'sessionMinutes'] as const;
export type GivenColumnName = (typeof givenColumnNames)[number];

/** Columns aligned with the bars of the series they were asked for; NaN on a bar where a value is not known. */
export interface GivenColumnsReply {
  /** The version of the series. */
  readonly version: number;
  readonly columns: Partial<Readonly<Record<GivenColumnName, Float64Array>>>;
  /** Why a column that was asked for cannot be given. */
  readonly missing: readonly { readonly name: GivenColumnName; readonly error: ErrorReply }[];
  /** The symbol whose closes the benchmark is. */
  readonly benchmark: string | null;
}

/** The newest figures of one symbol; what the part does not give is left out. */
export interface UniverseRow extends DataHeader {
  readonly values?: readonly (number | null)[];
  readonly facts?: unknown;
  readonly error?: ErrorReply;
}

/** The result of an `analyze` task. */
export interface UniverseRows {
  readonly part: 'indicators' | 'chan';
  readonly freq: Frequency;
  /** What `values` are. */
  readonly figures: readonly string[];
  readonly rows: readonly UniverseRow[];
}

/** Plain data, times as ISO text, missing values null; always with `symbol`, `asOf`, `source`, `basis` and `bars`. */
export type AnalysisAnswer = Readonly<Record<string, unknown>>;

export const analyzeMethods = {
  'analyze.symbol': defineMethod<AnalysisAnswer>()(
    z.strictObject({
      symbol: symbolText,
      part: z.enum(analysisParts),
      freq: z.enum(frequencies).optional(),
      /** Nothing later than this day is seen. */
      asOf: isoDate.optional(),
      /** indicators: `golden`, `common`, `all` or a list such as `rsi,macd@tongdaxin,sma(period=5),volume-profile,chip-distribution`. hama: a preset. differs: such a list. */
      set: text(1_000).optional(),
      /** indicators, differs: the symbol that `relative-strength` compares with; an index on the same calendar where left out. */
      benchmark: symbolText.optional(),
      /** chan: options by their names in the reference, as the JSON text of one object. */
      config: text(20_000).optional(),
      /** chan: also what stood after each bar. */
      step: z.boolean().default(false),
      /** chan: also when each element was first seen, became final or vanished. */
      log: z.boolean().optional(),
    }),
  ),
  /** The newest figures of every stored symbol as a task, whose result is `UniverseRows`; nothing else waits for it. */
  'analyze.universe': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      part: z.enum(['indicators', 'chan']),
      freq: z.enum(frequencies).default('1d'),
      /** indicators: `common`, `all` that need nothing but bars, or a list. */
      set: text(1_000).optional(),
      /** chan: options as the JSON text of one object. */
      config: text(20_000).optional(),
    }),
  ),
  /** What indicators on a chart need beside its bars. */
  'analyze.columns': defineMethod<GivenColumnsReply>()(
    z.strictObject({
      symbol: symbolText,
      freq: z.enum(frequencies),
      adjust: z.enum(adjustments).default('none'),
      series: whole(1, 2 ** 31).optional(),
      names: z.array(z.enum(givenColumnNames)).max(givenColumnNames.length),
      benchmark: symbolText.optional(),
    }),
  ),
};
