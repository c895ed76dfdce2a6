import { symbolCandidates, type SymbolHints } from '../../../shared/symbol-text.ts';

/** A file's name without its extensions and the `(1)` of a repeated download. */
export function fileStem(name: string): string {
  return name.replace(/(\.(csv|txt|tsv|xlsx?|json|gz|zip|dat|day|lc1|lc5|prn|html?|ods))+$/i, '').replace(/\s?\(\d+\)$/, '').trim();
}

/**
 * The symbol that is the whole name of a file: one that names its exchange (`sh600519`, `0700.HK`), a Chinese code (`600519`, also with words
 * behind it), or any that a market given by the person settles (`AAPL` in capitals). Null for other names.
 */
export function symbolAsName(name: string, hints: SymbolHints): string | null {
  const stem = fileStem(name);
  const named = /^(SH|SZ|BJ)[#._]?\d{6}$/i.test(stem) || /^(\d{6}\.(SH|SS|SZ|BJ)|\d{4,5}\.HK)$/i.test(stem);
  const settled = (hints.market !== undefined || hints.exchange !== undefined) && stem === stem.toUpperCase();
  const [, code] = /^(\d{6})(?:[-_ （(.].*)?$/.exec(stem) ?? [];
  if (code !== undefined && symbolCandidates(code, hints).length > 0) return code;
  return (named || settled) && symbolCandidates(stem, hints).length === 1 ? stem : null;
}

/** The code in the file names of a Chinese product (`SH#600519`, `600519_…`, `sz000001`, `K线导出_600519_日线`); null for other names. */
export function chineseCodeInName(name: string): string | null {
  for (const [, exchange = '', code = ''] of fileStem(name).matchAll(/(?<![A-Za-z\d])(SH|SZ|BJ)?[#._-]?(\d{6})(?!\d)/gi)) {
    if (symbolCandidates(`${exchange}${code}`).length > 0) return `${exchange}${code}`;
  }
  return null;
}
