import { createCalendar } from '../../../src/shared/calendar/calendar.ts';
import { Cache } from '../../../src/main/cache/cache.ts';
import { guardedLevel } from '../../../src/main/cache/guarded-level.ts';
import { memoryLevel } from '../../../src/main/cache/memory-level.ts';
import { timesUnder } from '../../../src/main/cache/times-under.ts';
import type { CalendarById } from '../../../src/main/calendars/load-calendars.ts';
import { openSources } from '../../../src/main/providers/sources.ts';
import { createSessionSecrets } from '../../../src/main/node/session-secrets.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';
import { cannedHttp } from '../../doubles/canned-http.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { barsAt, chunkOf, dailyPart, importChunk } from '../store/store-fixture.ts';

/** Monday to Friday, 09:30 to 15:00 in Shanghai. */
const week = createCalendar({ id: 'XSHG', mics: ['XSHG'], zone: 'Asia/Shanghai', weekdays: [1, 2, 3, 4, 5], sessions: [['09:30', '15:00']], note: '', years: 'all' });

export const shanghai = { mic: 'XSHG', currency: 'CNY', zone: 'Asia/Shanghai', calendar: 'XSHG' };

/** Brings shares of Shanghai into the store, each with a bar of one day. */
export async function importShares(store: Store, codes: readonly string[], day: string): Promise<void> {
  await importChunk(store, chunkOf(...codes.map((code) => dailyPart(code, barsAt([tradingDateOf(day)]), shanghai))));
}

/** A cache and all sources over answers from memory, at a moment; null is an answer that never comes. */
export function companyBench(at: string, answer: (url: URL) => unknown) {
  const [clock, log] = [new ManualClock(Date.parse(at) as UtcMs), new MemoryLog()];
  const { http, asked } = cannedHttp((url) => {
    const body = answer(url);
    return body === null ? { body: 'busy', status: 503, type: 'text/plain' } : { body: JSON.stringify(body) };
  });
  const cache = new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: 1_000, bytes: 10_000_000 }), clock, log }),
    disk: guardedLevel({ name: 'disk', open: null, clock, log }), clock, log, timesOf: timesUnder(300_000),
  });
  const sources = openSources(http, { clock, secrets: createSessionSecrets() }, { flags: new Map(), environment: {}, stored: () => new Map(), profile: new Map() });
  const calendarById: CalendarById = (id) => (id === null ? null : week);
  return { clock, cache, sources, asked, calendarById };
}
