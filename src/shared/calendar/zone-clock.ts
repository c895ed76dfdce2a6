import { dayMs, type UtcMs } from '../time.ts';

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What a clock in an IANA zone shows at `time`, as milliseconds since 1970-01-01 00:00 on that clock. */
export function wallClock(zone: string, time: UtcMs): number {
  if (zone === 'UTC') return time;
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatOf(zone).formatToParts(time)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((time % 1000) + 1000) % 1000);
}

/**
 * The instant at which a clock in the zone shows `minutes` after midnight of day `date` (days since 1970; minutes may leave 0–1440).
 * A time that occurs twice when clocks go back means the first; one that is skipped when they go forward means the first instant after.
 */
export function instantOf(zone: string, date: number, minutes: number): UtcMs {
  const wall = date * dayMs + minutes * minuteMs;
  if (zone === 'UTC') return wall as UtcMs;
  // The offsets a day before and after bracket any change; the larger one gives the earlier instant.
  const before = wallClock(zone, (wall - dayMs) as UtcMs) - (wall - dayMs);
  const after = wallClock(zone, (wall + dayMs) as UtcMs) - (wall + dayMs);
  const early = (wall - Math.max(before, after)) as UtcMs;
  if (before === after || wallClock(zone, early) === wall) return early;
  const late = (wall - Math.min(before, after)) as UtcMs;
  return wallClock(zone, late) === wall ? late : firstInstantAfterGap(zone, early, late);
}

function firstInstantAfterGap(zone: string, early: UtcMs, late: UtcMs): UtcMs {
  let [low, high] = [early as number, late as number];
  const offset = wallClock(zone, early) - early;
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (wallClock(zone, middle as UtcMs) - middle === offset) low = middle;
    else high = middle;
  }
  return high as UtcMs;
}
