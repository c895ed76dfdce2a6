import { useTranslation } from 'react-i18next';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { Fact, FactsList } from '../symbol/facts-list.tsx';

/** The figures of an industry, one below the other. */
export function IndustryFacts({ detail }: { readonly detail: IndustryDetailFigures }) {
  const { t } = useTranslation();
  const { means, inTop, changePercent } = detail;
  return (
    <FactsList>
      <Fact name={t('list.column.change')}><DirectionText value={changePercent ?? NaN} text={formatChange(changePercent === null ? null : changePercent / 100)} /></Fact>
      <Fact name={t('mood.breadth')}>▲ {detail.up} ▼ {detail.down} = {detail.flat}</Fact>
      <Fact name={t('industries.averageRank')}>{formatNumber(detail.averageRank, 1)}</Fact>
      <Fact name={t('industries.meanScore')}>{formatNumber(means.metric, 1)}</Fact>
      <Fact name={t('rank.column.relativeVolume')}>{formatNumber(means.relativeVolume, 2)}</Fact>
      <Fact name={t('industries.inTop')}>{inTop.top100} · {inTop.top500} · {inTop.top1000}</Fact>
      <Fact name={t('industries.signals')}>{t('industries.signalCounts', { hot: detail.hot, jumps: detail.jumps, steady: detail.steady })}</Fact>
      <Fact name={t('industries.multiSignal')}>{detail.multiSignal}</Fact>
      <Fact name={t('industries.meanStrength')}>{formatNumber(detail.meanStrength, 2)}</Fact>
    </FactsList>
  );
}
