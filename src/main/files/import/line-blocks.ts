import { AppError } from '../../../shared/app-error.ts';
import { importLimits } from './limits.ts';

/** Whole lines: `bytes[0, end)` ends after a line end, or at the end of the file. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  readonly end: number;
}

const newline = 10;
const carriageReturn = 13;

/**
 * Cuts blocks of bytes at line ends (LF or CR LF; a file with CR alone is rewritten). Holds at most one block and one line: a line longer
 * than the limit is `import.lineTooLong` before it has been collected.
 */
export async function* lineBlocks(blocks: AsyncIterable<Uint8Array>): AsyncIterable<LineBlock> {
  let rest: Uint8Array = new Uint8Array(0);
  let bareReturns: boolean | null = null;
  for await (const raw of blocks) {
    if (raw.length === 0) continue;
    bareReturns ??= raw.includes(carriageReturn) && !raw.includes(newline);
    const block = bareReturns ? raw.map((byte) => (byte === carriageReturn ? newline : byte)) : raw;
    const last = block.lastIndexOf(newline);
    if (last < 0) {
      if (rest.length + block.length > importLimits.lineBytes) throw tooLong();
      rest = concat(rest, block, block.length);
      continue;
    }
    const first = block.indexOf(newline);
    if (rest.length + first > importLimits.lineBytes) throw tooLong();
    // The line that spans two blocks goes ahead alone, so that the block itself need not be copied.
    if (rest.length > 0) yield { bytes: concat(rest, block, first + 1), end: rest.length + first + 1 };
    const from = rest.length > 0 ? first + 1 : 0;
    if (last + 1 > from) yield { bytes: block.subarray(from), end: last + 1 - from };
    rest = block.slice(last + 1);
    if (rest.length > importLimits.lineBytes) throw tooLong();
  }
  if (rest.length > 0) yield { bytes: rest, end: rest.length };
}

function tooLong(): AppError {
  return new AppError('import.lineTooLong', { limit: importLimits.lineBytes });
}

function concat(head: Uint8Array, tail: Uint8Array, tailLength: number): Uint8Array {
  const joined = new Uint8Array(head.length + tailLength);
  joined.set(head);
  joined.set(tail.subarray(0, tailLength), head.length);
  return joined;
}
