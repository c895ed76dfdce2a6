import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { scaledCount } from '../../../analysis/universe/scaled-count.ts';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { Sparkline } from '../../components/sparkline.tsx';

/** The figures of an industry in a universe of so many symbols, each with its name, in the order they are read. */
export function industryFigures(t: TFunction, symbols: number, detail: IndustryDetailFigures): readonly { readonly name: string; readonly value: ReactNode }[] {
  const { means, inTop, changePercent, up, down, flat } = detail;
  const ranks = [100, 500, 1000].map((stated) => scaledCount(stated, symbols)).join(' · ');
  return [
    { name: t('list.column.change'), value: <DirectionText value={changePercent ?? NaN} text={formatChange(changePercent === null ? null : changePercent / 100)} /> },
    { name: t('mood.breadth'), value: <><DirectionText value={1} text={`▲ ${up}`} /> <DirectionText value={-1} text={`▼ ${down}`} /> = {flat}</> },
    { name: t('industries.averageRank'), value: formatNumber(detail.averageRank, 1) },
    { name: t('industries.meanScore'), value: formatNumber(means.metric, 1) },
    { name: t('rank.column.relativeVolume'), value: formatNumber(means.relativeVolume, 2) },
    { name: t('industries.inTop', { ranks }), value: `${inTop.top100} · ${inTop.top500} · ${inTop.top1000}` },
    { name: t('industries.signals'), value: `${detail.hot} · ${detail.jumps} · ${detail.steady}` },
    { name: t('industries.multiSignal'), value: detail.multiSignal },
    { name: t('industries.meanStrength'), value: formatNumber(detail.meanStrength, 2) },
    { name: t('industries.rankCourse'), value: <Sparkline values={detail.trend.map(({ averageRank }) => -(averageRank ?? NaN))} /> },
  ];
}
