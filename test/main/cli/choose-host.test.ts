import { expect, test } from 'vitest';
import { chooseHost } from '../../../src/main/cli/choose-host.ts';

const desktop = { platform: 'linux', environment: { DISPLAY: ':0' }, hasBinary: () => true, fetchElectron: () => false } as const;

test('with a display and a runtime the desktop window is chosen', () => {
  expect(chooseHost(desktop).host).toBe('desktop');
});

test('without a display the loopback host is chosen and nothing is fetched', () => {
  let fetched = 0;
  const choice = chooseHost({ ...desktop, environment: {}, hasBinary: () => false, fetchElectron: () => (fetched += 1) > 0 });
  expect([choice.host, fetched]).toEqual(['loopback', 0]);
});

test('a missing runtime is fetched once, and the desktop is chosen when that worked', () => {
  let present = false;
  const choice = chooseHost({ ...desktop, hasBinary: () => present, fetchElectron: () => (present = true) });
  expect(choice.host).toBe('desktop');
});

test('a runtime that cannot be fetched leaves the loopback host, and the reason says so', () => {
  const choice = chooseHost({ ...desktop, hasBinary: () => false });
  expect(choice.host).toBe('loopback');
  expect(choice.reason).toContain('could not be fetched');
});

test('Windows and macOS always have a display', () => {
  expect(chooseHost({ ...desktop, platform: 'win32', environment: {} }).host).toBe('desktop');
});
