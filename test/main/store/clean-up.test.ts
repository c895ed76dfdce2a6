import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UtcMs } from '../../../src/shared/time.ts';
import { temporaryProfile } from './store-fixture.ts';

let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

test('a dry run counts what the clean-up removes and takes nothing', async () => {
  const store = await profile.openInThread();
  const state = { job: 'sweep', enabled: true, schedule: null, scope: null, memory: { slot: null, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 0 } as const;
  for (let index = 0; index < 60; index++) {
    const at = index as UtcMs;
    await store.write.saveJobRun({ job: 'sweep', trigger: 'schedule', startedAt: at, endedAt: at, outcome: 'done', done: 1, failed: 0, missed: 0, error: null, failures: [] }, state);
  }
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  await store.write.writeChunk(batch, { series: [], actions: [], rejections: [{ line: 1, rule: 'columns', text: 'x' }] }, 5 as UtcMs);
  const before = 1_000 as UtcMs;
  expect(await store.write.cleanUp(before, true)).toMatchObject({ dryRun: true, jobRuns: 10, rejections: 1 });
  expect([store.read.jobRuns(null, 0, 100).length, store.read.rejections(batch, 0, 10).length]).toEqual([60, 1]);
  expect(await store.write.cleanUp(before, false)).toMatchObject({ dryRun: false, jobRuns: 10, rejections: 1 });
  expect([store.read.jobRuns(null, 0, 100).length, store.read.rejections(batch, 0, 10).length]).toEqual([50, 0]);
});
