import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { JobSchedule } from '../../../src/shared/contract/jobs.ts';
import type { JobResult } from '../../../src/main/jobs/job.ts';
import { exchange, jobsBench, MemoryJobStore, utc } from './jobs-bench.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = '2026-11-20T10:00:00Z';
const fiveMinutes: JobSchedule = { type: 'every', everyMs: 5 * minuteMs, marketHours: false };
const hama = { name: 'hama', schedule: fiveMinutes, scope: { type: 'watched' } } as const;
const failed: JobResult = { done: 0, failures: [{ subject: 'A', error: new AppError('jobs.bug', { job: 'hama' }).toReply() }] };

/** A run that ends when the test says so. */
function held(): { readonly run: () => Promise<JobResult>; release(result?: JobResult): void; readonly started: () => number } {
  let started = 0;
  let release = (_result: JobResult): void => undefined;
  return {
    run: () => {
      started += 1;
      return new Promise<JobResult>((resolve) => (release = resolve));
    },
    release: (result = { done: 1, failures: [] }) => release(result),
    started: () => started,
  };
}

describe('running', () => {
  test('a job runs at its turns and keeps each run with its duration and outcome', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.scheduler.start();
    await bench.pass(10 * minuteMs);
    expect(bench.ran).toEqual(['hama 2026-11-20T10:00:00Z', 'hama 2026-11-20T10:05:00Z', 'hama 2026-11-20T10:10:00Z']);
    expect(bench.store.runs[2]).toMatchObject({ job: 'hama', trigger: 'schedule', outcome: 'done', done: 1, failed: 0, missed: 0, startedAt: utc('2026-11-20T10:10:00Z') });
    expect(bench.scheduler.board().jobs[0]).toMatchObject({ nextAt: utc('2026-11-20T10:15:00Z'), lastSuccessAt: utc('2026-11-20T10:10:00Z'), attempts: 0 });
  });

  test('T8 a job never runs beside itself: a tick passes, and whoever runs it now joins', async () => {
    const work = held();
    const bench = jobsBench({ definitions: [{ ...hama, run: work.run }], now });
    bench.scheduler.start();
    const first = bench.scheduler.run('hama');
    const second = bench.scheduler.run('hama');
    await Promise.resolve();
    bench.clock.advance(30 * minuteMs);
    bench.scheduler.runDue();
    await Promise.resolve();
    expect([work.started(), bench.scheduler.board().jobs[0]?.running]).toEqual([1, { startedAt: utc(now), done: 0, total: null }]);
    work.release();
    expect(await first).toBe(await second);
    expect(bench.store.runs).toHaveLength(1);
  });

  test('a run that finds nothing to do leaves no trace on disk', async () => {
    const bench = jobsBench({ definitions: [{ ...hama, run: async () => null }], now });
    bench.scheduler.start();
    await bench.pass(60 * minuteMs);
    expect([bench.ran.length, bench.store.saves]).toEqual([13, 0]);
    expect(bench.scheduler.board().jobs[0]).toMatchObject({ last: null, idleAt: utc('2026-11-20T11:00:00Z') });
  });

  test('the symbols are those of the scope, which the user can change', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    await bench.scheduler.run('hama');
    await bench.scheduler.configure('hama', { scope: { type: 'symbols', symbols: ['C'] } });
    await bench.scheduler.run('hama');
    expect(bench.contexts.map((context) => context.symbols())).toEqual([['A', 'B'], ['C']]);
  });

  test('progress is heard by whoever waits and seen on the board', async () => {
    const work = held();
    const bench = jobsBench({ definitions: [{ ...hama, run: (context) => {
      context.progress(3, 10);
      return work.run();
    } }], now });
    const heard: unknown[] = [];
    const run = bench.scheduler.run('hama', (done, total) => heard.push([done, total]));
    await Promise.resolve();
    await Promise.resolve();
    expect([heard, bench.scheduler.board().jobs[0]?.running]).toEqual([[[3, 10]], { startedAt: utc(now), done: 3, total: 10 }]);
    work.release();
    await run;
  });
});

describe('a nudge', () => {
  test('runs a job at once, and once more after the run it came in, however many came', async () => {
    const work = held();
    const bench = jobsBench({ definitions: [{ ...hama, run: work.run }], now });
    bench.scheduler.start();
    await Promise.resolve();
    for (let times = 0; times < 3; times++) bench.scheduler.nudge('hama');
    expect(work.started()).toBe(1);
    work.release();
    await bench.scheduler.settled();
    await Promise.resolve();
    expect(work.started()).toBe(2);
    work.release();
    await bench.scheduler.settled();
    expect(bench.store.runs.map(({ trigger }) => trigger)).toEqual(['schedule', 'schedule']);
    bench.scheduler.nudge('hama');
    await Promise.resolve();
    expect(work.started()).toBe(3);
    work.release();
  });

  test('does not run what is stopped, paused or asleep', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.scheduler.nudge('hama');
    bench.paused = true;
    bench.scheduler.start();
    bench.scheduler.nudge('hama');
    bench.paused = false;
    bench.power.suspend();
    bench.scheduler.nudge('hama');
    await bench.scheduler.setEnabled('hama', false);
    bench.power.resume();
    bench.scheduler.nudge('hama');
    await bench.scheduler.settled();
    expect(bench.ran).toEqual([]);
  });
});

