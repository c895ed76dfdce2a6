import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type BrowserWindow } from 'electron';
import { createFileLog } from '../node/file-log.ts';
import { nodeClock } from '../node/node-clock.ts';
import { randomToken } from '../node/random-token.ts';
import type { Ports } from '../ports.ts';
import { appFile } from './app-file.ts';
import { createElectronDialogs } from './electron-dialogs.ts';
import { createElectronNotifier } from './electron-notifier.ts';
import { createElectronPdf } from './electron-pdf.ts';
import { electronProxy } from './electron-proxy.ts';
import { createElectronPower } from './electron-power.ts';
import { openSafeSecrets } from './safe-secrets.ts';

/** The built file of a worker entry. */
export function builtWorkerUrl(name: string): URL {
  return pathToFileURL(appFile('out', 'main', 'workers', `${name}-worker.js`));
}

interface ElectronPortsOptions {
  readonly profile: string;
  readonly window: () => BrowserWindow | null;
  /** A note was clicked that tells of an alert, or of none. */
  readonly onNote: (alert: number | null) => void;
}

/** What the desktop supplies to the core. Call it once the app is ready. */
export async function createElectronPorts({ profile, window, onNote }: ElectronPortsOptions): Promise<Ports> {
  const log = createFileLog(join(profile, 'logs', 'electron.log'), { clock: nodeClock });
  return {
    host: 'electron',
    version: app.getVersion(),
    clock: nodeClock,
    log,
    paths: { profile, resources: appFile('resources'), temporary: app.getPath('temp') },
    secrets: await openSafeSecrets(join(profile, 'secrets.json'), process.platform, log),
    dialogs: createElectronDialogs(window),
    pdf: createElectronPdf(),
    notifier: createElectronNotifier(onNote),
    power: createElectronPower(),
    proxyFor: electronProxy,
    workerUrl: builtWorkerUrl,
    randomToken,
  };
}
