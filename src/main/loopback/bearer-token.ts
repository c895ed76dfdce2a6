import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header carries the token; takes the same time for every wrong one. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  // Digests have one length, so that the comparison tells nothing about the token's.
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
