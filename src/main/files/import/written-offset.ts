import { instantOf } from '../../../shared/calendar/zone-clock.ts';
import { dayMs } from '../../../shared/time.ts';

/** Abbreviations that mean one zone only: CST is Chicago and Shanghai, BST London and Dhaka, IST three countries. */
const hours: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, EST: -5, EDT: -4, PST: -8, PDT: -7, CET: 1, CEST: 2, MSK: 3, HKT: 8, SGT: 8, JST: 9, KST: 9 };

/** Minutes east of UTC that a zone behind a time means (`+08:00`, `UTC-5`, `EST`, `US/Eastern` on that day); null where it is not known. */
export function writtenOffset(zone: string, day: number, ofDay: number): number | null {
  const hour = hours[zone];
  if (hour !== undefined) return hour * 60;
  const [, sign, digits] = /^(?:UTC|GMT)?([+-])(\d{1,2}(?::?\d{2})?)$/.exec(zone) ?? [];
  if (digits !== undefined) {
    const plain = digits.replace(':', '').padStart(2, '0');
    return (sign === '-' ? -1 : 1) * (Number(plain.slice(0, 2)) * 60 + Number(plain.slice(2) || 0));
  }
  if (!zone.includes('/')) return null;
  try {
    return (day * dayMs + ofDay - instantOf(zone, day, Math.floor(ofDay / 60_000)) - (ofDay % 60_000)) / 60_000;
  } catch {
    // Intl knows no such zone.
    return null;
  }
}
