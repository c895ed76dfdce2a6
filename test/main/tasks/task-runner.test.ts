import { expect, test } from 'vitest';
import type { TaskEvent } from '../../../src/shared/contract/tasks.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { TaskRunner } from '../../../src/main/tasks/task-runner.ts';
import { countingToken } from '../../doubles/counting-token.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

function setUp() {
  const clock = new ManualClock();
  const log = new MemoryLog();
  const heard: TaskEvent[] = [];
  const runner = new TaskRunner({ clock, log, randomToken: countingToken(), emit: (event) => heard.push(event) });
  return { clock, log, heard, runner };
}

test('a task ends as completed with what its work returned', async () => {
  const { runner } = setUp();
  const { id } = runner.start('import', 'a.csv', async () => ({ rows: 3 }));
  expect(await runner.finished(id)).toMatchObject({ state: 'completed', result: { rows: 3 }, error: null });
});

test('an AppError ends a task as failed and keeps its code', async () => {
  const { runner } = setUp();
  const { id } = runner.start('import', 'a.csv', async () => {
    throw new AppError('file.token');
  });
  expect((await runner.finished(id)).error?.code).toBe('file.token');
});

test('a bug ends a task as failed, and only the log tells what it was', async () => {
  const { runner, log } = setUp();
  const { id } = runner.start('import', 'a.csv', async () => {
    throw new TypeError('x is not a function');
  });
  expect((await runner.finished(id)).error?.code).toBe('app.bug');
  expect(log.lines).toMatchObject([{ level: 'error', event: 'bug' }]);
});

test('events are numbered from 1 and replayed after a given id', async () => {
  const { clock, runner, heard } = setUp();
  const { id } = runner.start('import', 'a.csv', async (reporter) => {
    for (const done of [1, 2, 3]) {
      clock.advance(100);
      reporter.progress(done, 3);
    }
  });
  await runner.finished(id);
  expect(heard.map((event) => [event.id, event.type])).toEqual([
    [1, 'state'], [2, 'progress'], [3, 'progress'], [4, 'progress'], [5, 'state'],
  ]);
  expect(runner.events(id, 3)).toEqual(heard.slice(3));
});

test('progress that comes too fast is kept in the snapshot but not reported each time', async () => {
  const { runner, heard } = setUp();
  const { id } = runner.start('import', 'a.csv', async (reporter) => {
    for (let done = 1; done <= 500; done += 1) reporter.progress(done, 500);
  });
  expect((await runner.finished(id)).done).toBe(500);
  expect(heard.filter((event) => event.type === 'progress')).toHaveLength(1);
});

test('the ring keeps the newest 1,000 events', async () => {
  const { runner } = setUp();
  const { id } = runner.start('import', 'a.csv', async (reporter) => {
    for (let count = 0; count < 1_200; count += 1) reporter.warn('odd', { count });
  });
  await runner.finished(id);
  const events = runner.events(id, 0);
  expect([events.length, events[0]?.id, events.at(-1)?.id]).toEqual([1_000, 203, 1_202]);
});

test('a cancelled task is told through its signal and ends as cancelled', async () => {
  const { runner } = setUp();
  const { id } = runner.start('import', 'a.csv', async ({ signal }) => {
    await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  });
  runner.cancel(id);
  expect((await runner.finished(id)).state).toBe('cancelled');
});

test('an unknown task is an error that names it', () => {
  const { runner } = setUp();
  expect(() => runner.get('nope')).toThrow(new AppError('task.unknown', { task: 'nope' }));
});
