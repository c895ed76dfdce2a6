import { dayMs } from '../../../shared/time.ts';

/** Minutes east of UTC of a zone at an instant. */
export function zoneOffset(zone: string): (utcMs: number) => number {
  if (zone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (utcMs) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utcMs)) part[type] = Number(value);
    const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    return Math.round((local - Math.floor(utcMs / 1_000) * 1_000) / 60_000);
  };
}

/**
 * Turns wall-clock times of a zone into UTC. Days on which the offset does not change cost one look-up; in the repeated hour of autumn the
 * first pass is taken, in the gap of spring the instant after it.
 */
export function localToUtc(zone: string): (day: number, ofDay: number) => number {
  const offsetAt = zoneOffset(zone);
  let cachedDay = NaN;
  let cachedOffset = 0;
  let steady = false;
  return (day, ofDay) => {
    if (day !== cachedDay) {
      const start = offsetAt(day * dayMs - offsetAt(day * dayMs) * 60_000);
      const end = offsetAt((day + 1) * dayMs - start * 60_000);
      [cachedDay, cachedOffset, steady] = [day, start, start === end];
    }
    const local = day * dayMs + ofDay;
    if (steady) return local - cachedOffset * 60_000;
    const before = local - cachedOffset * 60_000;
    const offset = offsetAt(before);
    if (offset === cachedOffset) return before;
    const after = local - offset * 60_000;
    return offsetAt(after) === offset ? after : before;
  };
}
