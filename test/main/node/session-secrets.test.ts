import { expect, test } from 'vitest';
import { createSessionSecrets } from '../../../src/main/node/session-secrets.ts';

const name = 'sources.alphavantage.key';

test('S16 plain Node keeps secrets for the session, beginning with those of the environment', async () => {
  const secrets = createSessionSecrets({ CHARTROOM_SOURCES_ALPHAVANTAGE_KEY: 'given' });
  expect([secrets.persistent, await secrets.has(name), await secrets.reveal(name), await secrets.has('other')]).toEqual([false, true, 'given', false]);
  await secrets.set(name, 'own');
  expect(await secrets.reveal(name)).toBe('own');
  await secrets.clear(name);
  expect(await secrets.has(name)).toBe(false);
});
