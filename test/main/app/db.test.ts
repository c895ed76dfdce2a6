import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const bars = 'Date,Open,High,Low,Close,Volume\n2018-02-06,1,2,1,2,100\n2018-02-07,2,3,2,3,100\n';
let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await desk.importText('aapl.csv', bars, { symbol: 'XNAS:AAPL' });
});
afterEach(() => desk.close());
const symbols = async (): Promise<readonly string[]> => (await desk.invoke('symbols.list', {})).symbols.map(({ symbol }) => symbol);

test('R8 a backup is put back while the app runs, everyone hears of it, and what stood there is a backup itself', async () => {
  const backup = await desk.invoke('db.backup', {});
  await desk.importText('msft.csv', bars, { symbol: 'XNAS:MSFT' });
  const heard: AppEvent[] = [];
  desk.app.events.subscribe((event) => heard.push(event));
  await desk.invoke('db.restore', { backup: backup.name });
  expect(await symbols()).toEqual(['XNAS:AAPL']);
  expect(heard.filter(({ type }) => type === 'workspace')).toHaveLength(1);
  const { backups } = await desk.invoke('db.stats', {});
  const replaced = backups.find(({ kind }) => kind === 'before-restore');
  await desk.invoke('db.restore', { backup: replaced?.name ?? '' });
  expect(await symbols()).toEqual(['XNAS:AAPL', 'XNAS:MSFT']);
});

test('D7 a file that is no backup is refused, and the workspace goes on as it was', async () => {
  const path = join(desk.profile, 'not.db');
  writeFileSync(path, bars);
  await expect(desk.invoke('db.restore', { file: desk.app.files.grantRead(path).token })).rejects.toMatchObject({ code: 'store.backupInvalid' });
  await expect(desk.invoke('db.restore', { backup: '../workspace.db' })).rejects.toMatchObject({ code: 'store.backupInvalid' });
  expect(await symbols()).toEqual(['XNAS:AAPL']);
  await desk.importText('msft.csv', bars, { symbol: 'XNAS:MSFT' });
  expect(await symbols()).toEqual(['XNAS:AAPL', 'XNAS:MSFT']);
});

test('D4 a backup is written to a file once, never over another', async () => {
  const path = join(desk.profile, 'mine.db');
  await desk.invoke('db.backup', { file: desk.app.files.grantWrite(path).token });
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([true, false]);
  await expect(desk.invoke('db.backup', { file: desk.app.files.grantWrite(path).token })).rejects.toMatchObject({ code: 'file.exists' });
});

test('a clean-up tells what it would remove and changes nothing until it is meant', async () => {
  await desk.invoke('db.check', {});
  const facts = await desk.invoke('db.stats', {});
  expect(facts.tables).toContainEqual({ table: 'instrument', rows: 1 });
  expect(facts.checkedAt).not.toBeNull();
  expect(await desk.invoke('db.clean', { dryRun: true })).toMatchObject({ dryRun: true, jobRuns: 0, rejections: 0 });
  expect(await desk.invoke('db.clean', { dryRun: false })).toMatchObject({ dryRun: false });
  expect(await symbols()).toEqual(['XNAS:AAPL']);
});
