import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/main/app.ts';
import { serve } from '../../src/main/loopback/serve.ts';
import { createHttpTransport, type HttpTransport } from '../../src/renderer/transport/http.ts';
import { createFakeApp, type FakeApp } from './fake-app.ts';
import { ManualClock } from './manual-clock.ts';

/** A loopback host over an app, with its own folder, and what a test needs to talk to it. */
export interface Loopback {
  readonly origin: string;
  readonly port: number;
  readonly token: string;
  readonly folder: string;
  /** The clock of the page. */
  readonly pageClock: ManualClock;
  /** What the page let the browser save. */
  readonly saved: readonly { readonly bytes: Blob; readonly name: string }[];
  connect(): HttpTransport;
  close(): Promise<void>;
}

export async function startLoopback(app: FakeApp = createFakeApp(), limits: { maxUploadBytes?: number; maxClients?: number; port?: number } = {}): Promise<Loopback> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-loopback-'));
  const rendererRoot = join(folder, 'renderer');
  mkdirSync(rendererRoot);
  writeFileSync(join(rendererRoot, 'index.html'), '<!doctype html><title>Chartroom</title>');
  const { clock, log, randomToken } = app;
  const host = await serve(app, { port: 0, rendererRoot, uploadFolder: join(folder, 'uploads'), clock, log, randomToken, ...limits });
  const url = new URL(host.address);
  const token = url.hash.slice('#token='.length);
  const pageClock = new ManualClock();
  const transports: HttpTransport[] = [];
  const saved: { bytes: Blob; name: string }[] = [];
  return {
    origin: url.origin,
    port: Number(url.port),
    token,
    folder,
    pageClock,
    saved,
    connect() {
      const transport = createHttpTransport({ origin: url.origin, token, after: (delayMs, action) => pageClock.after(delayMs, action), saveAs: (bytes, name) => saved.push({ bytes, name }) });
      transports.push(transport);
      return transport;
    },
    async close() {
      for (const transport of transports) transport.close();
      await host.close();
      await (app as App).close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
