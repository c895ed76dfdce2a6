import { AppError } from '../../../shared/app-error.ts';
import type { DetectedEncoding } from './encoding.ts';

/** Second bytes of Big5 and Shift JIS may be separators. */
const rewritten: ReadonlySet<string> = new Set(['utf-16le', 'utf-16be', 'big5', 'shift_jis', 'euc-kr']);

/** The same text with separators and digits as single bytes: byte order mark removed, UTF-16, Big5, Shift JIS and EUC-KR rewritten as UTF-8, others passed through. */
export async function* narrowBytes(blocks: AsyncIterable<Uint8Array>, encoding: DetectedEncoding): AsyncIterable<Uint8Array> {
  let skip = encoding.markBytes;
  const wide = rewritten.has(encoding.name) ? new TextDecoder(encoding.name, { fatal: true }) : null;
  const encoder = new TextEncoder();
  for await (const block of blocks) {
    const bytes = skip === 0 ? block : block.subarray(Math.min(skip, block.length));
    skip -= Math.min(skip, block.length);
    if (wide === null) yield bytes;
    else {
      try {
        yield encoder.encode(wide.decode(bytes, { stream: true }));
      } catch (error) {
        throw new AppError('import.encoding', { encoding: encoding.name }, { cause: error });
      }
    }
  }
}

/** How cells are decoded after `narrowBytes`. */
export function narrowEncoding(encoding: DetectedEncoding): 'utf-8' | 'gb18030' | 'latin1' {
  return encoding.name === 'gb18030' || encoding.name === 'latin1' ? encoding.name : 'utf-8';
}
