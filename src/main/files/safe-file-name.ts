const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const maxLength = 80;

/**
 * A file name part from any text, e.g. a symbol: letters, digits, dot, dash and underscore of every script stay, all else becomes
 * an underscore; names that Windows reserves get one in front; leading dots go.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
    .replace(/[._]+$/, '');
  const short = [...plain].slice(0, maxLength).join('');
  if (short === '') return 'unnamed';
  return reserved.test(short.split('.')[0] ?? '') ? `_${short}` : short;
}
