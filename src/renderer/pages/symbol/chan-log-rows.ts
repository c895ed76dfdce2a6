import type { ChanLogEntry } from '../../../shared/contract/chan.ts';
import type { ChanTexts } from './chan-rows.ts';

/** The life of one element as a row; empty where a time is not known. */
export interface ChanLogRow {
  readonly id: string;
  readonly kind: string;
  readonly direction: string;
  readonly begin: string;
  readonly beginTime: number;
  readonly firstSeen: string;
  readonly moved: string;
  readonly final: string;
  readonly vanished: string;
}

/** The entries known at `newestTime`, the newest first: what came later (in a replay) is not told. */
export function chanLogRows(entries: readonly ChanLogEntry[], newestTime: number, texts: ChanTexts, date: (time: number) => string): readonly ChanLogRow[] {
  const known = (time: number | null): string => (time === null || time > newestTime ? '' : date(time));
  return entries
    .filter(({ firstSeen }) => firstSeen <= newestTime)
    .map(({ part, key, firstSeen, lastMoved, final, vanished }): ChanLogRow => {
      const [begin = '', what = '', type = ''] = key.split(' ');
      const isPoint = part === 'bsp' || part === 'segbsp';
      const side = what === 'buy' ? texts.buy : texts.sell;
      return {
        id: `${part} ${key} ${firstSeen}`,
        kind: isPoint ? texts.point(`${part === 'segbsp' ? `${texts.segmentMark} ` : ''}${side}${type}`) : texts.kinds[part],
        direction: isPoint ? `${what === 'buy' ? '▲' : '▼'} ${side}` : what === 'up' ? `▲ ${texts.up}` : what === 'down' ? `▼ ${texts.down}` : '',
        begin: date(Number(begin)),
        beginTime: Number(begin),
        firstSeen: date(firstSeen),
        moved: known(Math.min(lastMoved, newestTime)),
        final: known(final),
        vanished: known(vanished),
      };
    })
    .reverse();
}
