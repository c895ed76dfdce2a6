import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { App } from '../app.ts';
import { resolveStatic } from '../http-surface/resolve-static.ts';
import { securityHeaders } from '../http-surface/security-headers.ts';
import type { Clock, Log } from '../ports.ts';
import { carriesToken } from './bearer-token.ts';
import type { EventStream } from './event-stream.ts';
import { deliverFile, receiveFile } from './file-routes.ts';
import type { HostMetrics } from './host-metrics.ts';
import { HttpRefusal } from './http-refusal.ts';
import { guardRequest } from './request-guard.ts';
import { answerRpc } from './rpc-route.ts';
import { send, sendJson } from './send.ts';

interface AnswerOptions {
  readonly app: App;
  readonly port: number;
  readonly token: string;
  readonly rendererRoot: string;
  readonly uploadFolder: string;
  readonly maxUploadBytes: number;
  readonly stream: EventStream;
  readonly metrics: HostMetrics;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomToken: () => string;
}

type Route = (request: IncomingMessage, response: ServerResponse, options: AnswerOptions) => Promise<void> | void;

/** Everything that touches data; each route stands behind the token. */
const routes: Readonly<Record<string, Route>> = {
  'POST /rpc': (request, response, { app, ...options }) => answerRpc(request, response, { ...options, dispatch: app.dispatch }),
  'GET /events': (request, response, { stream }) => {
    const lastId = request.headers['last-event-id'];
    const after = typeof lastId === 'string' ? lastId : null;
    if (request.headers.accept === 'application/json') sendJson(response, 200, stream.poll(after));
    else stream.stream(response, after);
  },
  'POST /files': async (request, response, { app, uploadFolder, maxUploadBytes, randomToken, metrics }) => {
    const handle = await receiveFile(request, { files: app.files, folder: uploadFolder, maxBytes: maxUploadBytes, randomToken });
    metrics.countUpload(handle.bytes);
    sendJson(response, 200, handle);
  },
  'GET /files': (request, response, { app }) => deliverFile(response, (request.url ?? '').slice('/files/'.length), app.files),
  'GET /health': (_request, response, { app }) => {
    const health = app.health();
    sendJson(response, 200, { live: true, ready: health.state !== 'failed', ...health });
  },
  'GET /metrics': (_request, response, { app, metrics, stream }) =>
    send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', metrics.render(app.health(), stream)),
};

const routePaths = new Set(Object.keys(routes).map((key) => key.split(' ')[1]));

/** Answers one request: guard, then static files, then token, then route. It never rejects. */
export async function answer(request: IncomingMessage, response: ServerResponse, options: AnswerOptions): Promise<void> {
  let name = 'refused';
  try {
    guardRequest(request.method, request.headers, options.port);
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const routePath = /^\/files\/./.test(path) ? '/files' : path;
    if (!routePaths.has(routePath)) {
      name = 'static';
      await deliverStatic(request, response, options.rendererRoot, path);
    } else {
      if (!carriesToken(request.headers.authorization, options.token)) throw new HttpRefusal(401, 'the token is missing or wrong');
      const route = routes[`${request.method} ${routePath}`];
      if (route === undefined) throw new HttpRefusal(405, 'this method is not served');
      name = routePath;
      await route(request, response, options);
    }
  } catch (error) {
    refuse(error, request, response, options);
  }
  options.metrics.countRequest(name, response.statusCode);
}

async function deliverStatic(request: IncomingMessage, response: ServerResponse, root: string, path: string): Promise<void> {
  if (request.method !== 'GET') throw new HttpRefusal(405, 'this method is not served', { allow: 'GET' });
  const file = resolveStatic(root, path);
  if (file === null) throw new HttpRefusal(404, 'there is no such file');
  response.writeHead(200, { ...securityHeaders, 'content-type': file.contentType, 'content-length': file.bytes });
  await pipeline(createReadStream(file.path), response);
}

function refuse(error: unknown, request: IncomingMessage, response: ServerResponse, { log }: AnswerOptions): void {
  if (request.errored instanceof HttpRefusal || response.headersSent || response.destroyed) {
    // The connection is gone or half written: nothing can be said on it any more.
    if (request.errored instanceof HttpRefusal) response.statusCode = request.errored.status;
    response.destroy();
    return;
  }
  if (!(error instanceof HttpRefusal)) log.error('request', { method: request.method, error: String(error) });
  const refusal = error instanceof HttpRefusal ? error : new HttpRefusal(500, 'the request failed');
  sendJson(response, refusal.status, { error: refusal.message }, refusal.headers);
}
