import type { IncomingMessage } from 'node:http';
import type { Clock } from '../ports.ts';
import { HttpRefusal } from './http-refusal.ts';

/** Reads a whole body; refuses one that is too large (413) or not there within the time (408). */
export async function readBody(request: IncomingMessage, maxBytes: number, timeoutMs: number, clock: Clock): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const cancel = clock.after(timeoutMs, () => request.destroy(new HttpRefusal(408, 'the body did not arrive in time')));
  try {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // Left open on a refusal, so that the answer can still be sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    cancel();
  }
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(413, 'the body is too large', { connection: 'close' });
}
