import { openBytes, type ByteSource } from './byte-source.ts';

/** A file that may hold bars, on disk or in an archive. */
export interface SourceFile {
  /** Relative to the folder or archive it was found in, with forward slashes. */
  readonly name: string;
  /** What it takes on disk. */
  readonly bytes: number;
  /** Errors: those of `openBytes`; of a file in an archive also `import.password`, `import.unsupported`, `import.nestedArchive`. */
  open(): Promise<ByteSource>;
}

export function fileOnDisk(path: string, name: string, bytes: number): SourceFile {
  return { name, bytes, open: () => openBytes(path) };
}
