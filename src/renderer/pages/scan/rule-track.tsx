import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRecord } from '../../../shared/contract/universe-figures.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useRun } from '../../stores/use-run.ts';
import { RunProgress } from '../../tasks/run-progress.tsx';
import { useScope } from '../../universe/use-scope.ts';
import styles from './scan-tools.module.css';

/** What came after the past dates on which the rule held; measured when it is unfolded. */
export function RuleTrack({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const scope = useScope();
  const { answer, reload, task, cancel } = useRun('scan.run', isOpen ? { ...scope, text, diff: false, record: true } : null);
  const record = answer.value?.scans[0]?.record ?? null;
  return (
    <details className={styles.track} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('rule.record')}</summary>
      {isOpen && <RunProgress task={task} label={t('rule.record')} onCancel={cancel} />}
      {isOpen && answer.state === 'loading' && <SkeletonRows />}
      {isOpen && answer.state === 'failed' && <ErrorView compact title={t('record.failed')} error={answer.error} onRetry={() => void reload()} />}
      {isOpen && answer.state === 'ready' && (record === null || record.outcomes.length === 0 ? <p className={styles.note}>{record?.gap == null ? t('record.none') : t('rule.record.gap', { field: record.gap })}</p> : <Outcomes record={record} />)}
    </details>
  );
}

function Outcomes({ record: { outcomes, sections } }: { readonly record: RuleRecord }) {
  const { t } = useTranslation();
  const percent = (value: number | null): string => formatChange(value === null ? null : value / 100);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('rule.record.ahead')}</th>
            <th scope="col" className={styles.figure}>{t('rule.record.mean')}</th>
            <th scope="col" className={styles.figure}>{t('rule.record.all')}</th>
            <th scope="col" className={styles.figure}>{t('rule.record.rising')}</th>
            <th scope="col" className={styles.figure}>{t('scenario.column.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ horizon, mean, universeMean, rising, samples }) => (
            <tr key={horizon}>
              <th scope="row">{horizon}</th>
              <td className={styles.figure}>{percent(mean)}</td>
              <td className={styles.figure}>{percent(universeMean)}</td>
              <td className={styles.figure}>{formatPercent(rising)}</td>
              <td className={styles.figure}>{formatCount(samples)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{t('record.sections', { count: sections.length, from: sections[0] ?? '–', to: sections.at(-1) ?? '–' })}</p>
    </>
  );
}
