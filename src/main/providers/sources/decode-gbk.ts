const gbk = new TextDecoder('gb18030');

/** Text of a source that still writes GBK. */
export function decodeGbk(body: Uint8Array): string {
  return gbk.decode(body);
}
