import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createCalendar, type Calendar } from '../../shared/calendar/calendar.ts';

const year = z.object({ closed: z.array(z.string()).readonly(), short: z.record(z.string(), z.string()).exactOptional() });
const table = z.object({
  id: z.string(),
  mics: z.array(z.string()).readonly(),
  zone: z.string(),
  weekdays: z.array(z.number()).readonly(),
  sessions: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  note: z.string(),
  years: z.union([z.literal('all'), z.record(z.string(), year)]),
});

/** The calendar with this id or of this exchange, or null where none is known. */
export type CalendarById = (id: string | null) => Calendar | null;

/** The exchange calendars of `resources/calendars`, read when first asked for. */
export function loadCalendars(resources: string): CalendarById {
  let calendars: ReadonlyMap<string, Calendar> | null = null;
  return (id) => {
    calendars ??= readAll(join(resources, 'calendars'));
    return id === null ? null : (calendars.get(id) ?? null);
  };
}

function readAll(folder: string): ReadonlyMap<string, Calendar> {
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => table.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return new Map(
    tables.flatMap((one) => {
      const calendar = createCalendar(one);
      return [one.id, ...one.mics].map((name) => [name, calendar] as const);
    }),
  );
}