describe('steering', () => {
  test('a stopped job rests, its run is cancelled, and it has missed nothing when it goes on', async () => {
    const bench = jobsBench({ definitions: [{ ...hama, run: ({ signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))) }], now });
    bench.scheduler.start();
    await Promise.resolve();
    await bench.scheduler.setEnabled('hama', false);
    expect(bench.store.runs).toMatchObject([{ outcome: 'cancelled' }]);
    await bench.pass(hourMs);
    expect(bench.ran).toHaveLength(1);
    expect((await bench.scheduler.setEnabled('hama', true)).nextAt).toBe(utc('2026-11-20T11:05:00Z'));
  });

  test('pausing holds every job; a run by hand still works', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.paused = true;
    bench.scheduler.start();
    await bench.pass(hourMs);
    expect([bench.ran, bench.scheduler.board()]).toMatchObject([[], { paused: true, jobs: [{ nextAt: null }] }]);
    await bench.scheduler.run('hama');
    expect(bench.store.runs).toMatchObject([{ trigger: 'user' }]);
  });

  test('interval, symbols and rest outlive a restart', async () => {
    const store = new MemoryJobStore();
    const before = jobsBench({ definitions: [hama], now, store });
    await before.scheduler.configure('hama', { everyMs: hourMs, scope: { type: 'all' } });
    await before.scheduler.setEnabled('hama', false);
    const after = jobsBench({ definitions: [hama], now, store });
    expect(after.scheduler.board().jobs[0]).toMatchObject({ enabled: false, schedule: { everyMs: hourMs }, scope: { type: 'all' } });
  });

  test('what a job does not have cannot be set', async () => {
    const bench = jobsBench({ definitions: [hama, { name: 'backup', schedule: { type: 'daily', minutes: 210, zone: 'UTC' }, scope: null }], now });
    await expect(bench.scheduler.configure('backup', { everyMs: hourMs })).rejects.toMatchObject({ code: 'jobs.interval' });
    await expect(bench.scheduler.configure('hama', { minutes: 30 })).rejects.toMatchObject({ code: 'jobs.daily' });
    await expect(bench.scheduler.configure('backup', { scope: { type: 'all' } })).rejects.toMatchObject({ code: 'jobs.scope' });
    await expect(bench.scheduler.run('news')).rejects.toMatchObject({ code: 'jobs.unknown' });
  });
});

