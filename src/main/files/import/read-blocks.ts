import { createReadStream } from 'node:fs';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';

interface BlockRequest {
  readonly path: string;
  /** The bytes from `start` (0 where left out) up to and without `end`. */
  readonly start?: number;
  readonly end: number;
  readonly packing: 'none' | 'gzip' | 'deflate';
  /** More unpacked bytes than these are refused as `import.tooLarge`. */
  readonly maxBytes: number;
  /** Told of each stretch read from disk. */
  readonly onRead: (bytes: number) => void;
}

const blockBytes = 1 << 20;

/** Bytes of a file in order, unpacked. Errors: `import.missing`, `import.unreadable`, `import.damaged`, `import.tooLarge`. */
export async function* readBlocks({ path, start = 0, end, packing, maxBytes, onRead }: BlockRequest): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  // A block is set aside whole: for the small files of a folder no more than they need.
  const file = createReadStream(path, { highWaterMark: Math.min(blockBytes, end - start), start, end: end - 1 });
  file.on('data', (block) => onRead(block.length));
  const unpacker = packing === 'none' ? null : (packing === 'gzip' ? createGunzip : createInflateRaw)({ chunkSize: blockBytes });
  const stream = unpacker === null ? file : file.pipe(unpacker);
  // pipe() does not carry errors over.
  if (unpacker !== null) file.on('error', (error) => unpacker.destroy(error));
  let unpacked = 0;
  try {
    for await (const block of stream) {
      const bytes = block as Buffer;
      unpacked += bytes.length;
      if (unpacked > maxBytes) throw new AppError('import.tooLarge', { limitMiB: Math.ceil(maxBytes / 2 ** 20) });
      // A plain array, so that the readers' inner loops meet one class of bytes only.
      yield new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    }
  } catch (error) {
    throw readError(error, unpacker !== null);
  } finally {
    stream.destroy();
    file.destroy();
  }
}

/** A failed read as what it means for the person; anything else as it is. */
export function readError(error: unknown, compressed: boolean): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return new AppError('import.missing', {}, { cause: error });
  if (compressed && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')) return new AppError('import.damaged', {}, { cause: error });
  return code === '' ? error : new AppError('import.unreadable', { problem: code }, { cause: error });
}
