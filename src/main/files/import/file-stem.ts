import { symbolCandidates, type SymbolHints } from '../../../shared/symbol-text.ts';

/** A file's name without its extensions and the `(1)` of a repeated download. */
export function fileStem(name: string): string {
  return name.replace(/(\.(csv|txt|tsv|xlsx?|json|gz|dat|day|lc1|lc5|prn))+$/i, '').replace(/\s?\(\d+\)$/, '').trim();
}

/**
 * The symbol that is the whole name of a file: one that names its exchange (`sh600519`, `0700.HK`), or any that a market given by the person
 * settles (`AAPL` in capitals). Null for other names.
 */
export function symbolAsName(name: string, hints: SymbolHints): string | null {
  const stem = fileStem(name);
  const named = /^(SH|SZ|BJ)[#._]?\d{6}$/i.test(stem) || /^(\d{6}\.(SH|SS|SZ|BJ)|\d{4,5}\.HK)$/i.test(stem);
  const settled = (hints.market !== undefined || hints.exchange !== undefined) && stem === stem.toUpperCase();
  return (named || settled) && symbolCandidates(stem, hints).length === 1 ? stem : null;
}

/** The code that a Chinese product puts in front of its file names (`SH#600519`, `600519_…`, `sz000001`); null for other names. */
export function chineseCodeInName(name: string): string | null {
  const match = /^(SH|SZ|BJ)?[#._-]?(\d{6})(?!\d)/i.exec(fileStem(name));
  return match === null ? null : `${match[1] ?? ''}${match[2]}`;
}
