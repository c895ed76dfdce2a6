import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { encodeWire } from '../../shared/wire-codec.ts';
import type { Dispatch } from '../api/dispatch.ts';
import type { Clock } from '../ports.ts';
import type { HostMetrics } from './host-metrics.ts';
import { HttpRefusal } from './http-refusal.ts';
import { readBody } from './read-body.ts';
import { send } from './send.ts';

const maxBodyBytes = 1024 * 1024;
const bodyTimeoutMs = 10_000;

const call = z.strictObject({ method: z.string().max(64), input: z.unknown() });

interface RpcRouteOptions {
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly metrics: HostMetrics;
}

/** `POST /rpc`: one call as JSON, answered as JSON or, where columns travel, as binary. */
export async function answerRpc(request: IncomingMessage, response: ServerResponse, options: RpcRouteOptions): Promise<void> {
  const { dispatch, clock, metrics } = options;
  if (!isJson(request.headers['content-type'])) throw new HttpRefusal(415, 'only application/json is read');
  const body = parseCall(await readBody(request, maxBodyBytes, bodyTimeoutMs, clock));
  const startedAt = clock.now();
  const reply = await dispatch(body.method, body.input, { id: 'loopback' });
  metrics.countCall(body.method, reply.ok ? 'ok' : reply.error.code, clock.now() - startedAt);
  const { type, bytes } = encodeWire(reply);
  send(response, 200, type, bytes);
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json(\s*;\s*charset=utf-8)?$/i.test(contentType);
}

function parseCall(body: Buffer): z.infer<typeof call> {
  try {
    return call.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    // What exactly is wrong helps nobody but whoever probes the port: the page's own transport always sends a whole call.
    throw new HttpRefusal(400, 'the body is not a call');
  }
}
