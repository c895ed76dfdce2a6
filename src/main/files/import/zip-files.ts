import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import { importLimits } from './limits.ts';
import { memorySource } from './memory-source.ts';
import { readBlocks, readError } from './read-blocks.ts';
import type { SourceFile } from './source-file.ts';
import { zipDirectory, type RandomBytes, type ZipEntry } from './zip-directory.ts';

const headerBytes = 30;
/** An unpacked file up to this size is kept while it is read. */
const keptBytes = 8 * 2 ** 20;

/**
 * The files of an archive but for what systems add to it (folders, hidden files); null for a workbook and for anything else. Nothing is
 * written to disk. Errors: `import.damaged`, `import.empty`, `import.archiveFiles`, `import.archiveBomb`, `import.archiveUnsafe`, `import.tooLarge`.
 */
export async function zipFiles(path: string): Promise<readonly SourceFile[] | null> {
  const { entries, size } = await readDirectory(path);
  if (entries === 'other') return null;
  if (entries === null) throw new AppError('import.damaged');
  if (isWorkbook(entries)) return null;
  if (entries.length > importLimits.archiveFiles) throw new AppError('import.archiveFiles', { count: entries.length, limit: importLimits.archiveFiles });
  checkSafety(entries);
  checkSizes(entries, size);
  const files = entries.filter(({ name }) => !/\/$|(^|\/)(__MACOSX\/|\.)/.test(name));
  if (files.length === 0) throw new AppError('import.empty');
  return files.map((entry) => ({ name: entry.name, bytes: entry.packedBytes, open: () => openEntry(path, entry) }));
}

/** Workbooks are archives too. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');
}

async function readDirectory(path: string): Promise<{ readonly entries: ZipEntry[] | null | 'other'; readonly size: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes: RandomBytes = {
        size,
        async read(from, length) {
          const { buffer, bytesRead } = await file.read(new Uint8Array(Math.min(length, Math.max(0, size - from))), 0, null, from);
          return buffer.subarray(0, bytesRead);
        },
      };
      const magic = String.fromCharCode(...(await bytes.read(0, 4)));
      const isZip = magic === 'PK\u0003\u0004' || magic === 'PK\u0005\u0006';
      return { entries: isZip ? await zipDirectory(bytes) : 'other', size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readError(error, false);
  }
}

/** No name leads outside, none stands twice, nothing is a link. */
function checkSafety(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name, isLink } of entries) {
    const leadsOut = /^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(name) || name === '';
    if (leadsOut || isLink || seen.has(name)) throw new AppError('import.archiveUnsafe', { name: name.slice(0, 100).toWellFormed() });
    seen.add(name);
  }
}

/** What the directory claims must be possible and bounded; no stretch of the archive serves two files. */
function checkSizes(entries: readonly ZipEntry[], size: number): void {
  let inflated = 0;
  let taken = 0;
  for (const { packedBytes, inflatedBytes, offset } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < taken || offset + headerBytes + packedBytes > size) throw new AppError('import.damaged');
    taken = offset + headerBytes + packedBytes;
    inflated += inflatedBytes;
    if (inflatedBytes > importLimits.unzippedBytes) throw new AppError('import.tooLarge', { limitMiB: importLimits.unzippedBytes / 2 ** 20 });
    if (isBomb(inflatedBytes, packedBytes)) throw new AppError('import.archiveBomb', { ratio: importLimits.archiveRatio });
  }
  if (inflated > importLimits.bytes) throw new AppError('import.tooLarge', { limitMiB: importLimits.bytes / 2 ** 20 });
  if (isBomb(inflated, size)) throw new AppError('import.archiveBomb', { ratio: importLimits.archiveRatio });
}

/** Small files may pack as well as they like: they cannot do harm. */
function isBomb(inflatedBytes: number, packedBytes: number): boolean {
  return inflatedBytes > importLimits.archiveFreeBytes && inflatedBytes > packedBytes * importLimits.archiveRatio;
}

/** Checks a file against the directory before a byte of it is used; a large one is unpacked again as it is read. */
async function openEntry(path: string, entry: ZipEntry): Promise<ByteSource> {
  if (entry.encrypted) throw new AppError('import.password');
  if (/\.(zip|gz|tgz|7z|rar|tar|bz2|xz|zst)$/i.test(entry.name)) throw new AppError('import.nestedArchive');
  if (entry.method !== 0 && entry.method !== 8) throw new AppError('import.unsupported', { kind: `ZIP (${entry.method})` });
  if (entry.inflatedBytes === 0) throw new AppError('import.empty');
  const start = await contentStart(path, entry);
  let done = 0;
  const blocks = (): AsyncGenerator<Uint8Array> => {
    done = 0;
    const packing = entry.method === 0 ? 'none' : 'deflate';
    return readBlocks({ path, start, end: start + entry.packedBytes, packing, maxBytes: importLimits.unzippedBytes, onRead: (bytes) => (done += bytes) });
  };
  let kept: Uint8Array[] | null = [];
  let [length, check] = [0, 0];
  for await (const block of blocks()) {
    length += block.length;
    check = crc32(block, check);
    if (length > entry.inflatedBytes) break;
    if (length > keptBytes) kept = null;
    kept?.push(block);
  }
  if (length !== entry.inflatedBytes || check !== entry.crc32) throw new AppError('import.damaged');
  const source = { compressed: true, totalBytes: entry.packedBytes, doneBytes: () => done, blocks };
  return kept === null ? source : memorySource(Buffer.concat(kept), source);
}

/** The content stands behind the file's own header, whose names may be longer than the directory's. */
async function contentStart(path: string, { offset }: ZipEntry): Promise<number> {
  const parts: Uint8Array[] = [];
  for await (const block of readBlocks({ path, start: offset, end: offset + headerBytes, packing: 'none', maxBytes: headerBytes, onRead: () => undefined })) parts.push(block);
  const header = Buffer.concat(parts);
  if (header.length < headerBytes || header.readUInt32LE(0) !== 0x04034b50) throw new AppError('import.damaged');
  return offset + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}
