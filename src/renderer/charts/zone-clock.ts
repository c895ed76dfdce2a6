import { wallClock } from '../../shared/calendar/zone-clock.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';

const hourMs = 3_600_000;

/** Turns a value of a series' time column into wall-clock milliseconds, which read right when printed as UTC. */
export type SeriesClock = (time: number) => number;

/**
 * The clock of a series: trading dates are days already, intraday times are read in the instrument's zone. Offsets are looked up once
 * an hour of data, as the lookup is slow and no zone has ever shifted within one. A zone this browser does not know reads as UTC.
 */
export function seriesClock(intraday: boolean, zone: string): SeriesClock {
  if (!intraday) return (days) => days * dayMs;
  const known = isKnownZone(zone) ? zone : 'UTC';
  const offsets = new Map<number, number>();
  return (time) => {
    const hour = Math.floor(time / hourMs);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      offset = wallClock(known, (hour * hourMs) as UtcMs) - hour * hourMs;
      offsets.set(hour, offset);
    }
    return time + offset;
  };
}

function isKnownZone(zone: string): boolean {
  try {
    wallClock(zone, 0 as UtcMs);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
