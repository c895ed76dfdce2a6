import { AppError } from '../../../shared/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import type { ConvertedFile } from './converted-file.ts';
import { detectEncoding } from './encoding.ts';
import { jsonToTable } from './formats/json.ts';
import { vipdocToTable, isVipdoc } from './formats/vipdoc.ts';
import { isSideBySide, sideBySideToTable } from './formats/side-by-side.ts';
import { importLimits } from './limits.ts';

const signatures: readonly (readonly [string, string])[] = [
  ['Rar!', 'RAR'], ['7z\u00bc\u00af', '7z'], ['%PDF', 'PDF'], ['SQLite format 3', 'SQLite'], ['PAR1', 'Parquet'], ['\u0089PNG', 'PNG'], ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['\u0089HDF', 'HDF5'], ['BZh', 'bzip2'], ['\u00fd7zXZ', 'XZ'], ['(\u00b5/\u00fd', 'Zstandard'],
];

/**
 * Turns workbooks, web tables, JSON, tickers side by side and binary bar files into text; null for what is text already. Errors: `import.unsupported` for a file whose first
 * bytes name another kind, `import.wholeTooLarge`, and those of the converters.
 */
export async function convertContainer(name: string, head: Uint8Array, source: ByteSource): Promise<ConvertedFile | null> {
  const start = latin(head.subarray(0, 16));
  if (/^(\u00ef\u00bb\u00bf)?\s*</.test(start) && /<table|spreadsheet/i.test(latin(head))) {
    const { markupToTable } = await import('./formats/xlsx.ts');
    const bytes = await readWhole(source);
    return markupToTable(new TextDecoder(detectEncoding(bytes, undefined).name).decode(bytes));
  }
  if (/^(price|ticker)?,/i.test(start) && isSideBySide(new TextDecoder().decode(head))) return sideBySideToTable(new TextDecoder().decode(await readWhole(source)));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    // Loaded only for workbooks: the library is many times the size of everything else here.
    const { xlsxToTable } = await import('./formats/xlsx.ts');
    return xlsxToTable(await readWhole(source));
  }
  if (isVipdoc(name)) return vipdocToTable(name, await readWhole(source));
  if (start.startsWith('\u001f\u008b')) throw new AppError('import.nestedArchive');
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (kind !== undefined) throw new AppError('import.unsupported', { kind });
  return /^(\u00ef\u00bb\u00bf)?\s*[[{]/.test(start) && !/^\s*\[[A-Za-z]/.test(start) ? jsonToTable(await readWhole(source)) : null;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The bytes of a file that has to be held as a whole. Error: `import.wholeTooLarge`. */
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
