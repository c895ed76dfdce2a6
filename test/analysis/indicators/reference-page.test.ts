import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referencePage } from './reference-page.ts';

const docs = join(import.meta.dirname, '../../../docs');

test('the reference pages of the documents are those of the registry', async () => {
  await expect(referencePage('en')).toMatchFileSnapshot(join(docs, 'indicators.md'));
  await expect(referencePage('zh')).toMatchFileSnapshot(join(docs, 'indicators.zh-CN.md'));
});
