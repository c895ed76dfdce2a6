import { z } from 'zod';
import { frequencies } from '../frequency.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text } from './field.ts';

export const analysisParts = ['indicators', 'hama', 'chan', 'score', 'risk', 'scenario', 'levels', 'fundamentals', 'flow', 'differs', 'all'] as const;
export type AnalysisPart = (typeof analysisParts)[number];

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
      /** indicators: `golden`, `common`, `all` or a list such as `rsi,macd@tongdaxin,sma(period=5)`. hama: a preset. differs: such a list. */
      set: text(1_000).optional(),
      /** chan: options by their names in the reference, as the JSON text of one object. */
      config: text(20_000).optional(),
      /** chan: also what stood after each bar. */
      step: z.boolean().default(false),
    }),
  ),
};
