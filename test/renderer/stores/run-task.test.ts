import { expect, test, vi } from 'vitest';
import { runTask } from '../../../src/renderer/stores/run-task.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { MethodCaller } from '../../../src/shared/contract/method-caller.ts';
import type { TaskEvent } from '../../../src/shared/contract/tasks.ts';
import { ended } from './ended-task.ts';

/** A core that starts task `t1`, whose end the test tells; `early` is told before the id is known. */
function core(early: TaskEvent | null = null) {
  const listeners = new Set<(event: AppEvent) => void>();
  const tell = (event: TaskEvent): void => listeners.forEach((listener) => listener({ type: 'task', event }));
  const caller: MethodCaller = {
    invoke: (async (method: string) => {
      if (method !== 'scan.run') return { asOf: '2024-05-06' };
      if (early !== null) tell(early);
      return { task: 't1' };
    }) as MethodCaller['invoke'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { caller, tell, listeners };
}

test('the answer is fetched when its own task has ended, and nothing is heard after that', async () => {
  const { caller, tell, listeners } = core();
  const started = vi.fn<(task: string) => void>();
  const answer = runTask(caller, 'scan.run', {}, started);
  await expect.poll(() => started).toHaveBeenCalledWith('t1');
  tell(ended('t2', 'failed', { code: 'app.bug', params: {}, message: '' }));
  tell(ended('t1', 'completed'));
  expect([await answer, listeners.size]).toEqual([{ asOf: '2024-05-06' }, 0]);
});

test('a task that ends before its id is known is not missed', async () => {
  const { caller } = core(ended('t1', 'completed'));
  expect(await runTask(caller, 'scan.run', {}, () => undefined)).toEqual({ asOf: '2024-05-06' });
});

test.each([
  ['failed', { code: 'universe.empty', params: {}, message: '' }, 'universe.empty'],
  ['cancelled', null, 'app.cancelled'],
] as const)('a task that is %s has no answer', async (state, error, code) => {
  const { caller } = core(ended('t1', state, error));
  await expect(runTask(caller, 'scan.run', {}, () => undefined)).rejects.toMatchObject({ code });
});
