import { expect, test } from 'vitest';
import { joinWords } from '../../../src/shared/i18n/join-words.ts';

test('words are joined by the mark of their language', () => {
  expect([joinWords(['热榜', '跳升'], 'zh'), joinWords(['hot', 'jump'], 'en'), joinWords([], 'zh')]).toEqual(['热榜、跳升', 'hot, jump', '']);
});
