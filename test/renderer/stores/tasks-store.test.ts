import { expect, test } from 'vitest';
import { createTasksStore, taskShare, timeLeftMs } from '../../../src/renderer/stores/tasks-store.ts';
import type { Task, TaskEvent } from '../../../src/shared/contract/tasks.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { createMemoryTransport } from '../../doubles/memory-transport.ts';

const start = 1_000_000 as UtcMs;
const task = (part: Partial<Task>): Task => ({ id: 't1', kind: 'import', subject: 'a.csv', state: 'running', done: 0, total: 100, startedAt: start, endedAt: null, result: null, error: null, ...part });
const event = (id: number, snapshot: Task): { type: 'task'; event: TaskEvent } => ({ type: 'task', event: { id, task: snapshot.id, at: (start + id * 1_000) as UtcMs, type: 'progress', snapshot, code: null, params: {} } });
const openStore = () => createTasksStore(createMemoryTransport({ symbols: [], schedule: () => undefined }));

test('an event that comes late does not undo a newer one', () => {
  const store = openStore();
  store.getState().hear(event(3, task({ done: 30 })));
  store.getState().hear(event(2, task({ done: 20 })));
  expect(store.getState().tasks.get('t1')?.task.done).toBe(30);
});

test('clearing forgets ended tasks only', () => {
  const store = openStore();
  store.getState().hear(event(1, task({ id: 'a', state: 'completed' })));
  store.getState().hear(event(1, task({ id: 'b' })));
  store.getState().clearEnded();
  expect([...store.getState().tasks.keys()]).toEqual(['b']);
});

test('the share of a task is known where its total is', () => {
  expect([task({ done: 25 }), task({ done: 120 }), task({ total: null }), task({ total: 0 })].map(taskShare)).toEqual([0.25, 1, null, null]);
});

test('time left comes from the pace so far, once that means something', () => {
  const seen = (part: Partial<Task>, afterMs: number) => ({ task: task(part), seenAt: (start + afterMs) as UtcMs, event: 1 });
  expect([seen({ done: 25 }, 10_000), seen({ done: 25 }, 1_999), seen({ done: 0.5 }, 10_000), seen({ total: null }, 10_000), seen({ done: 100, state: 'completed' }, 10_000)].map(timeLeftMs)).toEqual([30_000, null, null, null, null]);
});
