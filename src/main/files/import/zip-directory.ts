/** One file of a ZIP as its directory states it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  /** Where its own header stands. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record stands behind everything but a comment of at most 64 KiB. */
const searched = 65_557;

/** The files of a ZIP; null where there is no directory. What it states is checked again while unpacking. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - searched); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const entries: ZipEntry[] = [];
    let entry = view.getUint32(at + 16, true);
    for (let count = view.getUint16(at + 10, true); count > 0; count -= 1) {
      if (entry + 46 > bytes.length || view.getUint32(entry, true) !== entrySignature) return null;
      const nameBytes = view.getUint16(entry + 28, true);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + nameBytes)),
        method: view.getUint16(entry + 10, true),
        encrypted: (view.getUint16(entry + 8, true) & 1) === 1,
        crc32: view.getUint32(entry + 16, true),
        packedBytes: view.getUint32(entry + 20, true),
        inflatedBytes: view.getUint32(entry + 24, true),
        offset: view.getUint32(entry + 42, true),
      });
      entry += 46 + nameBytes + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    }
    return entries;
  }
  return null;
}
