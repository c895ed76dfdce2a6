/** Where the app's own page lives. */
export const pageAddress = 'app://bundle/';

/** Whether an address is the app's own page. Parsed, never compared by prefix: `app://bundle.evil` and `app://x@bundle` are others. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'app:' && url.host === 'bundle' && url.username === '' && url.password === '';
}
