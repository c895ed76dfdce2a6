import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What the server does with one request. */
export type Fault =
  | { readonly kind: 'answer'; readonly body: string | Uint8Array; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Closes the connection without a word. */
  | { readonly kind: 'reset' }
  /** Sends the first half of a gzip body and closes as if that were all. */
  | { readonly kind: 'halfGzip'; readonly body: string }
  /** Promises more bytes than it sends, then closes. */
  | { readonly kind: 'cut'; readonly body: string }
  /** Sends one byte and then nothing more. */
  | { readonly kind: 'drip' }
  /** Sends zeros that compress well, without end as far as the client is concerned. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly zipped: boolean }
  | { readonly kind: 'redirect'; readonly to: string };

export interface FaultServer {
  readonly url: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** An HTTP server on this machine that misbehaves as it is told, request by request. */
export async function startFaultServer(decide: (path: string, count: number) => Fault): Promise<FaultServer> {
  const asked: FaultServer['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '/', headers: request.headers });
    behave(decide(request.url ?? '/', asked.length), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function behave(fault: Fault, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (fault.kind) {
    case 'answer':
      response.writeHead(fault.status ?? 200, { ...json, ...fault.headers }).end(fault.body);
      return;
    case 'silence':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'halfGzip': {
      const zipped = gzipSync(fault.body);
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(zipped.subarray(0, zipped.length - Math.ceil(zipped.length / 2)));
      return;
    }
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(fault.body) * 2 });
      response.write(fault.body, () => response.socket?.destroy());
      return;
    case 'drip':
      response.writeHead(200, json).write('{');
      return;
    case 'huge': {
      const body = Buffer.alloc(fault.bytes, 0x20);
      response.writeHead(200, fault.zipped ? { ...json, 'content-encoding': 'gzip' } : json).end(fault.zipped ? gzipSync(body) : body);
      return;
    }
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
  }
}
