import type { Language } from './language.ts';

/** Words of a language one after the other, with its own mark between them: `hot, jump`, `热榜、跳升`. */
export function joinWords(words: readonly string[], language: Language): string {
  return words.join(language === 'zh' ? '、' : ', ');
}
