import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { languageOf, type Language } from '../../shared/i18n/language.ts';
import { preferenceChoices, type Preference, type PreferenceKey, type Preferences } from '../../shared/preferences.ts';
import { errorReplyOf } from './error-reply.ts';

/** What the system says about itself. */
export interface SystemLook {
  readonly locale: string;
  readonly dark: boolean;
}

export interface PreferencesState {
  readonly values: Preferences;
  readonly system: SystemLook;
  /** Why the last change was not kept. */
  readonly error: ErrorReply | null;
  /** Reads the settings in force. */
  load(): Promise<void>;
  /** Takes effect at once and is then kept; taken back if that fails. */
  set<K extends PreferenceKey>(key: K, value: Preference<K>): Promise<void>;
  setSystem(system: SystemLook): void;
}

export type PreferencesStore = StoreApi<PreferencesState>;

const defaults: Preferences = { 'ui.language': 'system', 'ui.theme': 'system', 'ui.direction': 'green-up', 'ui.density': 'normal' };

export function createPreferencesStore(caller: MethodCaller, system: SystemLook): PreferencesStore {
  return createStore<PreferencesState>()((set, get) => ({
    values: defaults,
    system,
    error: null,
    load: async () => {
      const settings = await caller.invoke('settings.list', {});
      const found = Object.fromEntries(settings.filter(({ key, value }) => isPreference(key, value)).map(({ key, value }) => [key, value]));
      set({ values: { ...get().values, ...found } });
    },
    set: async (key, value) => {
      const before = get().values[key];
      set({ values: { ...get().values, [key]: value }, error: null });
      try {
        await caller.invoke('settings.set', { key, value });
      } catch (thrown) {
        set({ values: { ...get().values, [key]: before }, error: errorReplyOf(thrown) });
      }
    },
    setSystem: (look) => set({ system: look }),
  }));
}

export function languageInForce({ values, system }: Pick<PreferencesState, 'values' | 'system'>): Language {
  const chosen = values['ui.language'];
  return chosen === 'system' ? languageOf(system.locale) : chosen;
}

export function themeInForce({ values, system }: Pick<PreferencesState, 'values' | 'system'>): 'light' | 'dark' {
  const chosen = values['ui.theme'];
  if (chosen !== 'system') return chosen;
  return system.dark ? 'dark' : 'light';
}

function isPreference(key: string, value: unknown): boolean {
  const choices: readonly unknown[] | undefined = Object.hasOwn(preferenceChoices, key) ? preferenceChoices[key as PreferenceKey] : undefined;
  return choices?.includes(value) ?? false;
}
