import { dayMs } from '../../shared/time.ts';

const hourMs = 3_600_000;

/** Turns UTC times into the wall clock of a zone, as milliseconds that read right when printed as UTC. */
export type ZoneClock = (utcMs: number) => number;

/**
 * A clock for an IANA zone; one that is not known to this browser reads as UTC. Offsets are looked up once an hour of data, as the
 * lookup is slow and no zone has ever shifted within one.
 */
export function zoneClock(zone: string): ZoneClock {
  const format = zoneFormat(zone);
  if (format === null) return (utcMs) => utcMs;
  const offsets = new Map<number, number>();
  return (utcMs) => {
    const hour = Math.floor(utcMs / hourMs);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      offset = wallClock(format, hour * hourMs) - hour * hourMs;
      offsets.set(hour, offset);
    }
    return utcMs + offset;
  };
}

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wallClock(format: Intl.DateTimeFormat, utcMs: number): number {
  const field: Record<string, number> = {};
  for (const part of format.formatToParts(utcMs)) field[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The clock of a series: trading dates are days already, intraday times are read in the instrument's zone. */
export function seriesClock(intraday: boolean, zone: string): ZoneClock {
  return intraday ? zoneClock(zone) : (days) => days * dayMs;
}
