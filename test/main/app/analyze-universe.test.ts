import { afterEach, expect, test } from 'vitest';
import type { UniverseRows } from '../../../src/shared/contract/analyze.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const dates = ['2024-03-18', '2024-03-19', '2024-03-20', '2024-03-21', '2024-03-22'];
const csv = ['date,symbol,open,high,low,close,volume', ...['QVX', 'ZLM'].flatMap((symbol, at) => dates.map((date, day) => `${date},${symbol},1,9,1,${at + day + 2},10`))].join('\n');
let open: TestApp | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

test('the newest figures of every symbol are the result of a task that tells its progress', async () => {
  open = await openTestApp();
  await open.importText('two.csv', csv, { market: 'US' });
  const { task } = await open.invoke('analyze.universe', { part: 'indicators', set: 'sma(period=5)' });
  const ended = await open.app.taskEnd(task);
  const { figures, rows } = ended.result as UniverseRows;
  expect([ended.state, ended.done, ended.total, figures]).toEqual(['completed', 2, 2, ['sma(period=5)']]);
  expect(rows.map(({ symbol, asOf, values }) => [symbol, asOf, values])).toEqual([['US:QVX', '2024-03-22', [4]], ['US:ZLM', '2024-03-22', [5]]]);
});

test('a task that is cancelled gives no figures', async () => {
  open = await openTestApp();
  await open.importText('two.csv', csv, { market: 'US' });
  const { task } = await open.invoke('analyze.universe', { part: 'chan' });
  await open.invoke('tasks.cancel', { task });
  const ended = await open.app.taskEnd(task);
  expect([ended.state, ended.result]).toEqual(['cancelled', null]);
});
