/** One file of a ZIP as its directory states it. */
export interface ZipEntry {
  /** As written, with forward slashes. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** A symbolic link of a Unix system. */
  readonly isLink: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  /** Where its own header stands. */
  readonly offset: number;
}

/** Bytes at any place of a file; fewer than asked for at its end. */
export interface RandomBytes {
  readonly size: number;
  read(from: number, length: number): Promise<Uint8Array>;
}

const endSignature = 0x06054b50;
const wideLocatorSignature = 0x07064b50;
const wideEndSignature = 0x06064b50;
const entrySignature = 0x02014b50;
/** The end record stands behind everything but a comment of at most 64 KiB; the locator of a large archive's stands before it. */
const searchedBytes = 65_577;
const maxDirectoryBytes = 64 * 2 ** 20;

/** The files of a ZIP (large ones included); null where there is no whole directory. What it states is checked again while unpacking. */
export async function zipDirectory(file: RandomBytes): Promise<ZipEntry[] | null> {
  const tailFrom = Math.max(0, file.size - searchedBytes);
  const tail = viewOf(await file.read(tailFrom, searchedBytes));
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue;
    const end = (await wideEnd(file, tail, at)) ?? { count: tail.getUint16(at + 10, true), bytes: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
    if (end.bytes > maxDirectoryBytes || end.offset + end.bytes > file.size) return null;
    return readEntries(viewOf(await file.read(end.offset, end.bytes)), end.count);
  }
  return null;
}

interface DirectoryPlace {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

/** The end record of an archive beyond the 16- and 32-bit fields, which a locator before the plain one points to. */
async function wideEnd(file: RandomBytes, tail: DataView, at: number): Promise<DirectoryPlace | null> {
  if (at < 20 || tail.getUint32(at - 20, true) !== wideLocatorSignature) return null;
  const record = viewOf(await file.read(wide(tail, at - 12), 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== wideEndSignature) return null;
  return { count: wide(record, 32), bytes: wide(record, 40), offset: wide(record, 48) };
}

function readEntries(view: DataView, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
    const [nameBytes, extraBytes, commentBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + 46 + nameBytes + extraBytes + commentBytes;
    if (next > view.byteLength) return null;
    const [inflatedBytes, packedBytes, offset] = wideFields(view, at + 46 + nameBytes, extraBytes, [
      view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      isLink: view.getUint8(at + 5) === 3 && view.getUint16(at + 40, true) >>> 12 === 0xa,
      crc32: view.getUint32(at + 16, true),
      packedBytes, inflatedBytes, offset,
    });
    at = next;
  }
  return entries;
}

/** Sizes and offset from the extra field of a large archive, for those whose 32 bits are all set; they stand there in this order. */
function wideFields(view: DataView, from: number, extraBytes: number, plain: readonly [number, number, number]): readonly [number, number, number] {
  for (let at = from; at + 4 <= from + extraBytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const end = Math.min(field + view.getUint16(at + 2, true), from + extraBytes);
    const take = (value: number): number => {
      if (value !== 0xffffffff || field + 8 > end) return value;
      field += 8;
      return wide(view, field - 8);
    };
    return [take(plain[0]), take(plain[1]), take(plain[2])];
  }
  return plain;
}

/** Chinese systems write names in their own code page and do not say so. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const wide = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
