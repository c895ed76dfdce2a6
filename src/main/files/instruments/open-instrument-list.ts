import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { readInstrumentList, type ListedInstrument } from './read-instrument-list.ts';

const sniffedBytes = 4_096;
const maxBytes = 5_000_000;

/** The instruments a file lists, or null when it is something else. Of a large file only the beginning is looked at. */
export function openInstrumentList(path: string): ListedInstrument[] | null {
  const stat = statSync(path);
  if (!stat.isFile() || stat.size === 0 || stat.size > maxBytes) return null;
  const start = decode(readStart(path));
  if (start === null || readInstrumentList(start) === null) return null;
  const whole = decode(readFileSync(path));
  return whole === null ? null : readInstrumentList(whole);
}

function readStart(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(sniffedBytes);
    const read = readSync(handle, bytes, 0, sniffedBytes, 0);
    // Cut at the last whole line, so that no character is halved.
    const end = bytes.lastIndexOf(10, read - 1);
    return bytes.subarray(0, end > 0 ? end : read);
  } finally {
    closeSync(handle);
  }
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; the next one, or none: then it is no list.
    }
  }
  return null;
}