describe('T9 failure', () => {
  test('an interval that fails is put off longer each time, up to its cap, and says so', async () => {
    const bench = jobsBench({ definitions: [{ ...hama, schedule: { type: 'every', everyMs: 10_000, marketHours: false }, run: async () => failed }], now });
    bench.scheduler.start();
    await bench.pass(hourMs);
    // Without the pauses there would be 360 tries.
    expect(bench.ran.length).toBeLessThan(20);
    expect(bench.store.runs.at(-1)).toMatchObject({ outcome: 'failed', failed: 1, failures: [{ subject: 'A' }] });
    expect(bench.scheduler.board().jobs[0]?.attempts).toBe(bench.ran.length);
  });

  test('a session that failed is tried again until it is done, and its tries outlive a restart', async () => {
    let broken = true;
    const bars = { name: 'bars', schedule: { type: 'afterClose', delayMs: 20 * minuteMs }, scope: { type: 'all' }, run: async (): Promise<JobResult> => (broken ? failed : { done: 2, failures: [] }) } as const;
    const store = new MemoryJobStore();
    const bench = jobsBench({ definitions: [bars], now: '2026-11-20T07:00:00Z', store, calendars: [exchange('XSHG')] });
    bench.scheduler.start();
    await bench.pass(25 * minuteMs);
    expect(bench.ran.length).toBeGreaterThan(2);
    const attempts = bench.scheduler.board().jobs[0]?.attempts;
    await bench.scheduler.close();
    const later = jobsBench({ definitions: [bars], now: '2026-11-20T07:25:00Z', store, calendars: [exchange('XSHG')] });
    expect(later.scheduler.board().jobs[0]?.attempts).toBe(attempts);
    broken = false;
    later.scheduler.start();
    await later.pass(24 * hourMs);
    expect(later.store.runs.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
  });

  test('of a session that failed in part the rest is tried twice more', async () => {
    const part: JobResult = { done: 5, failures: failed?.failures ?? [] };
    const bench = jobsBench({ definitions: [{ name: 'bars', schedule: { type: 'afterClose', delayMs: 0 }, scope: { type: 'all' }, run: async () => part }], now: '2026-11-20T06:59:00Z', calendars: [exchange('XSHG')] });
    bench.scheduler.start();
    await bench.pass(12 * hourMs);
    expect(bench.store.runs.map(({ outcome }) => outcome)).toEqual(['partial', 'partial', 'partial']);
  });

  test('a bug in a job is logged and fails that run alone', async () => {
    const bench = jobsBench({ definitions: [{ ...hama, run: async () => Promise.reject(new TypeError('a private detail')) }, { ...hama, name: 'score' }], now });
    bench.scheduler.start();
    await bench.scheduler.settled();
    expect(new Set(bench.store.runs.map(({ job, outcome, error }) => `${job} ${outcome} ${error?.code ?? '–'}`))).toEqual(new Set(['hama failed jobs.bug', 'score done –']));
    expect(JSON.stringify(bench.store.runs)).not.toContain('private');
    expect(bench.log.lines.some(({ event }) => event === 'bug')).toBe(true);
  });

  test('R9 a store that cannot be written holds no job up', async () => {
    const store = new MemoryJobStore();
    store.saveState = () => Promise.reject(new AppError('store.full'));
    const bench = jobsBench({ definitions: [hama], now, store });
    bench.scheduler.start();
    await bench.pass(10 * minuteMs);
    expect(bench.ran).toHaveLength(3);
    expect(bench.log.lines.some(({ event }) => event === 'jobs.save')).toBe(true);
  });
});

describe('sleep and the clock', () => {
  test('T3 the ticker rests while the machine sleeps and looks at once when it wakes', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.scheduler.start();
    await bench.scheduler.settled();
    bench.power.suspend();
    expect(bench.ticking()).toBe(false);
    bench.clock.advance(3 * hourMs);
    bench.power.resume();
    expect(bench.ticking()).toBe(true);
    await bench.pass(minuteMs);
    expect(bench.ran).toEqual(['hama 2026-11-20T10:00:00Z', 'hama 2026-11-20T13:00:10Z']);
    expect(bench.store.runs[1]?.missed).toBe(35);
  });

  test('T3 a sleep that nobody announced is seen by the clock, and the ticker is armed anew', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.scheduler.start();
    await bench.pass(10_000);
    bench.clock.advance(3 * hourMs);
    await bench.pass(minuteMs);
    expect(bench.log.lines.map(({ event }) => event)).toContain('jobs.jump');
    expect(bench.store.runs.map(({ missed }) => missed)).toEqual([0, 35]);
  });

  test('T4 what several jobs missed is spread over some seconds', async () => {
    const names = ['hama', 'score', 'news'] as const;
    const throws = [0.1, 0.6, 0.95];
    let next = 0;
    const bench = jobsBench({ definitions: names.map((name) => ({ ...hama, name })), now, random: () => throws[next++ % throws.length] ?? 0 });
    bench.scheduler.start();
    await bench.scheduler.settled();
    next = 0;
    bench.power.suspend();
    bench.clock.advance(hourMs);
    bench.power.resume();
    await bench.pass(30_000);
    expect(bench.ran.slice(3)).toEqual(['hama 2026-11-20T11:00:10Z', 'score 2026-11-20T11:00:20Z', 'news 2026-11-20T11:00:20Z']);
  });

  test('T5 a clock set back by a day repeats nothing and the next turn is near', async () => {
    const bench = jobsBench({ definitions: [hama], now });
    bench.scheduler.start();
    await bench.scheduler.settled();
    bench.clock.advance(-24 * hourMs);
    await bench.pass(10_000);
    expect(bench.ran).toHaveLength(1);
    expect(bench.scheduler.board().jobs[0]?.nextAt).toBe(utc('2026-11-19T10:05:00Z'));
  });

  test('a run cut off by the end of the app is taken up at the next start', async () => {
    const store = new MemoryJobStore();
    const bars = { name: 'bars', schedule: { type: 'afterClose', delayMs: 0 }, scope: { type: 'all' } } as const;
    const calendars = [exchange('XSHG')];
    const stopped = jobsBench({ definitions: [{ ...bars, run: ({ signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))) }], now: '2026-11-20T06:59:50Z', store, calendars });
    stopped.scheduler.start();
    await stopped.scheduler.settled();
    stopped.clock.advance(10_000);
    stopped.scheduler.runDue();
    await Promise.resolve();
    await stopped.scheduler.close();
    expect(stopped.ran).toHaveLength(1);
    const next = jobsBench({ definitions: [bars], now: '2026-11-20T07:10:00Z', store, calendars });
    next.scheduler.start();
    await next.pass(minuteMs);
    expect(next.ran).toHaveLength(1);
  });
});
