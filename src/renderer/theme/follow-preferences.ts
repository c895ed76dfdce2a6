import type { i18n } from 'i18next';
import { languageInForce, themeInForce, type PreferencesState, type PreferencesStore } from '../stores/preferences-store.ts';

/** Keeps the document in step with the preferences: theme, direction colours, density, language. Returns its undo. */
export function followPreferences(preferences: PreferencesStore, texts: i18n, root: HTMLElement): () => void {
  const apply = (state: PreferencesState): void => {
    const language = languageInForce(state);
    root.dataset.theme = themeInForce(state);
    root.dataset.direction = state.values['ui.direction'];
    root.dataset.density = state.values['ui.density'];
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (texts.language !== language) void texts.changeLanguage(language);
  };
  apply(preferences.getState());
  return preferences.subscribe(apply);
}
