import { AppError } from '../../shared/app-error.ts';
import { uploadLimitBytes } from '../../shared/upload-limit.ts';
import { crc32 } from './crc32.ts';
import type { PlacedFile } from './placed-file.ts';

interface PackOptions {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** What the counters of a plain archive hold. */
const mostFiles = 65_535;
/** Most of the time of a small file goes by waiting for it. */
const readAtOnce = 8;
const headerBytes = 30;
const entryBytes = 46;

/**
 * Files as one archive, unpacked in it, so that a folder is handed over as a whole. The answer refers to the files and holds none of them;
 * they are read once, piece by piece, for their checksums. Errors: `import.folderFiles`, `import.folderBytes` before anything is read;
 * `import.missing` for a file that has gone, `app.cancelled`.
 */
export async function packFiles(files: readonly PlacedFile[], { onProgress, signal }: PackOptions): Promise<Blob> {
  const bytes = files.reduce((sum, { path, file }) => sum + file.size + headerBytes + entryBytes + 6 * path.length, 0);
  if (files.length > mostFiles) throw new AppError('import.folderFiles', { count: files.length, limit: mostFiles });
  if (bytes > uploadLimitBytes) throw new AppError('import.folderBytes', { count: files.length, mib: Math.ceil(bytes / 2 ** 20), limitMiB: uploadLimitBytes / 2 ** 20 });
  const checksums = await checksumsOf(files, { onProgress, signal });
  const bodies: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let [offset, listed, done] = [0, 0, 0];
  for (const { path, file } of files) {
    const name = new TextEncoder().encode(path);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    // Names are UTF-8.
    common.setUint16(2, 0x0800, true);
    common.setUint32(10, checksums[done] ?? 0, true);
    common.setUint32(14, file.size, true);
    common.setUint32(18, file.size, true);
    common.setUint16(22, name.length, true);
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, offset, true);
    bodies.push(new Uint8Array([0x50, 0x4b, 3, 4]), common.buffer, name, file);
    directory.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0]), common.buffer, place.buffer, name);
    offset += headerBytes + name.length + file.size;
    listed += entryBytes + name.length;
    done += 1;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, listed, true);
  end.setUint32(16, offset, true);
  return new Blob([...bodies, ...directory, end.buffer]);
}

async function checksumsOf(files: readonly PlacedFile[], { onProgress, signal }: PackOptions): Promise<Uint32Array> {
  const checksums = new Uint32Array(files.length);
  let [next, done] = [0, 0];
  const read = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      if (signal.aborted) throw new AppError('app.cancelled');
      const file = files[at]?.file;
      if (file !== undefined) checksums[at] = await checksum(file);
      onProgress(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: readAtOnce }, read));
  return checksums;
}

async function checksum(file: File): Promise<number> {
  try {
    let value = 0;
    const reader = file.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) value = crc32(piece.value, value);
    return value;
  } catch (error) {
    throw new AppError('import.missing', {}, { cause: error });
  }
}
