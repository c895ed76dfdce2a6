import type { AppEvent } from '../../shared/contract/event.ts';
import { checkSetting, readSetting, readSettings, type SettingSources } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';

/** Settings as the user sees them: the value in force and where it came from. */
export function settingsHandlers(store: Store, sources: SettingSources, emit: (event: AppEvent) => void): HandlersOf<'settings'> {
  return {
    'settings.list': () => readSettings(sources),
    'settings.set': async ({ key, value }) => {
      checkSetting(key, value);
      await store.write.setSetting(key, value);
      emit({ type: 'settings', keys: [key] });
      return readSetting(key, sources);
    },
    'settings.reset': async ({ key }) => {
      readSetting(key, sources);
      await store.write.resetSetting(key);
      emit({ type: 'settings', keys: [key] });
      return readSetting(key, sources);
    },
  };
}
