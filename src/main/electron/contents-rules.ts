import { isOwnPage } from './page-address.ts';

const maxLinkLength = 2_048;

/**
 * Permissions the page has: writing text to the clipboard, which copying a table needs. Everything else (camera, location,
 * notifications, USB, …) the app does not use, so it is denied.
 */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export function isPermissionAllowed(permission: string, origin: string): boolean {
  return allowedPermissions.has(permission) && isOwnPage(origin);
}

/** Whether a frame may go to an address: only within the app's own page. */
export function isNavigationAllowed(address: string): boolean {
  return isOwnPage(address);
}

/**
 * Whether a link may be offered to the user's browser (the user is asked each time). Other schemes start programs, credentials in an
 * address deceive, and very long addresses have overrun system handlers.
 */
export function isLinkAllowed(address: string): boolean {
  if (address.length > maxLinkLength) return false;
  const url = URL.parse(address);
  return url !== null && url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '';
}
