/**
 * The text of a feed's bytes. The charset is taken from a byte-order mark, the HTTP header, the XML declaration, else UTF-8 where it
 * is valid UTF-8, else windows-1252, which older feeds in Latin letters use without saying so.
 */
export function decodeFeed(body: Uint8Array, contentType: string | null): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 300));
  const marked = body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : null;
  const named = marked ?? /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ?? null;
  return decodeAs(named, body) ?? decodeAs('utf-8', body) ?? new TextDecoder('windows-1252').decode(body);
}

/** Null for a charset nobody knows, and for bytes that are not text of it. */
function decodeAs(charset: string | null, body: Uint8Array): string | null {
  if (charset === null) return null;
  try {
    // What calls itself gb2312 is often more than that.
    return new TextDecoder(/^gb(2312|k)$/i.test(charset) ? 'gb18030' : charset, { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
