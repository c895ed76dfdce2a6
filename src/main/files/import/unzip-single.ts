import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import { importLimits } from './limits.ts';
import { zipDirectory } from './zip-directory.ts';

/** The one file of an archive, as exchanges and brokers pack their downloads. */
export interface UnzippedFile {
  /** Its name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const headerBytes = 30;

/**
 * Unpacks an archive that holds one file; null where the bytes are a workbook or no archive. Nothing is written, so names in the archive
 * lead nowhere. Errors: `import.unsupported` for archives of several files or with a password, `import.wholeTooLarge`, `import.damaged`.
 */
export function unzipSingle(bytes: Uint8Array): UnzippedFile | null {
  const entries = zipDirectory(bytes);
  if (entries === null || entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype')) return null;
  const [entry, ...others] = entries.filter(({ name }) => !/\/$|(^|\/)(__MACOSX\/|\.)/.test(name));
  if (entry === undefined) throw new AppError('import.empty');
  if (others.length > 0 || entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw new AppError('import.unsupported', { kind: 'ZIP' });
  if (entry.inflatedBytes > importLimits.unzippedBytes) throw new AppError('import.tooLarge', { limitMiB: importLimits.unzippedBytes / 2 ** 20 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + headerBytes > bytes.length) throw new AppError('import.damaged');
  const from = entry.offset + headerBytes + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(from, from + entry.packedBytes);
  const whole = entry.method === 0 ? packed : inflate(packed);
  if (crc32(whole) !== entry.crc32) throw new AppError('import.damaged');
  return { name: entry.name.split('/').at(-1) ?? '', bytes: whole };
}

/** The limit holds whatever size the directory claims. */
function inflate(packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: importLimits.unzippedBytes });
  } catch (error) {
    throw new AppError('import.damaged', {}, { cause: error });
  }
}
