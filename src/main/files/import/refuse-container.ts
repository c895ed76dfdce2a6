import { AppError } from '../../../shared/app-error.ts';

const signatures: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'ZIP'], ['PK\u0005\u0006', 'ZIP'], ['Rar!', 'RAR'], ['7z\u00bc\u00af', '7z'], ['%PDF', 'PDF'], ['SQLite format 3', 'SQLite'], ['PAR1', 'Parquet'],
  ['\u0089PNG', 'PNG'], ['\u00ff\u00d8\u00ff', 'JPEG'], ['\u0089HDF', 'HDF5'], ['\u00d0\u00cf\u0011\u00e0', 'XLS'], ['BZh', 'bzip2'], ['\u00fd7zXZ', 'XZ'], ['(\u00b5/\u00fd', 'Zstandard'],
];

/** Errors: `import.unsupported` for a file whose first bytes name another kind of file. */
export function refuseContainer(head: Uint8Array): void {
  const start = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (kind !== undefined) throw new AppError('import.unsupported', { kind });
}
