import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { NewsWords } from '../../analysis/news/news-words.ts';

const terms = z.array(z.string().min(1)).readonly();
const words = z.strictObject({
  important: z.strictObject({ zh: terms, en: terms }),
  topics: z.array(z.strictObject({ id: z.string().min(1), zh: z.string().min(1), en: z.string().min(1), terms })).readonly(),
}) satisfies z.ZodType<NewsWords>;

/** The words of `resources/news`. */
export function loadNewsWords(resources: string): NewsWords {
  return words.parse(JSON.parse(readFileSync(join(resources, 'news', 'words.json'), 'utf8')));
}
