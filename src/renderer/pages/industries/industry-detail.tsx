import { useTranslation } from 'react-i18next';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { AddToWatchlist } from '../../universe/add-to-watchlist.tsx';
import { codeOf } from '../../universe/code-of.ts';
import { useScope } from '../../universe/use-scope.ts';
import styles from '../scan/scan-tools.module.css';
import { rowSymbol } from '../scan/row-symbol.ts';
import { IndustryFacts } from './industry-facts.tsx';

/** One industry: its figures, how it went, its members by rank. */
export function IndustryDetail({ industry }: { readonly industry: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scope = useScope();
  const { answer, reload } = useAnswer('industries.detail', industry === null ? null : { ...scope, industry });
  if (industry === null) return <p className={styles.none}>{t('industries.select')}</p>;
  if (answer.state === 'loading') return <SkeletonRows />;
  if (answer.state === 'failed') return <ErrorView title={t('industries.detail.failed', { industry: industryName(industry, language) })} error={answer.error} onRetry={() => void reload()} />;
  const { detail, symbols } = answer.value;
  const name = industryName(detail.industry, language);
  return (
    <div className={styles.inspector}>
      <h2 className={styles.title}>{name}</h2>
      <IndustryFacts detail={detail} symbols={symbols} />
      <AddToWatchlist key={detail.industry} symbols={detail.members.map(rowSymbol)} name={name} />
      <Members detail={detail} />
    </div>
  );
}

const mostMembers = 30;

function Members({ detail: { members } }: { readonly detail: IndustryDetailFigures }) {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{members.length > mostMembers ? t('industries.membersFirst', { shown: mostMembers, count: members.length }) : t('industries.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.column.code')}</th>
          <th scope="col" className={styles.figure}>{t('rank.column.rank')}</th>
          <th scope="col" className={styles.figure}>{t('rank.column.score')}</th>
          <th scope="col" className={styles.figure}>{t('list.column.change')}</th>
        </tr>
      </thead>
      <tbody>
        {members.slice(0, mostMembers).map(({ symbol, name, rank, score, change }) => (
          <tr key={symbol}>
            <th scope="row">
              <LinkButton title={name ?? symbol} onClick={() => navigation.getState().openSymbol(symbol)}>{codeOf(symbol)}</LinkButton>
            </th>
            <td className={styles.figure}>{formatNumber(rank, 0)}</td>
            <td className={styles.figure}>{formatNumber(score, 1)}</td>
            <td className={styles.figure}><DirectionText value={change ?? NaN} text={formatChange(change === null ? null : change / 100)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
