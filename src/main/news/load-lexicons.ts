import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createLexicon, type Lexicon, type LexiconTable } from '../../analysis/sentiment/lexicon.ts';

const table = z.strictObject({
  language: z.enum(['zh', 'en']),
  terms: z.record(z.enum(['2', '1', '-1', '-2']), z.array(z.string().min(1)).readonly()),
  negations: z.array(z.string().min(1)).readonly(),
  degrees: z.record(z.string(), z.number().positive()),
}) satisfies z.ZodType<LexiconTable>;

/** The word lists of `resources/sentiment`, one a language. */
export function loadLexicons(resources: string): readonly Lexicon[] {
  return ['zh', 'en'].map((language) => createLexicon(table.parse(JSON.parse(readFileSync(join(resources, 'sentiment', `${language}.json`), 'utf8')))));
}
