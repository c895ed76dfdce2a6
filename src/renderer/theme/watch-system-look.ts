import type { SystemLook } from '../stores/preferences-store.ts';

const darkQuery = '(prefers-color-scheme: dark)';

export function readSystemLook(): SystemLook {
  return { locale: navigator.language, dark: matchMedia(darkQuery).matches };
}

/** Calls back when the system changes its theme or language. Returns its undo. */
export function watchSystemLook(listener: (look: SystemLook) => void): () => void {
  const tell = (): void => listener(readSystemLook());
  const query = matchMedia(darkQuery);
  query.addEventListener('change', tell);
  addEventListener('languagechange', tell);
  return () => {
    query.removeEventListener('change', tell);
    removeEventListener('languagechange', tell);
  };
}
