/** A file's name without its extensions and the `(1)` of a repeated download. */
export function fileStem(name: string): string {
  return name.replace(/(\.(csv|txt|tsv|xlsx?|json|gz|dat|day|lc1|lc5|prn))+$/i, '').replace(/\s?\(\d+\)$/, '').trim();
}

/** The code that a Chinese product puts in front of its file names (`SH#600519`, `600519_…`, `sz000001`); null for other names. */
export function chineseCodeInName(name: string): string | null {
  const match = /^(SH|SZ|BJ)?[#._-]?(\d{6})(?!\d)/i.exec(fileStem(name));
  return match === null ? null : `${match[1] ?? ''}${match[2]}`;
}
