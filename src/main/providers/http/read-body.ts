import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';

interface BodyLimits {
  readonly host: string;
  readonly limitBytes: number;
}

/**
 * Reads a body whole, decompressed, up to a limit that holds for what comes out of the decompressor. A body that ends early is an
 * error, compressed or not. Throws `network.size` or `network.truncated`.
 */
export async function readBody(body: Readable, encoding: string | null, { host, limitBytes }: BodyLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const decompressor = decompressorOf(encoding, host);
  const stream = decompressor === null ? body : pipeline(body, decompressor, () => undefined);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limitBytes) throw new AppError('network.size', { host, limitBytes });
      chunks.push(chunk);
    }
  } catch (error) {
    body.on('error', () => undefined).destroy();
    if (isBroken(error)) throw new AppError('network.truncated', { host }, { cause: error });
    throw error;
  }
  return Buffer.concat(chunks, bytes);
}

type Decompressor = ReturnType<typeof createGunzip> | ReturnType<typeof createBrotliDecompress>;

function decompressorOf(encoding: string | null, host: string): Decompressor | null {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new AppError('network.type', { host, type: `content encoding ${encoding}` });
  }
}

/** Codes of a decompressor that met an early end or damage, and of a connection that ended inside a body. */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_BROTLI') || code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
