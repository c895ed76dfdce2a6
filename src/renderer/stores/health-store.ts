import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, Health } from '../../shared/contract/app.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';

export interface HealthState {
  readonly info: AppInfo | null;
  readonly health: Health | null;
  load(): Promise<void>;
}

export type HealthStore = StoreApi<HealthState>;

export function createHealthStore(caller: MethodCaller): HealthStore {
  return createStore<HealthState>()((set) => ({
    info: null,
    health: null,
    load: async () => {
      const [info, health] = await Promise.all([caller.invoke('app.info', {}), caller.invoke('app.health', {})]);
      set({ info, health });
    },
  }));
}
