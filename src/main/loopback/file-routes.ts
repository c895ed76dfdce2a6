import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/app-error.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import { securityHeaders } from '../http-surface/security-headers.ts';
import { HttpRefusal } from './http-refusal.ts';

interface UploadOptions {
  readonly files: FileTokens;
  readonly folder: string;
  readonly maxBytes: number;
  readonly randomToken: () => string;
}

/** `POST /files`: streams the body to a temporary file that is removed when its token is released. */
export async function receiveFile(request: IncomingMessage, { files, folder, maxBytes, randomToken }: UploadOptions): Promise<FileHandle> {
  if (request.headers['content-type'] !== 'application/octet-stream') throw new HttpRefusal(415, 'a file is sent as application/octet-stream');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const name = fileName(request.headers['x-file-name']);
  const path = join(folder, `upload-${randomToken()}`);
  try {
    // The request is left open on a refusal, so that the answer can still be sent.
    await pipeline(capped(request.iterator({ destroyOnReturn: false }), maxBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return files.grantRead(path, name, () => void rm(path, { force: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** `GET /files/TOKEN`: hands over a file that the core granted: one it wrote for the page, or one the page gave it. */
export async function deliverFile(response: ServerResponse, token: string, files: FileTokens): Promise<void> {
  const { path, name } = resolveEither(files, token);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined || !facts.isFile()) throw new HttpRefusal(404, 'the file is not there');
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/octet-stream',
    'content-length': facts.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
  await pipeline(createReadStream(path), response);
}

function resolveEither(files: FileTokens, token: string): { readonly path: string; readonly name: string } {
  for (const use of ['write', 'read'] as const) {
    try {
      return files.resolve(token, use);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  throw new HttpRefusal(404, 'the token is not known');
}

async function* capped(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge();
    yield chunk;
  }
}

/** The last part of the name the page sent: it is shown and tells the format, it never becomes a path. */
function fileName(header: string | string[] | undefined): string {
  try {
    const name = decodeURIComponent(String(header ?? '')).split(/[\\/]/).at(-1) ?? '';
    if (name !== '' && name.length <= 255 && name.isWellFormed() && !/\p{Cc}/u.test(name)) return name;
  } catch {
    // Falls through: a name that does not decode is no name.
  }
  throw new HttpRefusal(400, 'x-file-name is not a file name');
}

function tooLarge(): HttpRefusal {
  return new HttpRefusal(413, 'the file is too large', { connection: 'close' });
}
