import { AppError } from '../../src/shared/app-error.ts';
import { allocateBars } from '../../src/shared/bars.ts';
import type { BarsReply } from '../../src/shared/contract/bars.ts';
import type { Handlers } from '../../src/main/api/handlers.ts';
import { createDispatch } from '../../src/main/api/dispatch.ts';
import { EventHub } from '../../src/main/api/event-hub.ts';
import type { App } from '../../src/main/app.ts';
import { FileTokens } from '../../src/main/files/file-tokens.ts';
import { TaskRunner, type TaskReporter } from '../../src/main/tasks/task-runner.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { countingToken } from './counting-token.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryLog } from './memory-log.ts';

/** An app with the real dispatch, events, tasks and tokens over handlers that answer from memory. */
export interface FakeApp extends App {
  readonly clock: ManualClock;
  readonly log: MemoryLog;
  readonly tasks: TaskRunner;
  readonly randomToken: () => string;
  /** How often any handler ran. */
  readonly handled: () => number;
  /** What the next `import.start` does. */
  work: (reporter: TaskReporter) => Promise<unknown>;
}

export function createFakeApp(overrides: Partial<Handlers> = {}): FakeApp {
  const clock = new ManualClock();
  const log = new MemoryLog();
  const randomToken = countingToken();
  const events = new EventHub(log);
  const files = new FileTokens(randomToken);
  const tasks = new TaskRunner({ clock, log, randomToken, emit: (event) => events.emit({ type: 'task', event }) });
  const info = { version: '0.1.0', host: 'memory', platform: 'test', demo: false, canShowDialogs: false } as const;
  const health = () => ({ state: 'ok', version: info.version, components: [{ name: 'store', state: 'ok', code: 'open', facts: { bytes: 4096 } }] }) as const;
  let handled = 0;

  const handlers: Partial<Handlers> = {
    'app.info': () => info,
    'app.health': health,
    'settings.list': () => [{ key: 'language', value: 'zh', origin: 'store' }],
    'settings.set': ({ key, value }) => {
      throw new AppError('settings.value', { key, value, allowed: 'en, zh' });
    },
    'symbols.list': () => ({ version: 7, symbols: [] }),
    'symbols.resolve': () => [{ symbol: 'XSHE:000001', code: '000001', nameEn: null, nameZh: '平安银行' }],
    'symbols.sparklines': () => [Float64Array.of(1, NaN, 3), new Float64Array(0)],
    'series.list': () => {
      throw new TypeError('a private detail');
    },
    'bars.read': () => barsReply,
    'import.start': () => ({ task: tasks.start('import', 'a.csv', app.work).id }),
    'tasks.list': () => tasks.list(),
    'tasks.get': ({ task }) => tasks.get(task),
    'tasks.cancel': ({ task }) => tasks.cancel(task),
    'tasks.events': ({ task, after }) => tasks.events(task, after),
    'files.open': () => {
      throw new AppError('file.noDialogs');
    },
    'files.release': ({ token }) => {
      files.release(token);
      return null;
    },
    ...overrides,
  };
  const counted = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (...call: [never, never]) => {
        handled += 1;
        return handler(...call);
      },
    ]),
  );

  const app: FakeApp = {
    info,
    dispatch: createDispatch({ handlers: counted as unknown as Handlers, clock, log, randomToken }),
    events,
    files,
    health,
    language: () => 'en',
    taskEnd: (id) => tasks.finished(id),
    startJobs: () => undefined,
    async close() {
      await tasks.close();
      files.close();
    },
    clock,
    log,
    tasks,
    randomToken,
    handled: () => handled,
    work: async () => ({ rows: 3 }),
  };
  return app;
}

const columns = { ...allocateBars(3), time: Float64Array.of(17_000, 17_001, 17_002), close: Float64Array.of(10, NaN, 12.5) };

export const barsReply: BarsReply = {
  series: {
    id: 1, symbol: 'XNAS:AAPL', freq: '1d', origin: 'csv', basis: 'split', bars: 3, from: '2016-07-18', to: '2016-07-20', version: 2, source: 'a.csv',
    fetchedAt: 1_700_000_000_000 as UtcMs, flagged: { filled: 0, range: 0, open: 0, revised: 0, amount: 0 },
  },
  freq: '1d', adjust: 'none', adjustments: ['none'], zone: 'America/New_York', version: 2, mode: 'full', fromIndex: 0, columns,
  freshness: { state: 'frozen', sessionsBehind: null, asOf: '2016-07-20' },
};
