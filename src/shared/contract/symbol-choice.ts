import { z } from 'zod';
import { symbolText, text } from './field.ts';

/** Which symbols something is done to: those written, those of a watchlist, or all that have bars. One of the three. */
export const symbolChoice = z
  .strictObject({ symbols: z.array(symbolText).min(1).max(10_000).optional(), watchlist: text(64, 1).optional(), all: z.literal(true).optional() })
  .refine((choice) => Object.values(choice).filter((part) => part !== undefined).length === 1, { error: 'takes one of symbols, watchlist, all' });

export type SymbolChoice = z.output<typeof symbolChoice>;
