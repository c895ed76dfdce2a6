import { vi } from 'vitest';
import type { Bridge } from '../../src/shared/bridge.ts';
import type { App } from '../../src/main/app.ts';
import type { Clock, Log } from '../../src/main/ports.ts';

/**
 * The bridge as the page has it: the real preload script and the real registrar on the double of Electron, which clones everything
 * both ways and reduces a thrown error to a prefixed message.
 */
export async function connectFakeIpc(app: App, clock: Clock, log: Log): Promise<Bridge<File>> {
  vi.resetModules();
  const { desktop, ipcRenderer } = await import('./electron.ts');
  const { installIpc } = await import('../../src/main/electron/install-ipc.ts');
  const { pushEvents } = await import('../../src/main/api/event-pushes.ts');
  const { bridgeChannels } = await import('../../src/shared/bridge.ts');
  await import('../../src/preload/index.ts');
  installIpc(app, log);
  pushEvents(app.events, clock, (events) => ipcRenderer.emit(bridgeChannels.events, {}, structuredClone(events)));
  return desktop.exposed.get('chartroom') as Bridge<File>;
}
