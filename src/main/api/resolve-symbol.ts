import { AppError } from '../../shared/app-error.ts';
import type { Instrument } from '../store/store.ts';

/** What a text could mean, best first: the key, the code in a common spelling, then names and pinyin initials. */
export function findInstruments(text: string, instruments: readonly Instrument[], limit: number): Instrument[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked = instruments
    .map((instrument) => ({ instrument, rank: rankOf(wanted, instrument) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.instrument.symbol < b.instrument.symbol ? -1 : 1));
  return ranked.slice(0, limit).map(({ instrument }) => instrument);
}

/** The one instrument a text names. Throws `symbol.unknown` or `symbol.ambiguous`; a name alone never decides. */
export function resolveInstrument(text: string, instruments: readonly Instrument[]): Instrument {
  const named = instruments.filter((instrument) => rankOf(text.trim().toLowerCase(), instrument) <= Rank.code);
  const [first, second] = named;
  if (first === undefined) throw new AppError('symbol.unknown', { text });
  const exact = named.find((instrument) => instrument.symbol.toLowerCase() === text.trim().toLowerCase());
  if (exact !== undefined) return exact;
  if (second !== undefined) {
    throw new AppError('symbol.ambiguous', { text, candidates: named.slice(0, 10).map((instrument) => instrument.symbol).join(', ') });
  }
  return first;
}

const Rank = { symbol: 0, code: 1, codeStart: 2, nameStart: 3, pinyinStart: 4, inside: 5 } as const;

function rankOf(wanted: string, instrument: Instrument): number {
  const code = instrument.code.toLowerCase();
  if (instrument.symbol.toLowerCase() === wanted) return Rank.symbol;
  if (spellings(instrument).includes(wanted)) return Rank.code;
  if (code.startsWith(wanted)) return Rank.codeStart;
  const names = [instrument.nameEn, instrument.nameZh].filter((name) => name !== null).map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith(wanted))) return Rank.nameStart;
  if (instrument.pinyin?.startsWith(wanted) === true) return Rank.pinyinStart;
  if (names.some((name) => name.includes(wanted)) || instrument.pinyin?.includes(wanted) === true) return Rank.inside;
  return Infinity;
}

/** How people write a code with its exchange: `600519.sh`, `sh.600519`, `sh#600519`, `sh600519`, `600519 ch`, `aapl.us`. */
function spellings(instrument: Instrument): string[] {
  const code = instrument.code.toLowerCase();
  const shorts = code.startsWith('0') && instrument.mic === 'XHKG' ? [code, code.replace(/^0+/, '')] : [code];
  const suffixes = exchangeSuffixes[instrument.mic] ?? [];
  return shorts.flatMap((short) => [short, ...suffixes.flatMap((suffix) => [`${short}.${suffix}`, `${suffix}.${short}`, `${suffix}#${short}`, `${suffix}${short}`, `${short} ${suffix}`])]);
}

const exchangeSuffixes: Readonly<Record<string, readonly string[]>> = {
  XSHG: ['sh', 'ss', 'ch', 'cg', 'cn', 'sse', 'xshg'],
  XSHE: ['sz', 'ch', 'cs', 'cn', 'szse', 'xshe'],
  XBSE: ['bj', 'ch', 'cn', 'bse'],
  XHKG: ['hk', 'hkg'],
  XNAS: ['us', 'o', 'nasdaq', 'uw'],
  XNYS: ['us', 'n', 'nyse', 'un'],
  US: ['us', 'usa'],
  XLON: ['l', 'ln', 'lon', 'uk'],
  INDEX: ['index', 'idx'],
};
