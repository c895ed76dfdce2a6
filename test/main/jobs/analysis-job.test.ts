import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobContext } from '../../../src/main/jobs/job.ts';
import { hamaJob } from '../../../src/main/jobs/hama-job.ts';
import { scoreJob } from '../../../src/main/jobs/score-job.ts';
import type { Store } from '../../../src/main/store/store.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, dailyPart, importChunk, range, temporaryProfile } from '../store/store-fixture.ts';

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

const wave = (time: number): number => 100 + 10 * Math.sin(time / 20) + time / 100;
const context = (symbols: readonly string[], trigger: JobContext['trigger'] = 'schedule'): JobContext => ({
  now: 5_000 as UtcMs, symbols: () => symbols, sessions: [], trigger, signal: new AbortController().signal, progress: () => undefined,
});
const days = range(17_000, 17_700);

test('HAMA and score are computed from the store and kept, one a bar', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(days, wave)), dailyPart('BBB', barsAt(days, wave))));
  expect(await hamaJob(store).run(context(['DEMO:AAA', 'DEMO:BBB', 'DEMO:NONE']))).toEqual({ done: 2, failures: [] });
  expect(await scoreJob(store).run(context(['DEMO:AAA']))).toEqual({ done: 1, failures: [] });
  const id = store.read.instrument('DEMO:AAA')?.id ?? 0;
  const kept = store.read.analyses(id, null, 10);
  expect(kept.map(({ kind, asOf, computedAt }) => [kind, asOf, computedAt])).toEqual([['hama', 17_699, 5_000], ['score', 17_699, 5_000]]);
  expect(kept[0]?.figures).toMatchObject({ state: expect.stringMatching(/bullish|bearish|ranging/), deviationPercent: expect.any(Number) });
  expect(kept[1]?.figures).toMatchObject({ score: expect.any(Number), coverage: expect.any(Number), trend: expect.any(Number) });
});

test('without new bars there is nothing to do; a new day is computed and the old one stays', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(days, wave)), dailyPart('BBB', barsAt(days, wave))));
  const job = hamaJob(store);
  await job.run(context(['DEMO:AAA', 'DEMO:BBB']));
  expect(await job.run(context(['DEMO:AAA', 'DEMO:BBB']))).toBeNull();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([17_700], wave))), 2_000);
  expect(await job.run(context(['DEMO:AAA', 'DEMO:BBB']))).toEqual({ done: 1, failures: [] });
  const id = store.read.instrument('DEMO:AAA')?.id ?? 0;
  expect(store.read.analyses(id, 'hama', 10).map(({ asOf }) => asOf)).toEqual([17_700, 17_699]);
});

test('computed again with the same figures nothing is written', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(days, wave))));
  await hamaJob(store).run(context(['DEMO:AAA']));
  const id = store.read.instrument('DEMO:AAA')?.id ?? 0;
  const [record] = store.read.analyses(id, 'hama', 1);
  expect(record === undefined ? null : await store.write.saveAnalyses([{ ...record, computedAt: 9_000 as UtcMs }])).toBe(0);
  expect(store.read.analyses(id, 'hama', 1)[0]?.computedAt).toBe(5_000);
});

test('a series that a model refuses is listed, and the others are done', async () => {
  const shifted = { ...dailyPart('CCC', barsAt(days, wave)), basis: 'forwardAdditive' as const };
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(days, wave)), shifted));
  const result = await scoreJob(store).run(context(['DEMO:CCC', 'DEMO:AAA']));
  expect(result).toMatchObject({ done: 1, failures: [{ subject: 'DEMO:CCC', error: { code: 'model.basis' } }] });
});

test('runs and states are kept', async () => {
  const state = { job: 'hama', enabled: true, schedule: null, scope: { type: 'all' }, memory: { slot: 300_000 as UtcMs, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 2 } as const;
  for (const day of [1, 2, 3, 4]) {
    const at = (day * 86_400_000) as UtcMs;
    await store.write.saveJobRun({ job: 'hama', trigger: 'schedule', startedAt: at, endedAt: at, outcome: 'done', done: day, failed: 0, missed: 0, error: null, failures: [] }, state);
  }
  expect(store.read.jobStates()).toEqual([state]);
  expect(store.read.jobRuns('hama', 0, 2).map(({ done }) => done)).toEqual([4, 3]);
  expect(store.read.lastJobRuns().map(({ done }) => done)).toEqual([4]);
});

test('while no watchlist holds anything everything stored is computed; an empty choice beside one is not', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(days, wave)), dailyPart('BBB', barsAt(days, wave))));
  expect(await hamaJob(store).run(context([]))).toEqual({ done: 2, failures: [] });
  await store.write.saveWatchlist({ id: null, name: 'Mine', group: null, members: [{ symbol: 'DEMO:AAA', tags: [] }] });
  expect(await hamaJob(store).run(context([]))).toBeNull();
});
