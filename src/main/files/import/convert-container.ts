import { AppError } from '../../../shared/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import type { Format } from './format.ts';
import { jsonToTable } from './formats/json.ts';
import { vipdocToTable, isVipdoc } from './formats/vipdoc.ts';
import { importLimits } from './limits.ts';

/** A file that is no text table, turned into one. */
export interface ConvertedFile {
  /** UTF-8. */
  readonly text: Uint8Array;
  /** Knows what the file said beside its rows; recognises the text it made. */
  readonly format: Format;
}

const signatures: readonly (readonly [string, string])[] = [
  ['Rar!', 'RAR'], ['7z\u00bc\u00af', '7z'], ['%PDF', 'PDF'], ['SQLite format 3', 'SQLite'], ['PAR1', 'Parquet'], ['\u0089PNG', 'PNG'], ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['\u0089HDF', 'HDF5'], ['BZh', 'bzip2'], ['\u00fd7zXZ', 'XZ'], ['(\u00b5/\u00fd', 'Zstandard'],
];

/**
 * Turns workbooks, JSON and binary bar files into text; null for what is text already. Errors: `import.unsupported` for a file whose first
 * bytes name another kind, `import.wholeTooLarge`, and those of the converters.
 */
export async function convertContainer(name: string, head: Uint8Array, source: ByteSource): Promise<ConvertedFile | null> {
  const start = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  if (start.startsWith('PK') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    // Loaded only for workbooks: the library is many times the size of everything else here.
    const { xlsxToTable } = await import('./formats/xlsx.ts');
    return xlsxToTable(await readWhole(source));
  }
  if (isVipdoc(name)) return vipdocToTable(name, await readWhole(source));
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (kind !== undefined) throw new AppError('import.unsupported', { kind });
  return /^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(start) && !/^\s*\[[A-Za-z]/.test(start) ? jsonToTable(await readWhole(source)) : null;
}

async function readWhole(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const block of source.blocks()) {
    parts.push(block);
    length += block.length;
    if (length > importLimits.wholeFileBytes) throw new AppError('import.wholeTooLarge', { limitMiB: importLimits.wholeFileBytes / 2 ** 20 });
  }
  return Buffer.concat(parts);
}
