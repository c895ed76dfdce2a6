import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadLexicons } from '../../../src/main/news/load-lexicons.ts';

test('both shipped word lists load', () => {
  const lexicons = loadLexicons(resolve(import.meta.dirname, '../../../resources'));
  expect(lexicons.map(({ language, weights }) => [language, weights.size > 100])).toEqual([['zh', true], ['en', true]]);
});
