import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

test('T7 the shipped calendars load and know a holiday', () => {
  const calendarById = loadCalendars(resources);
  const christmas = parseTradingDate('2017-12-25') as TradingDate;
  expect(['XNYS', 'XSHG', 'XHKG', 'XLON'].map((id) => calendarById(id)?.isSession(christmas))).toEqual([false, true, false, false]);
});

test('an instrument without a known calendar has none', () => {
  expect([loadCalendars(resources)(null), loadCalendars(resources)('NOWHERE')]).toEqual([null, null]);
});
