import { AppError } from '../../shared/app-error.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import { bareMarkets, symbolCandidates } from '../../shared/symbol-text.ts';
import type { Instrument } from '../store/store.ts';

/** What a text can name an instrument by. */
type Named = Pick<Instrument, 'symbol' | 'mic' | 'code' | 'nameEn' | 'nameZh' | 'pinyin'>;

/** What a text could mean, best first: the key, the code in a common spelling, then names and pinyin initials. */
export function findInstruments<One extends Named>(text: string, instruments: readonly One[], limit: number): One[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const isMeant = meaningOf(wanted);
  const ranked = instruments
    .map((instrument) => ({ instrument, rank: rankOf(wanted, isMeant, instrument) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.instrument.symbol < b.instrument.symbol ? -1 : 1));
  return ranked.slice(0, limit).map(({ instrument }) => instrument);
}

/** The one instrument a text names. Throws `symbol.unknown` or `symbol.ambiguous`; a name alone never decides. */
export function resolveInstrument(text: string, instruments: readonly Instrument[]): Instrument {
  const wanted = text.trim().toLowerCase();
  const exact = instruments.find((instrument) => instrument.symbol.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const isMeant = meaningOf(wanted);
  const named = instruments.filter(isMeant);
  const [first, second] = named;
  if (first === undefined) throw new AppError('symbol.unknown', { text });
  if (second !== undefined) {
    throw new AppError('symbol.ambiguous', { text, candidates: named.slice(0, 10).map((instrument) => instrument.symbol).join(', ') });
  }
  return first;
}

const Rank = { symbol: 0, code: 1, codeStart: 2, nameStart: 3, pinyinStart: 4, inside: 5 } as const;

function rankOf(wanted: string, isMeant: (instrument: Named) => boolean, instrument: Named): number {
  if (instrument.symbol.toLowerCase() === wanted) return Rank.symbol;
  if (isMeant(instrument)) return Rank.code;
  if (instrument.code.toLowerCase().startsWith(wanted)) return Rank.codeStart;
  const names = [instrument.nameEn, instrument.nameZh].filter((name) => name !== null).map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith(wanted))) return Rank.nameStart;
  if (instrument.pinyin?.startsWith(wanted) === true) return Rank.pinyinStart;
  if (names.some((name) => name.includes(wanted)) || instrument.pinyin?.includes(wanted) === true) return Rank.inside;
  return Infinity;
}

/** Whether an instrument is what a text means, in any spelling of code and exchange. */
function meaningOf(wanted: string): (instrument: Named) => boolean {
  const candidates = [undefined, ...bareMarkets].flatMap((market) => symbolCandidates(wanted, { market }));
  return (instrument) =>
    instrument.code.toLowerCase() === wanted ||
    candidates.some(({ mic, code }) => code === instrument.code && (mic === instrument.mic || mic === exchangeByMic(instrument.mic)?.market));
}
