import type { MachineProfile, MachineProfileName, MachineProposal } from '../shared/contract/cache.ts';

const gibibyte = 1024 ** 3;
const mebibyte = 1024 ** 2;

/** What each profile asks of the machine. */
export const machineProfiles: Readonly<Record<MachineProfileName, MachineProfile>> = {
  normal: { name: 'normal', workers: 4, batch: 50, pollMs: 30_000, cacheEntries: 20_000, cacheBytes: 64 * mebibyte, quoteMs: 300_000 },
  small: { name: 'small', workers: 2, batch: 20, pollMs: 60_000, cacheEntries: 5_000, cacheBytes: 16 * mebibyte, quoteMs: 900_000 },
};

interface Machine {
  readonly cores: number;
  readonly memoryBytes: number;
  /** Null where the host cannot tell. */
  readonly onBattery: boolean | null;
}

/** Proposes a profile; the user decides. Two cores, four gigabytes or a battery speak for the small one. */
export function proposeProfile({ cores, memoryBytes, onBattery }: Machine): MachineProposal {
  const because = [
    ...(cores <= 2 ? (['cores'] as const) : []),
    // A machine sold with 4 GB shows somewhat less.
    ...(memoryBytes <= 4.1 * gibibyte ? (['memory'] as const) : []),
    ...(onBattery === true ? (['battery'] as const) : []),
  ];
  return { name: because.length > 0 ? 'small' : 'normal', because, cores, memoryBytes, onBattery };
}
