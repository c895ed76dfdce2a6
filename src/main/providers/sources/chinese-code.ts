import { exchangeByMic } from '../../../shared/exchanges.ts';
import type { InstrumentDraft, InstrumentKind } from '../../../shared/instrument.ts';
import { symbolCandidates } from '../../../shared/symbol-text.ts';
import type { Asked } from '../provider.ts';

/** Where a Chinese code trades: `sh600519` is `{ place: 'sh', code: '600519' }`, for stocks, funds and indices alike. Null for anything else. */
export function chineseCode({ mic, code }: Pick<Asked, 'mic' | 'code'>): { readonly place: 'sh' | 'sz' | 'bj'; readonly code: string } | null {
  const index = mic === 'INDEX' ? /^(\d{6})\.(SH|SZ|BJ)$/.exec(code) : null;
  if (index !== null) return { place: places[index[2] ?? ''] ?? 'sh', code: index[1] ?? '' };
  const place = places[mic];
  return place === undefined || !/^\d{6}$/.test(code) ? null : { place, code };
}

const places: Readonly<Record<string, 'sh' | 'sz' | 'bj'>> = { XSHG: 'sh', XSHE: 'sz', XBSE: 'bj', SH: 'sh', SZ: 'sz', BJ: 'bj' };
const mics = { sh: 'XSHG', sz: 'XSHE', bj: 'XBSE' } as const;

/** A listed instrument of mainland China from its place, code and Chinese name. */
export function chineseInstrument(place: 'sh' | 'sz' | 'bj', code: string, nameZh: string): InstrumentDraft {
  const mic = mics[place];
  const known = symbolCandidates(code).find((one) => one.mic === mic);
  const kind: InstrumentKind = known?.kind ?? 'stock';
  const exchange = exchangeByMic(mic);
  return { mic, code, kind, nameEn: null, nameZh, currency: known?.currency ?? 'CNY', zone: exchange?.zone ?? 'Asia/Shanghai', calendar: exchange?.calendar ?? null };
}
