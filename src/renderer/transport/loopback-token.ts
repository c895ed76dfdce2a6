/** The parts of a window that hold the key of the loopback host. */
interface TokenPlace {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(state: null, unused: string, url: string): void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const storageKey = 'chartroom.token';

/**
 * Takes the key from the page's address and removes it there, so that it is neither shown, copied nor bookmarked; this tab keeps it
 * for a reload. Null when the page was opened without one.
 */
export function takeLoopbackToken({ location, history, sessionStorage }: TokenPlace): string | null {
  const token = /^#token=([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1];
  if (token === undefined) return sessionStorage.getItem(storageKey);
  sessionStorage.setItem(storageKey, token);
  history.replaceState(null, '', location.pathname);
  return token;
}
