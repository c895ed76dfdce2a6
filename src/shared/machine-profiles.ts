import type { MachineProfile, MachineProfileName } from './contract/cache.ts';

const mebibyte = 1024 ** 2;

/** What each profile asks of the machine. */
export const machineProfiles: Readonly<Record<MachineProfileName, MachineProfile>> = {
  normal: { name: 'normal', workers: 8, batch: 50, pollMs: 30_000, cacheEntries: 20_000, cacheBytes: 64 * mebibyte, quoteMs: 300_000 },
  small: { name: 'small', workers: 2, batch: 20, pollMs: 60_000, cacheEntries: 5_000, cacheBytes: 16 * mebibyte, quoteMs: 900_000 },
};
