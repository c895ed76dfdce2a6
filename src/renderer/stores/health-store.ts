import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, Health } from '../../shared/contract/app.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { Connection } from '../transport/transport.ts';

export interface HealthState {
  readonly info: AppInfo | null;
  readonly health: Health | null;
  readonly connection: Connection;
  load(): Promise<void>;
  /** Looks at the parts again; a look that is under way is joined. What cannot be asked is not known. */
  look(): Promise<void>;
  setConnection(connection: Connection): void;
}

export type HealthStore = StoreApi<HealthState>;

export function createHealthStore(caller: MethodCaller): HealthStore {
  let looking: Promise<void> | null = null;
  return createStore<HealthState>()((set) => ({
    info: null,
    health: null,
    connection: 'live',
    load: async () => {
      const [info, health] = await Promise.all([caller.invoke('app.info', {}), caller.invoke('app.health', {})]);
      set({ info, health });
    },
    look: () => {
      looking ??= caller
        .invoke('app.health', {})
        .then((health) => set({ health }), () => set({ health: null }))
        .finally(() => {
          looking = null;
        });
      return looking;
    },
    setConnection: (connection) => set({ connection }),
  }));
}
