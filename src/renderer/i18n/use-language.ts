import { useStore } from 'zustand';
import type { Language } from '../../shared/i18n/language.ts';
import { useDesk } from '../desk-context.ts';
import { languageInForce } from '../stores/preferences-store.ts';

/** The language in force, for formats and for names that exist in both. */
export function useLanguage(): Language {
  return useStore(useDesk().preferences, languageInForce);
}
