import type { ByteSource } from './byte-source.ts';

const blockBytes = 1 << 20;

/** Text made from a file that had to be read whole. Progress is told in the file's own bytes. */
export function memorySource(text: Uint8Array, file: ByteSource): ByteSource {
  let at = 0;
  return {
    compressed: file.compressed,
    totalBytes: file.totalBytes,
    doneBytes: () => Math.round((at / Math.max(text.length, 1)) * file.totalBytes),
    async *blocks() {
      for (at = 0; at < text.length; ) {
        const end = Math.min(at + blockBytes, text.length);
        yield text.subarray(at, end);
        at = end;
      }
    },
  };
}
