import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { AppError } from '../../shared/app-error.ts';
import { bridgeChannels } from '../../shared/bridge.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { ownColumns } from '../../shared/own-columns.ts';
import type { App } from '../app.ts';
import type { Log } from '../ports.ts';
import { isTrustedSender } from './trusted-sender.ts';

const maxPathLength = 32_767;

/** Answers the page's calls. The only place that listens to `ipcMain`: each message passes the same gate. */
export function installIpc(app: App, log: Log): void {
  handle(bridgeChannels.invoke, (event, method, input) =>
    app.dispatch(typeof method === 'string' ? method : '', input, { id: `window-${event.sender.id}` }),
  );
  handle(bridgeChannels.admitFile, async (_event, path) => ({ ok: true, value: admitFile(app, path) }));

  function handle(channel: string, answer: (event: IpcMainInvokeEvent, ...sent: readonly unknown[]) => Promise<Reply<unknown>>): void {
    ipcMain.handle(channel, async (event, ...sent): Promise<Reply<unknown>> => {
      try {
        if (!isTrustedSender(event.senderFrame)) throw new AppError('host.sender');
        return ownColumns(await answer(event, ...sent)) as Reply<unknown>;
      } catch (error) {
        // Electron would keep only a prefixed message of whatever is thrown here.
        if (!(error instanceof AppError)) log.error('ipc', { channel, error: String(error) });
        return { ok: false, error: (error instanceof AppError ? error : new AppError('app.bug', { id: channel })).toReply() };
      }
    });
  }
}

/** A capability for a file that the preload script found behind a File the user dropped or chose. */
function admitFile(app: App, path: unknown): FileHandle {
  if (typeof path !== 'string' || path.length > maxPathLength || path.includes('\0') || !isAbsolute(path)) throw new AppError('file.token');
  try {
    return app.files.grantRead(path);
  } catch (error) {
    throw new AppError('file.token', {}, { cause: error });
  }
}
