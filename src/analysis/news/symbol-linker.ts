/** What of an instrument a text may name. */
export interface NamedInstrument {
  readonly symbol: string;
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
}

/** Finds the instruments that a text names. */
type SymbolLinker = (text: string) => readonly string[];

const companyForms = /[\s,]+(incorporated|inc|corporation|corp|company|co|limited|ltd|plc|ag|sa|se|nv|group|holdings?|class [a-c]|the)\.?$/i;
const leastEnglishName = 4;
const leastChineseName = 2;
/** Words that are names of companies and of other things; they need their code beside them. */
const ambiguousNames: ReadonlySet<string> = new Set(['target', 'visa', 'gap', 'block', 'match', 'progressive', 'general', 'southern', 'best', 'first', 'news', 'market', 'public', 'china', 'global', 'america', 'energy', 'capital']);

/**
 * A linker over these instruments. A code counts where it is marked as one: six digits standing alone, `$ABC`, `(ABC)`, `NASDAQ: ABC`,
 * `0700.HK`; a bare Latin word never does. Names count as they are written, company forms left out.
 */
export function createSymbolLinker(instruments: readonly NamedInstrument[]): SymbolLinker {
  const byCode = new Map<string, string[]>();
  const byName = new Map<string, Named[]>();
  const put = (key: string, name: string, symbol: string): void => void byName.set(key, [...(byName.get(key) ?? []), { name, symbol }]);
  for (const { symbol, code, nameEn, nameZh } of instruments) {
    const upper = code.toUpperCase().replace(/\.(SH|SZ|BJ|HK)$/, '');
    byCode.set(upper, [...(byCode.get(upper) ?? []), symbol]);
    const chinese = nameZh?.replaceAll(/[\s*]|^ST|-[A-Z]+$/g, '') ?? '';
    if (chinese.length >= leastChineseName && /\p{Script=Han}/u.test(chinese)) put(chinese.slice(0, 2), chinese, symbol);
    const english = plainName(nameEn ?? '');
    if (english.length >= leastEnglishName && !ambiguousNames.has(english)) put(english.split(' ')[0] ?? '', english, symbol);
  }
  return (text) => {
    const found = new Set<string>();
    for (const code of markedCodes(text)) for (const symbol of byCode.get(code) ?? []) found.add(symbol);
    for (let at = 0; at + 1 < text.length; at += 1) {
      const named = byName.get(text.slice(at, at + 2));
      if (named !== undefined) for (const symbol of longest(named.filter(({ name }) => /\p{Script=Han}/u.test(name) && text.startsWith(name, at)))) found.add(symbol);
    }
    const words = text.toLowerCase().replaceAll(/['’]s\b/g, '').match(/[\p{L}\p{N}&.'-]+/gu)?.map((word) => word.replace(/^[.'-]+|[.'-]+$/g, '')) ?? [];
    words.forEach((word, at) => {
      const named = byName.get(word);
      if (named !== undefined) for (const symbol of longest(named.filter(({ name }) => words.slice(at, at + name.split(' ').length).join(' ') === name))) found.add(symbol);
    });
    return [...found];
  };
}

interface Named {
  readonly name: string;
  readonly symbol: string;
}

/** Where one name begins with another, the longer one is meant. */
function longest(named: readonly Named[]): readonly string[] {
  const most = Math.max(0, ...named.map(({ name }) => name.length));
  return named.filter(({ name }) => name.length === most).map(({ symbol }) => symbol);
}

function plainName(name: string): string {
  let plain = name.trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(companyForms, '');
  }
  return plain.replaceAll(/[^\p{L}\p{N}&.' -]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function markedCodes(text: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [, code] of text.matchAll(/(?<![A-Za-z0-9.])(\d{6})(?![A-Za-z0-9])/g)) codes.add(code ?? '');
  for (const [, code] of text.matchAll(/\$([A-Z]{1,6}(?:\.[A-Z])?)\b/g)) codes.add(code ?? '');
  for (const [, code] of text.matchAll(/[(（](?:[A-Z]{2,8}\s*[:：]\s*)?([A-Z]{1,6}(?:\.[A-Z])?|\d{4,6})(?:\.(?:SH|SZ|BJ|HK|US|O|N))?[)）]/g)) codes.add(code ?? '');
  for (const [, code] of text.matchAll(/\b(?:NASDAQ|NYSE|AMEX|HKEX|SSE|SZSE)\s*[:：]\s*([A-Z]{1,6}|\d{4,6})\b/g)) codes.add(code ?? '');
  for (const [, code] of text.matchAll(/\b(\d{4,5})\.HK\b/gi)) codes.add((code ?? '').padStart(5, '0'));
  return codes;
}
