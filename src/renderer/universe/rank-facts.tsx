import { useTranslation } from 'react-i18next';
import type { RankRow } from '../../shared/contract/universe-figures.ts';
import { formatAmount } from '../../shared/format/format-amount.ts';
import { formatNumber } from '../../shared/format/format-number.ts';
import { industryName } from '../../shared/i18n/industry-name.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Fact, FactsList } from '../pages/symbol/facts-list.tsx';
import { RankChange } from './rank-change.tsx';
import styles from './rank-facts.module.css';

/** The figures of a ranked symbol, one below the other. */
export function RankFacts({ row }: { readonly row: RankRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.facts}>
      <FactsList>
        <Fact name={t('rank.column.rank')}>{formatNumber(row.rank, 0)} · <RankChange rank={row.rank} previousRank={row.previousRank} /></Fact>
        <Fact name={t('rank.column.industry')}>{row.industry === null ? t('industry.unknown') : industryName(row.industry, language)}</Fact>
        <Fact name={t('rank.column.score')}>{formatNumber(row.score, 1)}</Fact>
        <Fact name={t('rank.column.risk')}>{formatNumber(row.risk, 0)}</Fact>
        <Fact name={t('rank.column.amount')}>{formatAmount(row.amount, language)}</Fact>
        <Fact name={t('rank.column.volatility')}>{formatNumber(row.volatility, 2)}</Fact>
        <Fact name={t('rank.column.relativeVolume')}>{formatNumber(row.relativeVolume, 2)}</Fact>
        <Fact name={t('rank.column.turnover')}>{formatNumber(row.turnover, 2)}</Fact>
        <Fact name={t('rank.column.signalStrength')}>{formatNumber(row.signalStrength, 2)}{row.signalCount !== null && <> · {t('rank.signals', { count: row.signalCount })}</>}</Fact>
      </FactsList>
    </div>
  );
}
