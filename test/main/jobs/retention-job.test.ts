import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayMs, type UtcMs } from '../../../src/shared/time.ts';
import type { JobContext, JobResult } from '../../../src/main/jobs/job.ts';
import { retentionJob } from '../../../src/main/jobs/retention-job.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { temporaryProfile } from '../store/store-fixture.ts';

const now = Date.UTC(2026, 10, 20) as UtcMs;
const daysAgo = (days: number): UtcMs => (now - days * dayMs) as UtcMs;
let profile: ReturnType<typeof temporaryProfile>;
let store: Store;

beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread(now);
  const state = { job: 'sweep', enabled: true, schedule: null, scope: null, memory: { slot: null, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 0 } as const;
  for (const at of [...Array.from({ length: 3 }, () => daysAgo(40)), ...Array.from({ length: 50 }, () => daysAgo(1))]) {
    await store.write.saveJobRun({ job: 'sweep', trigger: 'schedule', startedAt: at, endedAt: at, outcome: 'done', done: 1, failed: 0, missed: 0, error: null, failures: [] }, state);
  }
  const batch = await store.write.beginImport('a.csv', 'csv', daysAgo(40));
  await store.write.writeChunk(batch, { series: [], actions: [], rejections: [{ line: 1, rule: 'columns', text: 'x' }] }, daysAgo(40));
});
afterEach(() => profile.dispose());

const run = (keptDays: number, at = now, trigger: JobContext['trigger'] = 'schedule'): Promise<JobResult> => retentionJob(store, () => keptDays, 'UTC').run({ now: at, trigger } as JobContext);

test('what is older than the settings keep it is removed and counted, and nothing else', async () => {
  expect(await run(41)).toBeNull();
  expect(await run(30)).toEqual({ done: 4, failures: [] });
  expect([store.read.jobRuns(null, 0, 100).length, store.read.rejections(1, 0, 10).length]).toEqual([50, 0]);
  expect([await run(30), await run(30, now, 'user')]).toEqual([null, { done: 0, failures: [] }]);
});

test('T5 a clock that ran far ahead removes nothing', async () => {
  expect(await run(30, (now + 400 * dayMs) as UtcMs)).toBeNull();
  expect(store.read.jobRuns(null, 0, 100).length).toBe(53);
});
