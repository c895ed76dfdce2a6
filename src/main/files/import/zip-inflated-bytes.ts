const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record stands behind everything but a comment of at most 64 KiB. */
const searched = 65_557;

/** The inflated size of all entries as a ZIP's directory states it; null where there is no directory. Guards against archives that explode. */
export function zipInflatedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - searched); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    let total = 0;
    let entry = view.getUint32(at + 16, true);
    for (let count = view.getUint16(at + 10, true); count > 0; count -= 1) {
      if (entry + 46 > bytes.length || view.getUint32(entry, true) !== entrySignature) return null;
      total += view.getUint32(entry + 24, true);
      entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    }
    return total;
  }
  return null;
}
