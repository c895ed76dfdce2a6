import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatChange } from '../../shared/format/format-change.ts';
import { formatNumber } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { DirectionText } from '../components/direction-text.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { useAnswer } from '../stores/use-answer.ts';
import styles from './track-record.module.css';
import { useScope } from './use-scope.ts';

const shown = 15;

/** A symbol's rank through the last sessions, higher on the line being better; read when it is unfolded. */
export function RankHistory({ symbol, metric = 'score' }: { readonly symbol: string; readonly metric?: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const scope = useScope();
  const { answer, reload } = useAnswer('scan.history', isOpen ? { ...scope, metric, of: symbol } : null);
  const days = answer.value?.of === symbol ? answer.value.days : [];
  return (
    <details className={styles.record} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{t('rank.history')}</summary>
      {isOpen && answer.state === 'loading' && <SkeletonRows />}
      {isOpen && answer.state === 'failed' && <ErrorView compact title={t('rank.history.failed')} error={answer.error} onRetry={() => void reload()} />}
      {days.length > 0 && (
        <>
          <p className={styles.note}>{t('rank.history.days', { count: days.length })} <Sparkline values={days.map(({ rank }) => -(rank ?? NaN))} /></p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('bar.time')}</th>
                <th scope="col">{t('rank.column.rank')}</th>
                <th scope="col">{t('list.column.last')}</th>
                <th scope="col">{t('list.column.change')}</th>
              </tr>
            </thead>
            <tbody>
              {days.slice(-shown).toReversed().map(({ date, rank, close, change }) => (
                <tr key={date}>
                  <th scope="row">{date}</th>
                  <td>{formatNumber(rank, 0)}</td>
                  <td>{formatPrice(close)}</td>
                  <td><DirectionText value={change ?? NaN} text={formatChange(change === null ? null : change / 100)} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </details>
  );
}
