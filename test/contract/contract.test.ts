import { afterEach, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { AppError } from '../../src/shared/app-error.ts';
import { contract, type MethodName } from '../../src/shared/contract/contract.ts';
import type { AppEvent } from '../../src/shared/contract/event.ts';
import type { MethodCaller } from '../../src/shared/contract/method-caller.ts';
import { visitWireValue } from '../../src/shared/wire-value.ts';
import type { Handlers } from '../../src/main/api/handlers.ts';
import { createIpcTransport } from '../../src/renderer/transport/ipc.ts';
import { EventLog } from '../doubles/event-log.ts';
import { barsReply, createFakeApp, type FakeApp } from '../doubles/fake-app.ts';
import { connectFakeIpc } from '../doubles/fake-ipc.ts';
import { startLoopback } from '../doubles/loopback.ts';
import { createMemoryCaller } from '../doubles/memory-caller.ts';

interface Connected {
  readonly caller: MethodCaller;
  close(): Promise<void>;
}

const transports: readonly (readonly [string, (app: FakeApp) => Promise<Connected>])[] = [
  ['in memory', async (app) => ({ caller: createMemoryCaller(app), close: () => app.close() })],
  ['over IPC', async (app) => ({ caller: createIpcTransport(await connectFakeIpc(app, app.clock, app.log)), close: () => app.close() })],
  ['over HTTP', async (app) => {
    const loopback = await startLoopback(app);
    return { caller: loopback.connect(), close: () => loopback.close() };
  }],
];

/** Any call at all, as a page gone wrong would make it. */
function anyCall(caller: MethodCaller, method: string, input: unknown): Promise<unknown> {
  return (caller.invoke as (method: string, input: unknown) => Promise<unknown>)(method, input);
}

async function failureOf(call: Promise<unknown>): Promise<{ code: string; params: unknown } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, params: error.params };
  }
}

