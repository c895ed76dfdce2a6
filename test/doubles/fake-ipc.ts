import type { Bridge } from '../../src/shared/bridge.ts';
import type { AppEvent } from '../../src/shared/contract/event.ts';
import type { FileHandle } from '../../src/shared/contract/files.ts';
import type { Reply } from '../../src/shared/contract/reply.ts';
import { pushEvents } from '../../src/main/api/event-pushes.ts';
import type { App } from '../../src/main/app.ts';
import type { Clock } from '../../src/main/ports.ts';

/** A bridge over a pair of processes that share nothing: all is structured-cloned both ways, errors lose all but a prefixed message. */
export function connectFakeIpc(app: App, clock: Clock): Bridge<File> {
  return {
    invoke: (method, input) => crossed(() => app.dispatch(method, structuredClone(input), { id: 'window' })),
    subscribe: (listener) => pushEvents(app.events, clock, (events) => listener(structuredClone(events) as AppEvent[])),
    admitFile: () => crossed(() => Promise.resolve<Reply<FileHandle>>({ ok: true, value: app.files.grantRead(import.meta.filename) })),
  };
}

async function crossed<T>(handle: () => Promise<T>): Promise<T> {
  try {
    return structuredClone(await handle());
  } catch (error) {
    throw new Error(`Error invoking remote method 'chartroom:invoke': ${String(error)}`, { cause: error });
  }
}
