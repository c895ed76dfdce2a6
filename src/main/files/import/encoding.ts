import { AppError } from '../../../shared/app-error.ts';

/** The encodings the reader can work with; `gb18030` includes GBK. */
export type TextEncodingName = 'utf-8' | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'utf-16le' | 'utf-16be' | 'latin1';

export interface DetectedEncoding {
  readonly name: TextEncodingName;
  /** Length of the byte order mark. */
  readonly markBytes: number;
}

const asked: Readonly<Record<string, TextEncodingName>> = { 'utf-8': 'utf-8', gbk: 'gb18030', big5: 'big5', 'utf-16le': 'utf-16le', latin1: 'latin1' };

/**
 * Tells the encoding from a file's first bytes: byte order mark, zero bytes of UTF-16, strict UTF-8, then Big5, Shift JIS and
 * EUC-KR where their words stand, then GB 18030. Errors: `import.binary`
 * for bytes that are no text, `import.encoding` where none fits or the one asked for does not.
 */
export function detectEncoding(sample: Uint8Array, wanted: string | undefined): DetectedEncoding {
  const [a, b, c] = sample;
  const marked: DetectedEncoding | null =
    a === 0xef && b === 0xbb && c === 0xbf ? { name: 'utf-8', markBytes: 3 }
    : a === 0xff && b === 0xfe ? { name: 'utf-16le', markBytes: 2 }
    : a === 0xfe && b === 0xff ? { name: 'utf-16be', markBytes: 2 }
    : null;
  const chosen = wanted === undefined || wanted === 'auto' ? undefined : asked[wanted];
  if (chosen !== undefined) {
    if (!decodes(sample, chosen)) throw new AppError('import.encoding', { encoding: wanted ?? '' });
    return { name: chosen, markBytes: marked?.name === chosen ? marked.markBytes : 0 };
  }
  if (marked !== null) return marked;
  const wide = wideEncoding(sample);
  if (wide !== null) return { name: wide, markBytes: 0 };
  if (sample.includes(0)) throw new AppError('import.binary');
  if (controlShare(sample.subarray(0, 8_192)) > 0.02) throw new AppError('import.binary');
  if (decodes(sample, 'utf-8')) return { name: 'utf-8', markBytes: 0 };
  const told = toldByWords(sample);
  if (told !== null) return { name: told, markBytes: 0 };
  if (!isLatin(sample) && decodes(sample, 'gb18030')) return { name: 'gb18030', markBytes: 0 };
  if (isLatin(sample)) return { name: 'latin1', markBytes: 0 };
  throw new AppError('import.encoding', { encoding: 'UTF-8, GB18030' });
}

/** Strict decoding; a character cut by the end of the sample is no fault. */
export function decodes(bytes: Uint8Array, encoding: TextEncodingName): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: nearly every second byte of a table of numbers is zero. */
function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(sample.length >> 1, 512);
  let odd = 0;
  let even = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (sample[index * 2] === 0) even += 1;
    if (sample[index * 2 + 1] === 0) odd += 1;
  }
  if (pairs < 4) return null;
  // Other letters than Latin ones have no zero byte; the digits and separators of a table outweigh them.
  if (odd > pairs * 0.4 && even < odd / 8) return 'utf-16le';
  return even > pairs * 0.4 && odd < even / 8 ? 'utf-16be' : null;
}

/** The words of a table's header in encodings whose text is mostly GB 18030 too, but as nonsense. */
const headerWords: readonly (readonly [TextEncodingName, RegExp])[] = [
  ['big5', /日期|時間|開盤|收盤|成交|最高|最低|證券|代號/], ['shift_jis', /日付|始値|高値|安値|終値|出来高/], ['euc-kr', /일자|날짜|시가|고가|저가|종가|거래량/],
];

function toldByWords(sample: Uint8Array): TextEncodingName | null {
  return headerWords.find(([name, words]) => decodes(sample, name) && words.test(new TextDecoder(name).decode(sample)))?.[0] ?? null;
}

/** Whether bytes beyond ASCII stand alone between letters, as in western one-byte encodings; in GBK they nearly always come in pairs. */
function isLatin(sample: Uint8Array): boolean {
  let alone = 0;
  let paired = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if ((sample[index] ?? 0) < 0xa0) continue;
    if ((sample[index + 1] ?? 0) < 0x80) alone += 1;
    else {
      paired += 1;
      index += 1;
    }
  }
  return alone > paired;
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 26) controls += 1;
  return controls / Math.max(sample.length, 1);
}
