import type { UtcMs } from '../../../shared/time.ts';

const firstMs = 1_000;
const longestMs = 30_000;

/** How long to wait before try number `attempt + 1`: doubling from one second, the upper half of it by chance. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return full / 2 + (random() * full) / 2;
}

/** Reads `Retry-After`, in seconds or as a date, as milliseconds from now; null when it is missing or makes no sense. */
export function retryAfterMs(header: string | null, now: UtcMs): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}
