import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Ports } from '../ports.ts';
import { createChromiumPdf } from './chromium-pdf.ts';
import { createEnvironmentProxy } from './environment-proxy.ts';
import { createFileLog } from './file-log.ts';
import { nodeClock } from './node-clock.ts';
import { randomToken } from './random-token.ts';
import { createSessionSecrets } from './session-secrets.ts';

interface NodePortsOptions {
  readonly host: 'loopback' | 'cli' | 'memory';
  readonly version: string;
  readonly profile: string;
}

const sourceRoot = resolve(import.meta.dirname, '..');

/** What plain Node can supply: no dialogs, no notifications, secrets for the session only. Workers run from the sources. */
export function createNodePorts({ host, version, profile }: NodePortsOptions): Ports {
  return {
    host,
    version,
    clock: nodeClock,
    log: createFileLog(join(profile, 'logs', `${host}.log`), { clock: nodeClock }),
    paths: { profile, resources: resolve(sourceRoot, '../../resources'), temporary: tmpdir() },
    secrets: createSessionSecrets(process.env),
    dialogs: null,
    pdf: createChromiumPdf(process.env),
    notifier: null,
    power: null,
    proxyFor: createEnvironmentProxy(process.env),
    workerUrl: (name) => new URL(`../workers/${name}-worker.ts`, import.meta.url),
    randomToken,
  };
}
