import { expect, test } from 'vitest';
import { createEnvironmentProxy } from '../../../src/main/node/environment-proxy.ts';

const url = (host: string): URL => new URL(`https://${host}/`);

test('the environment names the proxy and the hosts that go without', async () => {
  const proxyFor = createEnvironmentProxy({ https_proxy: 'http://proxy:3128', NO_PROXY: 'example.org, .internal.net' });
  expect(await proxyFor(url('a.com'))).toBe('http://proxy:3128');
  expect(await proxyFor(url('www.example.org'))).toBeNull();
  expect(await proxyFor(url('a.internal.net'))).toBeNull();
});

test('no proxy, or one that is no address, means a direct connection', async () => {
  expect(await createEnvironmentProxy({})(url('a.com'))).toBeNull();
  expect(await createEnvironmentProxy({ HTTPS_PROXY: 'none' })(url('a.com'))).toBeNull();
});