describe.each(transports)('H9 the contract %s', (_name, connect) => {
  let connected: Connected | null = null;
  afterEach(async () => {
    await connected?.close();
    connected = null;
  });

  async function setUp(overrides: Partial<Handlers> = {}): Promise<{ app: FakeApp; caller: MethodCaller }> {
    const app = createFakeApp(overrides);
    connected = await connect(app);
    return { app, caller: connected.caller };
  }

  test('a value arrives as it was answered', async () => {
    const { app, caller } = await setUp();
    expect(await caller.invoke('app.info', {})).toEqual(app.info);
    expect(await caller.invoke('symbols.resolve', { text: 'payh' })).toEqual([{ symbol: 'XSHE:000001', code: '000001', nameEn: null, nameZh: '平安银行' }]);
  });

  test('columns arrive as typed arrays, NaN included', async () => {
    const { caller } = await setUp();
    expect(await caller.invoke('bars.read', { symbol: 'AAPL' })).toStrictEqual(barsReply);
    expect(await caller.invoke('symbols.sparklines', { symbols: ['A', 'B'] })).toStrictEqual([Float64Array.of(1, NaN, 3), new Float64Array(0)]);
  });

  test('D2 what is answered and told is fit for every transport', async () => {
    const { app, caller } = await setUp();
    const events: AppEvent[] = [];
    app.events.subscribe((event) => events.push(event));
    const answers = [await caller.invoke('bars.read', { symbol: 'AAPL' }), await caller.invoke('import.start', { file: 'A'.repeat(43), options: {} })];
    await app.tasks.finished(app.tasks.list()[0]?.id ?? '');
    expect(() => visitWireValue([answers, events], () => undefined)).not.toThrow();
    expect(structuredClone([answers, events])).toEqual([answers, events]);
  });

  test('columns in shared or larger memory arrive as columns of their own', async () => {
    const shared = new Float64Array(new SharedArrayBuffer(16));
    shared.set([1, NaN]);
    const { caller } = await setUp({ 'symbols.sparklines': () => [shared, Float64Array.of(1, 2, 3).subarray(1, 2)] });
    const answer = await caller.invoke('symbols.sparklines', { symbols: [] });
    expect(answer.map((column) => [...column])).toEqual([[1, NaN], [2]]);
  });

  test('D2 an answer that cannot travel arrives as a bug, and is logged', async () => {
    const unfit = [() => 1, 1n, new Map(), NaN, new Date(0)] as never[];
    for (const value of unfit) {
      const { app, caller } = await setUp({ 'symbols.resolve': () => value });
      expect(await failureOf(caller.invoke('symbols.resolve', { text: 'a' }))).toMatchObject({ code: 'app.bug' });
      expect(app.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
      await connected?.close();
    }
  });

  test('an AppError arrives as an AppError with its code and parameters', async () => {
    const { caller } = await setUp();
    expect(await failureOf(caller.invoke('settings.set', { key: 'language', value: 'fr' }))).toEqual({
      code: 'settings.value',
      params: { key: 'language', value: 'fr', allowed: 'en, zh' },
    });
  });

  test('a bug arrives as a short id and nothing of its cause', async () => {
    const { app, caller } = await setUp();
    const failure = await failureOf(caller.invoke('series.list', { symbol: 'AAPL' }));
    expect(failure?.code).toBe('app.bug');
    expect(JSON.stringify(failure)).not.toContain('private');
    expect(app.log.lines.filter((line) => line.event === 'bug')).toHaveLength(1);
  });

  test('S10 unknown methods, names of the prototype among them, are refused by name', async () => {
    const { caller } = await setUp();
    for (const method of ['no.such', '__proto__', 'constructor', 'toString', '']) {
      expect(await failureOf(anyCall(caller, method, {}))).toMatchObject({ code: 'app.method', params: { method } });
    }
  });

  test('D1 input that does not parse never reaches a handler', async () => {
    const { app, caller } = await setUp();
    const names = Object.keys(contract) as MethodName[];
    const bad = names.filter((name) => !contract[name].input.safeParse({ surplus: 1 }).success);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bad), fc.jsonValue(), async (method, junk) => {
        if (contract[method].input.safeParse(junk).success) return;
        expect(await failureOf(anyCall(caller, method, junk))).toMatchObject({ code: 'app.input' });
      }),
      { numRuns: 60 },
    );
    expect(app.handled()).toBe(0);
  });

  test('D1 ill-formed text and non-numbers are refused after the wire as before it', async () => {
    const { caller } = await setUp();
    const inputs: unknown[] = [{ text: 'a\ud800' }, { text: 'a\0' }, { text: 'a', limit: NaN }, { text: 'a', limit: Infinity }, { text: 'a', surplus: 1 }, null, []];
    for (const input of inputs) expect(await failureOf(anyCall(caller, 'symbols.resolve', input))).toMatchObject({ code: 'app.input' });
  });

  test('events reach every listener until it leaves', async () => {
    const { app, caller } = await setUp();
    const [first, second] = [new EventLog<AppEvent>(), new EventLog<AppEvent>()];
    const leave = caller.subscribe(first.listen);
    caller.subscribe(second.listen);
    await caller.invoke('app.info', {});
    app.events.emit({ type: 'data', version: 1, symbols: ['XNAS:AAPL'] });
    app.clock.advance(16);
    expect(await first.reach(1)).toEqual([{ type: 'data', version: 1, symbols: ['XNAS:AAPL'] }]);
    leave();
    app.events.emit({ type: 'settings', keys: ['language'] });
    app.clock.advance(16);
    expect(await second.reach(2)).toMatchObject([{ type: 'data' }, { type: 'settings' }]);
    expect(first.heard).toHaveLength(1);
  });

  test('the steps of a task arrive numbered and in order, and can be replayed after any of them', async () => {
    const { app, caller } = await setUp();
    const heard = new EventLog<AppEvent>();
    caller.subscribe(heard.listen);
    app.work = async (reporter) => {
      reporter.progress(1, 2);
      reporter.warn('late', { line: 2 });
      return { rows: 2 };
    };
    const { task } = await caller.invoke('import.start', { file: 'A'.repeat(43), options: {} });
    await app.tasks.finished(task);
    app.clock.advance(16);
    const events = (await heard.reach(4)).flatMap((event) => (event.type === 'task' ? [event.event] : []));
    expect(events.map(({ id, type }) => [id, type])).toEqual([[1, 'state'], [2, 'progress'], [3, 'warning'], [4, 'state']]);
    expect(events[3]?.snapshot).toMatchObject({ state: 'completed', result: { rows: 2 } });
    expect(await caller.invoke('tasks.events', { task, after: 2 })).toEqual(events.slice(2));
  });

  test('a task can be cancelled and says so', async () => {
    const { app, caller } = await setUp();
    app.work = (reporter) => new Promise((_resolve, reject) => reporter.signal.addEventListener('abort', () => reject(reporter.signal.reason)));
    const { task } = await caller.invoke('import.start', { file: 'A'.repeat(43), options: {} });
    await caller.invoke('tasks.cancel', { task });
    await app.tasks.finished(task);
    expect(await caller.invoke('tasks.get', { task })).toMatchObject({ state: 'cancelled' });
  });
});
