import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestApp } from './open-test-app.ts';

const old = new Date(Date.UTC(2026, 0, 1));

test('a folder named in the settings is heard of from then on, and its files come in by themselves', async () => {
  const { app, profile, invoke, close } = await openTestApp();
  const path = join(profile, 'incoming');
  mkdirSync(path);
  for (const [name, text] of [['a.csv', 'Symbol,Date,Close\nXNAS:AAA,2026-11-19,11\n'], ['b.csv', 'nothing of use']] as const) {
    writeFileSync(join(path, name), text);
    utimesSync(join(path, name), old, old);
  }
  app.startJobs();
  expect(await invoke('sources.folder', {})).toMatchObject({ path: '', mode: 'off', failures: [] });
  await invoke('settings.set', { key: 'sources.folder.path', value: path });
  await expect.poll(() => invoke('sources.folder', {})).toMatchObject({ path, mode: 'live', failures: [{ file: 'b.csv' }], problem: null });
  expect((await invoke('import.batches', {})).map(({ file }) => file)).toEqual(['folder/a.csv']);
  await expect.poll(() => invoke('jobs.history', { job: 'folder' })).toMatchObject([{ trigger: 'schedule', outcome: 'partial', done: 1, failed: 1 }]);

  await invoke('settings.set', { key: 'sources.folder.path', value: join(profile, 'gone') });
  await expect.poll(() => invoke('sources.folder', {})).toMatchObject({ mode: 'polled', problem: { code: 'file.missing' } });
  await invoke('jobs.pause', { paused: true });
  expect(await invoke('sources.folder', {})).toMatchObject({ mode: 'off' });
  await close();
  rmSync(profile, { recursive: true, force: true });
});
