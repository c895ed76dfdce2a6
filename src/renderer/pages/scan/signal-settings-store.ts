import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { MethodCaller } from '../../../shared/contract/method-caller.ts';
import { signalSettings } from '../../../shared/contract/signals.ts';
import { signalSettingKey } from '../../../shared/preferences.ts';

export type SignalSettings = NonNullable<MethodInput<'signals.list'>['settings']>;

export interface SignalSettingsState {
  /** What differs from the usual values. */
  readonly settings: SignalSettings;
  load(): Promise<void>;
  /** Takes effect at once and is then kept. */
  change(part: SignalSettings): Promise<void>;
  reset(): Promise<void>;
}

export type SignalSettingsStore = StoreApi<SignalSettingsState>;

/** The user's own weights and thresholds of the signals. */
export function createSignalSettingsStore(caller: MethodCaller): SignalSettingsStore {
  return createStore<SignalSettingsState>()((set, get) => ({
    settings: {},
    load: async () => {
      const found = (await caller.invoke('settings.list', {})).find(({ key }) => key === signalSettingKey)?.value;
      if (typeof found === 'string' && found !== '') set({ settings: parseSignalSettings(found) });
    },
    change: async (part) => {
      set({ settings: { ...get().settings, ...part } });
      await caller.invoke('settings.set', { key: signalSettingKey, value: JSON.stringify(get().settings) });
    },
    reset: async () => {
      set({ settings: {} });
      await caller.invoke('settings.set', { key: signalSettingKey, value: '{}' });
    },
  }));
}

/** Reads what was kept; what does not fit is dropped, since usual weights are better than none. */
export function parseSignalSettings(text: string): SignalSettings {
  try {
    const { success, data } = signalSettings.safeParse(JSON.parse(text));
    return success ? data : {};
  } catch {
    return {};
  }
}
