import { expect, test } from 'vitest';
import { proposeProfile } from '../../src/main/machine-profile.ts';
import { threadsFor } from '../../src/main/threads-for.ts';
import { machineProfiles } from '../../src/shared/machine-profiles.ts';

const gibibyte = 1024 ** 3;

test('a small profile is proposed for few cores, little memory or a battery, with the reasons', () => {
  expect(proposeProfile({ cores: 8, memoryBytes: 16 * gibibyte, onBattery: false })).toMatchObject({ name: 'normal', because: [] });
  expect(proposeProfile({ cores: 2, memoryBytes: 3.8 * gibibyte, onBattery: null })).toMatchObject({ name: 'small', because: ['cores', 'memory'] });
  expect(proposeProfile({ cores: 8, memoryBytes: 16 * gibibyte, onBattery: true })).toMatchObject({ name: 'small', because: ['battery'] });
});

test('the small profile asks little of the machine', () => {
  expect(machineProfiles.small).toMatchObject({ workers: 2, batch: 20, pollMs: 60_000, cacheEntries: 5_000, quoteMs: 900_000 });
});

test.each([
  ['small', 8, 2],
  ['small', 2, 1],
  ['normal', 1, 1],
  ['normal', 4, 3],
  ['normal', 64, 8],
] as const)('under the %s profile a machine of %d cores computes in %d threads', (name, cores, threads) => {
  expect(threadsFor(machineProfiles[name].workers, cores)).toBe(threads);
});
