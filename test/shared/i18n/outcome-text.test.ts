import { expect, test } from 'vitest';
import { outcomeText } from '../../../src/shared/i18n/outcome-text.ts';
import { networkErrors } from '../../../src/shared/errors/network.ts';

test('every way in which a request can fail has words in both languages; a code that is not known stays itself', () => {
  const wordless = Object.keys(networkErrors).filter((code) => outcomeText(code, 'en') === code || outcomeText(code, 'zh') === code);
  expect([wordless, outcomeText('ok', 'zh'), outcomeText('news.shape', 'en')]).toEqual([[], '成功', 'news.shape']);
});
