import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricRecord } from '../../shared/contract/universe-figures.ts';
import { formatChange, formatPercent } from '../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../shared/format/format-number.ts';
import { ErrorView } from '../components/error-view.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { useAnswer } from '../stores/use-answer.ts';
import type { scopeInput } from './scope-store.ts';
import styles from './track-record.module.css';

interface TrackRecordProps {
  readonly metric: 'score' | 'risk';
  /** The part of the universe it is measured on; all of it, up to its newest day, where left out. */
  readonly scope?: ReturnType<typeof scopeInput>;
}

/** What came after high and low values of a model in the past; measured when it is unfolded, since it looks at the whole universe. */
export function TrackRecord({ metric, scope = {} }: TrackRecordProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { answer, reload } = useAnswer('models.record', isOpen ? { ...scope, metric } : null);
  return (
    <details className={styles.record} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{t('record.title')}</summary>
      {isOpen && answer.state === 'loading' && <SkeletonRows />}
      {isOpen && answer.state === 'failed' && <ErrorView compact title={t('record.failed')} error={answer.error} onRetry={() => void reload()} />}
      {isOpen && answer.state === 'ready' && (answer.value.record === null ? <p className={styles.note}>{t('record.none')}</p> : <RecordTable record={answer.value.record} />)}
    </details>
  );
}

function RecordTable({ record: { outcomes, sections, correlation } }: { readonly record: MetricRecord }) {
  const { t } = useTranslation();
  const horizons = [...new Set(outcomes.map(({ horizon }) => horizon))];
  const deciles = [...new Set(outcomes.map(({ decile }) => decile))].sort((left, right) => right - left);
  return (
    <>
      <p className={styles.note}>{t('record.sections', { count: sections.length, from: sections[0] ?? '–', to: sections.at(-1) ?? '–' })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('record.decile')}</th>
            {horizons.map((horizon) => <th key={horizon} scope="col">{t('record.mean', { horizon })}</th>)}
            <th scope="col">{t('record.rising', { horizon: horizons.at(-1) ?? 0 })}</th>
            <th scope="col">{t('scenario.column.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {deciles.map((decile) => {
            const of = (horizon: number | undefined) => outcomes.find((row) => row.decile === decile && row.horizon === horizon);
            const longest = of(horizons.at(-1));
            return (
              <tr key={decile}>
                <th scope="row">{decile}</th>
                {horizons.map((horizon) => <td key={horizon}>{formatChange((of(horizon)?.mean ?? NaN) / 100)}</td>)}
                <td>{formatPercent(longest?.rising ?? null)}</td>
                <td>{formatCount(longest?.samples ?? null)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>
        {correlation.map(({ horizon, value }) => t('record.correlation', { horizon, value: formatNumber(value, 3) })).join(' · ')}
      </p>
      <p className={styles.note}>{t('record.hint')}</p>
    </>
  );
}
