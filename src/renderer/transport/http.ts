import { AppError } from '../../shared/app-error.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { decodeWire } from '../../shared/wire-codec.ts';
import { EventConnection } from './event-connection.ts';
import { settleReply } from './settle-reply.ts';
import { TaskGaps } from './task-gaps.ts';
import type { Connection, Transport } from './transport.ts';

interface HttpTransportOptions {
  /** The origin of the page itself, which is the host's. */
  readonly origin: string;
  readonly token: string;
  readonly after: (delayMs: number, action: () => void) => () => void;
  /** Lets the browser save bytes under a name. */
  readonly saveAs: (bytes: Blob, name: string) => void;
}

/** A transport that can be ended, for tests and for leaving the page. */
export interface HttpTransport extends Transport {
  close(): void;
}

/** The transport to the loopback host. Calls wait for the event stream to stand, so that no answer is older than the events that follow it. */
export function createHttpTransport({ origin, token, after, saveAs }: HttpTransportOptions): HttpTransport {
  const listeners = new Set<(event: AppEvent) => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  let connection: Connection = 'live';
  let behind = false;
  const gaps = new TaskGaps((task, since) => invoke('tasks.events', { task, after: since }), (event) => emit({ type: 'task', event }));
  const events = new EventConnection({
    request: (accept, lastId, signal) => {
      const headers: Record<string, string> = { accept, authorization: `Bearer ${token}` };
      if (lastId !== null) headers['last-event-id'] = lastId;
      return fetch(`${origin}/events`, { headers, signal });
    },
    after,
    onEvents: (batch) => {
      for (const event of batch) {
        if (event.type === 'task') gaps.accept(event.event);
        else emit(event);
      }
    },
    onReset: () => {
      behind = true;
      void catchUp();
    },
    onConnection: (next) => {
      connection = next;
      if (behind && next !== 'lost') void catchUp();
      for (const listener of connectionListeners) listener(next);
    },
  });

  return {
    admitsFolders: false,
    invoke,
    subscribe(listener) {
      return added(listeners, (event) => listener(event));
    },
    onConnection(listener) {
      listener(connection);
      return added(connectionListeners, (next) => listener(next));
    },
    async admitFile(file, signal) {
      const response = await request('/files', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
        body: file,
        ...(signal === undefined ? {} : { signal }),
      });
      if (response.status === 413) throw new AppError('host.fileTooLarge', { name: file.name });
      return (await answered(response).json()) as FileHandle;
    },
    async keepFile({ token: file, name }) {
      const response = answered(await request(`/files/${file}`, {}));
      saveAs(await response.blob(), name);
    },
    close: () => events.close(),
  };

  async function invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    await events.settled;
    const response = answered(
      await request('/rpc', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method, input }) }),
    );
    const reply = decodeWire(response.headers.get('content-type') ?? '', new Uint8Array(await response.arrayBuffer()));
    return settleReply(reply as Reply<MethodOutput<M>>);
  }

  async function request(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(origin + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    } catch (error) {
      if (init.signal?.aborted) throw new AppError('app.cancelled');
      throw new AppError('host.unreachable', {}, { cause: error });
    }
  }

  function emit(event: AppEvent): void {
    for (const listener of listeners) listener(event);
  }

  /** Events were missed: tells the listeners that anything may have changed, and reads what the tasks did. */
  async function catchUp(): Promise<void> {
    try {
      const [tasks, { version }, settings] = await Promise.all([invoke('tasks.list', {}), invoke('symbols.list', {}), invoke('settings.list', {})]);
      emit({ type: 'data', version, symbols: null });
      emit({ type: 'settings', keys: settings.map((setting) => setting.key) });
      await Promise.all(tasks.map((task) => gaps.catchUp(task.id)));
      behind = false;
    } catch {
      // The host went away again: the next connection tries once more.
    }
  }
}

function answered(response: Response): Response {
  if (response.status === 401) throw new AppError('host.token');
  if (!response.ok) throw new AppError('host.refused', { status: response.status });
  return response;
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}
