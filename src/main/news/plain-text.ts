const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', pound: '£', copy: '©', reg: '®', trade: '™',
};

/** Text without markup, entities, control characters and doubled spaces, cut at a length. Feeds put HTML into titles and summaries. */
export function plainText(value: string, maxLength: number): string {
  const text = value
    .slice(0, 20 * maxLength)
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? fromCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : (named[name.toLowerCase()] ?? whole),
    )
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zs}\s]+/gu, ' ')
    .toWellFormed()
    .trim();
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).toWellFormed()}…`;
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}
