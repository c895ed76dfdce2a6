import { findTerms } from './find-terms.ts';

/** What `resources/news/words.json` holds; every term in lower case. */
export interface NewsWords {
  readonly important: Readonly<Record<'zh' | 'en', readonly string[]>>;
  readonly topics: readonly NewsTopic[];
}

interface NewsTopic {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly terms: readonly string[];
}

/** The words for which a text counts as important; none: it does not. */
export function importantWords(text: string, { important }: NewsWords): readonly string[] {
  return findTerms(text, [...important.zh, ...important.en]);
}

/** The ids of the topics a text is about. */
export function topicsOf(text: string, { topics }: NewsWords): readonly string[] {
  return topics.filter(({ terms }) => findTerms(text, terms).length > 0).map(({ id }) => id);
}
