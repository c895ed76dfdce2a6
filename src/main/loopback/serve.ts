import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../shared/app-error.ts';
import type { App } from '../app.ts';
import type { Clock, Log } from '../ports.ts';
import { uploadLimitBytes } from '../../shared/upload-limit.ts';
import { answer } from './answer.ts';
import { EventStream } from './event-stream.ts';
import { HostMetrics } from './host-metrics.ts';

interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The built renderer. */
  readonly rendererRoot: string;
  /** Where files handed over by the page wait for their import; removed at the end. */
  readonly uploadFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
  readonly maxUploadBytes?: number;
  readonly maxClients?: number;
}

/**
 * A browser opens six connections to one host, whatever the number of its pages. Streams must leave some of them to calls: pages
 * beyond these ask for their events instead.
 */
const streamingPages = 4;

/** The running host. */
export interface LoopbackHost {
  /** What to open in a browser; the key stands in the fragment, which is never sent. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the app to a browser on this machine, for development, tests and machines without a display. It listens on 127.0.0.1
 * only and runs from a checkout only. Throws `host.checkoutOnly` in an installed app and `host.port` when the port is taken.
 */
export async function serve(app: App, options: ServeOptions): Promise<LoopbackHost> {
  if (!runsFromCheckout(import.meta.url, process.versions)) throw new AppError('host.checkoutOnly');
  const { clock, log, randomToken } = options;
  const token = randomToken();
  const metrics = new HostMetrics();
  const stream = new EventStream({ hub: app.events, clock, log, run: randomToken().slice(0, 8).replaceAll('-', '_'), maxClients: options.maxClients ?? streamingPages });
  await mkdir(options.uploadFolder, { recursive: true, mode: 0o700 });

  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 600_000 });
  server.maxConnections = 128;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(new AppError('host.port', { port: options.port }, { cause: error })));
    server.listen(options.port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  server.on('request', (request, response) => {
    void answer(request, response, {
      app, port, token, stream, metrics, clock, log, randomToken,
      rendererRoot: options.rendererRoot,
      uploadFolder: options.uploadFolder,
      maxUploadBytes: options.maxUploadBytes ?? uploadLimitBytes,
    });
  });
  log.info('listening', { port });

  return {
    address: `http://127.0.0.1:${port}/#token=${token}`,
    async close() {
      stream.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await rm(options.uploadFolder, { recursive: true, force: true });
    },
  };
}

/** A bundled copy, or one inside Electron, must never open a port. */
export function runsFromCheckout(moduleUrl: string, versions: Readonly<Record<string, string | undefined>>): boolean {
  return moduleUrl.endsWith('/src/main/loopback/serve.ts') && versions['electron'] === undefined;
}
