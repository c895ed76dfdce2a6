import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../../shared/contract/method-caller.ts';
import { chartSettingKey } from '../../../shared/preferences.ts';
import { parseChartSettings, startSettings, type ChartSettings } from './chart-settings.ts';

export interface ChartSettingsState {
  readonly settings: ChartSettings;
  load(): Promise<void>;
  /** Takes effect at once and is then kept. */
  change(part: Partial<ChartSettings>): Promise<void>;
}

export type ChartSettingsStore = StoreApi<ChartSettingsState>;

export function createChartSettingsStore(caller: MethodCaller): ChartSettingsStore {
  return createStore<ChartSettingsState>()((set, get) => ({
    settings: startSettings,
    load: async () => {
      const found = (await caller.invoke('settings.list', {})).find(({ key }) => key === chartSettingKey)?.value;
      if (typeof found === 'string' && found !== '') set({ settings: parseChartSettings(found) });
    },
    change: async (part) => {
      set({ settings: { ...get().settings, ...part } });
      await caller.invoke('settings.set', { key: chartSettingKey, value: JSON.stringify(get().settings) });
    },
  }));
}
