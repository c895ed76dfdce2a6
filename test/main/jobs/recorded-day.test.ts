import { expect, test } from 'vitest';
import type { JobSchedule } from '../../../src/shared/contract/jobs.ts';
import { formatUtc } from '../../../src/shared/time.ts';
import { exchange, jobsBench, utc } from './jobs-bench.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const tickMs = minuteMs;
const every = (minutes: number, marketHours = false): JobSchedule => ({ type: 'every', everyMs: minutes * minuteMs, marketHours });
const watched = { type: 'watched' } as const;

/** Every so many minutes from one time up to, but not at, another. */
function times(minutes: number, from: string, to: string): string[] {
  const found: string[] = [];
  for (let time = utc(from) as number; time < utc(to); time += minutes * minuteMs) found.push(formatUtc(time as ReturnType<typeof utc>));
  return found;
}

/**
 * Friday 6 to Monday 9 March 2026: Shanghai opens, breaks for lunch and closes; New York does so in winter time on Friday and in summer time on
 * Monday, for its clocks went forward on the Sunday between. On Friday afternoon in New York the machine sleeps for three hours.
 */
test('T3 T4 T6 over two trading days, a sleep and a change of clocks each job runs exactly when it should', async () => {
  const bench = jobsBench({
    now: '2026-03-06T00:00:00Z',
    calendars: [exchange('XSHG'), exchange('XNYS')],
    definitions: [
      { name: 'quotes', schedule: every(5, true), scope: watched },
      { name: 'bars', schedule: { type: 'afterClose', delayMs: 20 * minuteMs }, scope: { type: 'all' } },
      { name: 'hama', schedule: every(5), scope: watched },
      { name: 'news', schedule: every(10), scope: null },
      // New York's midnight, and an hour that its clocks leave out on 8 March.
      { name: 'precache', schedule: { type: 'daily', minutes: 0, zone: 'America/New_York' }, scope: watched },
      { name: 'backup', schedule: { type: 'daily', minutes: 150, zone: 'America/New_York' }, scope: null },
      { name: 'retention', schedule: { type: 'daily', minutes: 240, zone: 'Asia/Shanghai' }, scope: null },
    ],
  });
  const pass = async (until: string): Promise<void> => {
    while (bench.clock.now() < utc(until)) {
      bench.clock.advance(tickMs);
      bench.scheduler.runDue();
      await bench.scheduler.settled();
    }
  };
  bench.scheduler.start();
  await bench.scheduler.settled();
  await pass('2026-03-06T16:00:00Z');
  bench.power.suspend();
  bench.clock.advance(3 * hourMs);
  bench.power.resume();
  await pass('2026-03-10T00:00:00Z');
  const ran = (name: string): string[] => bench.ran.filter((run) => run.startsWith(`${name} `)).map((run) => run.slice(name.length + 1));

  // Woken at 19:00:00, what was missed waits half of twenty seconds and runs at the next look.
  const woken = '2026-03-06T19:01:00Z';
  expect(ran('quotes')).toEqual([
    ...times(5, '2026-03-06T01:30:00Z', '2026-03-06T03:30:00Z'), ...times(5, '2026-03-06T05:00:00Z', '2026-03-06T07:00:00Z'),
    ...times(5, '2026-03-06T14:30:00Z', '2026-03-06T16:05:00Z'), woken, ...times(5, '2026-03-06T19:05:00Z', '2026-03-06T21:00:00Z'),
    ...times(5, '2026-03-09T01:30:00Z', '2026-03-09T03:30:00Z'), ...times(5, '2026-03-09T05:00:00Z', '2026-03-09T07:00:00Z'),
    ...times(5, '2026-03-09T13:30:00Z', '2026-03-09T20:00:00Z'),
  ]);
  expect(ran('bars')).toEqual(['2026-03-06T07:20:00Z', '2026-03-06T21:20:00Z', '2026-03-09T07:20:00Z', '2026-03-09T20:20:00Z']);
  expect(bench.contexts.filter(({ sessions }) => sessions.length > 0).map(({ sessions }) => sessions.map(({ calendar }) => calendar.id))).toEqual([['XSHG'], ['XNYS'], ['XSHG'], ['XNYS']]);
  expect(ran('hama')).toEqual([...times(5, '2026-03-06T00:00:00Z', '2026-03-06T16:05:00Z'), woken, ...times(5, '2026-03-06T19:05:00Z', '2026-03-10T00:05:00Z')]);
  expect(ran('news')).toEqual([...times(10, '2026-03-06T00:00:00Z', '2026-03-06T16:10:00Z'), woken, ...times(10, '2026-03-06T19:10:00Z', '2026-03-10T00:10:00Z')]);
  expect(ran('precache')).toEqual(['2026-03-06T05:00:00Z', '2026-03-07T05:00:00Z', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z']);
  expect(ran('backup')).toEqual(['2026-03-06T07:30:00Z', '2026-03-07T07:30:00Z', '2026-03-08T07:00:00Z', '2026-03-09T06:30:00Z']);
  expect(ran('retention')).toEqual(['2026-03-06T20:00:00Z', '2026-03-07T20:00:00Z', '2026-03-08T20:00:00Z', '2026-03-09T20:00:00Z']);
  expect(bench.store.runs.filter(({ missed }) => missed > 0).map(({ job, missed }) => [job, missed])).toEqual([['quotes', 35], ['hama', 35], ['news', 17]]);
});
