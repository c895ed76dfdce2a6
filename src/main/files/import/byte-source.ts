import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/app-error.ts';
import { importLimits } from './limits.ts';
import { readBlocks, readError } from './read-blocks.ts';

/** The bytes of a file in order, unpacked where it is gzip (told by its first bytes, not by its name). */
export interface ByteSource {
  readonly compressed: boolean;
  /** Size on disk. */
  readonly totalBytes: number;
  /** Bytes of the file on disk read so far. */
  doneBytes(): number;
  blocks(): AsyncIterable<Uint8Array>;
}

/** Errors: `import.missing`, `import.folder`, `import.unreadable`, `import.empty`; while reading `import.damaged` and `import.tooLarge`. */
export async function openBytes(path: string): Promise<ByteSource> {
  const { totalBytes, compressed } = await examine(path);
  let done = 0;
  return {
    compressed,
    totalBytes,
    doneBytes: () => done,
    blocks() {
      done = 0;
      return readBlocks({ path, end: totalBytes, packing: compressed ? 'gzip' : 'none', maxBytes: importLimits.bytes, onRead: (bytes) => (done += bytes) });
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
