import type { TFunction } from 'i18next';
import type { ChanReason } from '../../../analysis/chan/chan-reason.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { ChanTexts } from './chan-rows.ts';

/** The words of the Chan list and of the marks on the chart. */
export function chanTexts(t: TFunction): ChanTexts {
  const reasonText = ({ code, params: { ratio, turn, lines, parts, metric } }: ChanReason, date: (time: number) => string): string => {
    const text = t(code, { lines: String(lines ?? ''), parts: String(parts ?? ''), metric: String(metric ?? '') });
    const measured = typeof ratio === 'number' ? ` ${t('chan.ratio', { ratio: formatNumber(ratio, 3) })}` : '';
    const followed = typeof turn === 'number' ? ` ${t('chan.turn', { date: date(turn) })}` : '';
    return `${text}${measured}${followed}`;
  };
  return {
    title: t('chan.title'), stroke: t('chan.stroke'), segment: t('chan.segment'), segmentMark: t('chan.segmentMark'), up: t('chan.up'), down: t('chan.down'), buy: t('chan.buy'), sell: t('chan.sell'),
    kinds: { bi: t('chan.kind.bi'), seg: t('chan.kind.seg'), segseg: t('chan.kind.segseg'), zs: t('chan.kind.zs'), segzs: t('chan.kind.segzs') },
    point: (point) => t('chan.kind.point', { point }),
    reason: reasonText,
    final: t('chan.final'),
    since: (date) => (date === null ? t('chan.provisional') : t('chan.since', { date })),
  };
}
