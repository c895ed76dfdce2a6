import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarTable } from '../../../src/shared/calendar/calendar-table.ts';
import { createCalendar, type Calendar } from '../../../src/shared/calendar/calendar.ts';

export const calendarIds = ['XNYS', 'XSHG', 'XHKG', 'XLON', '24x7', 'FX'] as const;

export function calendarTable(id: string): CalendarTable {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/calendars/${id}.json`), 'utf8')) as CalendarTable;
}

export function shippedCalendar(id: (typeof calendarIds)[number]): Calendar {
  return createCalendar(calendarTable(id));
}
