import type { MachineProposal } from '../shared/contract/cache.ts';

const gibibyte = 1024 ** 3;

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
