import type { UtcMs } from '../../shared/time.ts';

/** A time for file names: `20181231T143000Z`, to the second. */
export function compactUtc(time: UtcMs): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Reads what `compactUtc` wrote; null for anything else. */
export function parseCompactUtc(text: string): UtcMs | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) as UtcMs;
}
