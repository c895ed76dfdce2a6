import type { Transport } from '../../src/renderer/transport/transport.ts';
import { AppError } from '../../src/shared/app-error.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/contract.ts';
import type { AppEvent } from '../../src/shared/contract/event.ts';
import type { FileHandle } from '../../src/shared/contract/files.ts';
import type { ImportBatch, ImportOptions, ImportPreview, ImportResult, Rejection } from '../../src/shared/contract/imports.ts';
import type { Setting } from '../../src/shared/contract/settings.ts';
import type { SymbolRow } from '../../src/shared/contract/symbols.ts';
import type { Task } from '../../src/shared/contract/tasks.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { inventedPreview } from './invented-preview.ts';

export interface MemoryTransportOptions {
  readonly symbols: readonly SymbolRow[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs the next step of a task; a test keeps the steps and runs them itself. */
  readonly schedule: (step: () => void) => void;
}

export interface MemoryTransport extends Transport {
  /** Replaces the instruments and says so. */
  setSymbols(symbols: readonly SymbolRow[]): void;
  /** Sends an event, as the core would. */
  tell(event: AppEvent): void;
  /** The next call of this method is refused. */
  failNext(method: MethodName, error: AppError): void;
  readonly calls: readonly { readonly method: MethodName; readonly input: unknown }[];
}

type Handlers = { readonly [M in MethodName]?: (input: MethodInput<M>) => MethodOutput<M> };

const start = Date.UTC(2026, 10, 21, 3) as UtcMs;
const rowsOfFile = 619_040;

/** A core that lives in memory, with invented data, for the window alone. */
export function createMemoryTransport(options: MemoryTransportOptions): MemoryTransport {
  let symbols = options.symbols;
  let version = 1;
  const settings = new Map<string, Setting>(Object.entries(options.settings ?? {}).map(([key, value]) => [key, { key, value, origin: 'store' }]));
  const listeners = new Set<(event: AppEvent) => void>();
  const files = new Map<string, FileHandle>();
  const tasks = new Map<string, Task>();
  const events = new Map<string, number>();
  const batches: ImportBatch[] = [];
  const failures = new Map<MethodName, AppError>();
  const calls: { method: MethodName; input: unknown }[] = [];
  const cancelled = new Set<string>();

  const send = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
  const putTask = (task: Task, at: UtcMs): void => {
    tasks.set(task.id, task);
    const id = (events.get(task.id) ?? 0) + 1;
    events.set(task.id, id);
    send({ type: 'task', event: { id, task: task.id, at, type: 'progress', snapshot: task, code: null, params: {} } });
  };
  const fileOf = (token: string): FileHandle => {
    const file = files.get(token);
    if (file === undefined) throw new AppError('app.input', { field: 'file', problem: 'unknown' });
    return file;
  };

  const startImport = (file: FileHandle): string => {
    const id = `task-${tasks.size + 1}`;
    const base: Task = { id, kind: 'import', subject: file.name, state: 'running', done: 0, total: file.bytes, startedAt: start, endedAt: null, result: null, error: null };
    putTask(base, start);
    let step = 0;
    const advance = (): void => {
      step++;
      const at = (start + step * 700) as UtcMs;
      if (cancelled.has(id)) return putTask({ ...base, state: 'cancelled', endedAt: at, error: new AppError('app.cancelled').toReply() }, at);
      if (step < 20) {
        putTask({ ...base, done: Math.round((file.bytes * step) / 20) }, at);
        return options.schedule(advance);
      }
      if (file.name.includes('broken')) return putTask({ ...base, state: 'failed', endedAt: at, error: new AppError('app.bug', { id: 'e41f' }).toReply() }, at);
      const result = importResult(file.name, batches.length + 1, step * 70);
      batches.unshift({ id: batches.length + 1, file: file.name, format: 'csv', at, state: 'completed', rows: result.rows, imported: result.imported, rejected: result.rejected, symbols: result.symbols });
      putTask({ ...base, state: 'completed', done: file.bytes, endedAt: at, result }, at);
      send({ type: 'data', version: ++version, symbols: null });
    };
    options.schedule(advance);
    return id;
  };

  const handlers: Handlers = {
    'app.info': () => ({ version: '0.1.0', host: 'memory', platform: 'test', demo: false, canShowDialogs: false }),
    'app.health': () => ({ state: 'ok', version: '0.1.0', components: [{ name: 'store', state: 'ok', code: 'store.ok', facts: { bytes: 41_000_000 } }] }),
    'settings.list': () => [...settings.values()],
    'settings.set': ({ key, value }) => {
      const setting: Setting = { key, value, origin: 'store' };
      settings.set(key, setting);
      send({ type: 'settings', keys: [key] });
      return setting;
    },
    'symbols.list': () => ({ version, symbols }),
    'import.preview': ({ file, options: chosen }): ImportPreview => inventedPreview(fileOf(file), chosen as ImportOptions),
    'import.start': ({ file }) => ({ task: startImport(fileOf(file)) }),
    'import.batches': () => batches,
    'import.mappings': () => [],
    'import.rejections': ({ batch }) => (batch === 1 ? rejections : []),
    'import.undo': ({ batch }) => {
      const at = batches.findIndex(({ id }) => id === batch);
      const found = batches[at];
      if (found !== undefined) batches[at] = { ...found, state: 'undone' };
      return { removed: rowsOfFile - 3, restored: 0, members: 0 };
    },
    'tasks.list': () => [...tasks.values()],
    'tasks.get': ({ task }) => tasks.get(task) ?? fail('app.input', { field: 'task', problem: 'unknown' }),
    'tasks.cancel': ({ task }) => {
      cancelled.add(task);
      return tasks.get(task) ?? fail('app.input', { field: 'task', problem: 'unknown' });
    },
    'files.release': () => null,
  };

  return {
    calls,
    invoke: async (method, input) => {
      calls.push({ method, input });
      const failure = failures.get(method);
      failures.delete(method);
      if (failure !== undefined) throw failure;
      const handler = handlers[method];
      return handler === undefined ? fail('app.method', { method }) : handler(input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepFile: async () => undefined,
    onConnection: (listener) => {
      listener('live');
      return () => undefined;
    },
    admitsFolders: false,
    admitFile: async (file) => {
      const handle = { token: String(files.size).padStart(43, '0'), name: file.name, bytes: file.size };
      files.set(handle.token, handle);
      return handle;
    },
    setSymbols: (next) => {
      symbols = next;
      send({ type: 'data', version: ++version, symbols: null });
    },
    tell: send,
    failNext: (method, error) => failures.set(method, error),
  };
}

const rejections: Rejection[] = [
  { line: 204, rule: 'price', text: '2018-01-03,ABC,n/a,12.4,11.9,12.1,1200' },
  { line: 9_811, rule: 'date', text: '2018-02-30,DEF,10,11,9,10,300' },
  { line: 9_812, rule: 'columns', text: 'total,,,' },
];

function importResult(file: string, batch: number, elapsedMs: number): ImportResult {
  return {
    batch, file, format: 'csv', rows: rowsOfFile, imported: rowsOfFile - 3, unchanged: 0, rejected: 3, skipped: 0, symbols: 505, from: '2013-02-08', to: '2018-02-07',
    repaired: { filled: 11, range: 12 }, rejectedBy: { price: 1, date: 1, columns: 1 }, skippedBy: {}, rejections, watchlist: null, files: [], failures: [], otherFiles: 0, elapsedMs,
  };
}

function fail(...error: ConstructorParameters<typeof AppError>): never {
  throw new AppError(...error);
}
