import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { createDispatch } from '../../../src/main/api/dispatch.ts';
import type { Handlers } from '../../../src/main/api/handlers.ts';
import { countingToken } from '../../doubles/counting-token.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

const caller = { id: 'test' };

function setUp(handlers: Partial<Handlers>) {
  const clock = new ManualClock();
  const log = new MemoryLog();
  const dispatch = createDispatch({ handlers: handlers as Handlers, clock, log, randomToken: countingToken() });
  return { clock, log, dispatch };
}

test('a handler receives the parsed input with its defaults', async () => {
  const inputs: unknown[] = [];
  const { dispatch } = setUp({
    'symbols.resolve': (input) => {
      inputs.push(input);
      return [];
    },
  });
  expect(await dispatch('symbols.resolve', { text: 'aapl' }, caller)).toEqual({ ok: true, value: [] });
  expect(inputs).toEqual([{ text: 'aapl', limit: 20 }]);
});

test('S10 names that are not own properties of the contract are unknown methods', async () => {
  const { dispatch } = setUp({});
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'no.such', ''];
  const codes = await Promise.all(
    names.map(async (name) => {
      const reply = await dispatch(name, {}, caller);
      return reply.ok ? 'ok' : reply.error.code;
    }),
  );
  expect(codes).toEqual(names.map(() => 'app.method'));
});

test('input that does not parse is answered with the field and what is wrong with it', async () => {
  const { dispatch } = setUp({});
  expect(await dispatch('symbols.resolve', { text: 'a', limit: 0 }, caller)).toMatchObject({
    ok: false,
    error: { code: 'app.input', params: { field: 'limit' } },
  });
});

test('an AppError reaches the caller as code and parameters', async () => {
  const { dispatch } = setUp({
    'tasks.get': () => {
      throw new AppError('task.unknown', { task: 'x' });
    },
  });
  expect(await dispatch('tasks.get', { task: 'x' }, caller)).toMatchObject({ ok: false, error: { code: 'task.unknown', params: { task: 'x' } } });
});

test('a bug is answered with a short id, and the log line carries the same id', async () => {
  const { dispatch, log } = setUp({
    'tasks.list': () => {
      throw new TypeError('secret detail');
    },
  });
  const reply = await dispatch('tasks.list', {}, caller);
  expect(reply).toMatchObject({ ok: false, error: { code: 'app.bug' } });
  const id = reply.ok ? '' : reply.error.params['id'];
  expect(log.lines).toMatchObject([{ level: 'error', event: 'bug', facts: { id } }]);
  expect(JSON.stringify(reply)).not.toContain('secret detail');
});

test('a call that takes too long is answered with a time-out', async () => {
  const { dispatch, clock } = setUp({ 'tasks.list': () => new Promise(() => undefined) });
  const reply = dispatch('tasks.list', {}, caller);
  clock.advance(60_000);
  expect(await reply).toMatchObject({ ok: false, error: { code: 'app.timeout' } });
});

test('an answered call leaves no timer behind', async () => {
  const { dispatch, clock } = setUp({ 'tasks.list': () => [] });
  await dispatch('tasks.list', {}, caller);
  expect(clock.pending).toBe(0);
});
