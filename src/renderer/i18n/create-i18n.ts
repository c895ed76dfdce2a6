import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/i18n/language.ts';
import { messageCatalog } from '../../shared/i18n/message-catalog.ts';

/** The texts of both languages, loaded at once: switching needs no request. React escapes, so values are put in as they are. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: textsOf('en') }, zh: { translation: textsOf('zh') } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  });
  return instance;
}

function textsOf(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(messageCatalog).map(([key, texts]) => [key, texts[language]]));
}
