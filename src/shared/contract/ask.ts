import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text } from './field.ts';
import type { DataHeader } from './model-figures.ts';

export interface AskAnswer extends DataHeader {
  /** Which of the six questions was understood: `modelText('question.…')`. */
  readonly question: string;
  /** One sentence each: `modelText(code, language, figures)`. */
  readonly statements: readonly {
    readonly code: string;
    readonly figures: Readonly<Record<string, number | null | { readonly code: string } | { readonly text: string }>>;
  }[];
}

export const askMethods = {
  'ask.answer': defineMethod<AskAnswer>()(
    z.strictObject({
      symbol: symbolText,
      /** One of the six by its name (`support`, `technical`, `fundamental`, `flow`, `events`, `overall`), or in words of either language. */
      question: text(500, 1),
      asOf: isoDate.optional(),
    }),
  ),
};
