import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import { importLimits } from './limits.ts';

/** The bytes of a file in order, unpacked where it is gzip (told by its first bytes, not by its name). */
export interface ByteSource {
  readonly compressed: boolean;
  /** Size on disk. */
  readonly totalBytes: number;
  /** Bytes of the file on disk read so far. */
  doneBytes(): number;
  blocks(): AsyncIterable<Uint8Array>;
}

const blockBytes = 1 << 20;

/** Errors: `import.missing`, `import.folder`, `import.unreadable`, `import.empty`; while reading `import.damaged` and `import.tooLarge`. */
export async function openBytes(path: string): Promise<ByteSource> {
  const { totalBytes, compressed } = await examine(path);
  let done = 0;
  return {
    compressed,
    totalBytes,
    doneBytes: () => done,
    async *blocks() {
      done = 0;
      const file = createReadStream(path, { highWaterMark: blockBytes });
      file.on('data', (block) => {
        done += block.length;
      });
      const stream = compressed ? file.pipe(createGunzip({ chunkSize: blockBytes })) : file;
      // pipe() does not carry errors over.
      if (compressed) file.on('error', (error) => stream.destroy(error));
      let inflated = 0;
      try {
        for await (const block of stream) {
          const bytes = block as Buffer;
          inflated += bytes.length;
          if (inflated > importLimits.bytes) throw new AppError('import.tooLarge', { limitMiB: importLimits.bytes / 2 ** 20 });
          // A plain array, so that the readers' inner loops meet one class of bytes only.
        yield new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
        }
      } catch (error) {
        throw readError(error, compressed);
      } finally {
        stream.destroy();
        file.destroy();
      }
    },
  };
}

async function examine(path: string): Promise<{ totalBytes: number; compressed: boolean }> {
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new AppError('import.folder');
      if (!stat.isFile()) throw new AppError('import.unreadable', { problem: 'not a regular file' });
      if (stat.size === 0) throw new AppError('import.empty');
      const magic = new Uint8Array(2);
      await file.read(magic, 0, 2, 0);
      return { totalBytes: stat.size, compressed: magic[0] === 0x1f && magic[1] === 0x8b };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readError(error, false);
  }
}

function readError(error: unknown, compressed: boolean): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return new AppError('import.missing', {}, { cause: error });
  if (compressed && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')) return new AppError('import.damaged', {}, { cause: error });
  return code === '' ? error : new AppError('import.unreadable', { problem: code }, { cause: error });
}
