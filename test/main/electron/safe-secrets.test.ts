import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import type * as Double from '../../doubles/electron.ts';
import type * as SafeSecrets from '../../../src/main/electron/safe-secrets.ts';

type ElectronDouble = typeof Double;

const secret = 'k3y-of-a-provider';
let folder = '';
let file = '';
let log: MemoryLog;
let electron: ElectronDouble;
let openSafeSecrets: typeof SafeSecrets.openSafeSecrets;

beforeEach(async () => {
  vi.resetModules();
  electron = await import('../../doubles/electron.ts');
  ({ openSafeSecrets } = await import('../../../src/main/electron/safe-secrets.ts'));
  folder = mkdtempSync(join(tmpdir(), 'chartroom-secrets-'));
  file = join(folder, 'secrets.json');
  log = new MemoryLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('S16 a secret is kept as ciphertext only, and read back by main', async () => {
  const secrets = await openSafeSecrets(file, 'linux', log);
  await secrets.set('alphavantage', secret);
  expect(secrets.persistent).toBe(true);
  expect(readFileSync(file, 'utf8')).not.toContain(secret);
  const reopened = await openSafeSecrets(file, 'linux', log);
  expect([await reopened.has('alphavantage'), await reopened.reveal('alphavantage'), await reopened.has('toString')]).toEqual([true, secret, false]);
  await reopened.clear('alphavantage');
  expect(await (await openSafeSecrets(file, 'linux', log)).has('alphavantage')).toBe(false);
});

test('S16 without a real key store nothing is written and the secret lasts for the session', async () => {
  const cases: readonly ((desktop: ElectronDouble['desktop']) => void)[] = [
    (desktop) => void (desktop.storageBackend = 'basic_text'),
    (desktop) => void (desktop.storageBackend = 'unknown'),
    (desktop) => void (desktop.encrypts = false),
  ];
  for (const set of cases) {
    set(electron.desktop);
    const secrets = await openSafeSecrets(file, 'linux', log);
    await secrets.set('a', secret);
    expect([secrets.persistent, await secrets.reveal('a'), existsSync(file)]).toEqual([false, secret, false]);
  }
});

test('S16 the Linux store is not asked for elsewhere', async () => {
  electron.desktop.storageBackend = 'unknown';
  expect((await openSafeSecrets(file, 'darwin', log)).persistent).toBe(true);
});

test('S16 a secret whose key is gone counts as missing and is not logged', async () => {
  const secrets = await openSafeSecrets(file, 'darwin', log);
  await secrets.set('a', secret);
  electron.desktop.cannotDecrypt = true;
  expect(await secrets.reveal('a')).toBeNull();
  expect(JSON.stringify(log.lines)).not.toContain(secret);
});

test('S16 a rotated key seals the secret anew', async () => {
  const secrets = await openSafeSecrets(file, 'darwin', log);
  await secrets.set('a', secret);
  rmSync(file);
  electron.desktop.keysRotated = true;
  await secrets.reveal('a');
  expect(existsSync(file)).toBe(true);
});

test('S16 no method of the contract answers a secret', () => {
  expect(Object.keys(contract).filter((name) => /secret.*(get|reveal|read|list)/i.test(name))).toEqual([]);
});
