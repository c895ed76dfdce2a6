import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import styles from './result-counts.module.css';

/** Every row accounted for: rows = imported + already there + rejected + without a bar. */
export function ResultCounts({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation();
  const parts = [
    { sign: '', title: t('import.result.rows'), count: result.rows, tone: undefined },
    { sign: '=', title: t('import.result.imported'), count: result.imported, tone: undefined },
    { sign: '+', title: t('import.result.unchanged'), count: result.unchanged, tone: undefined },
    { sign: '+', title: t('import.result.rejected'), count: result.rejected, tone: result.rejected > 0 ? 'bad' : undefined },
    { sign: '+', title: t('import.result.skipped'), count: result.skipped, tone: undefined },
  ];
  return (
    <div data-testid="counts" className={styles.counts}>
      {parts.map(({ sign, title, count, tone }) => (
        <Fragment key={title}>
          {sign !== '' && <span className={styles.sign}>{sign}</span>}
          <div className={styles.part} data-tone={tone}>
            <span className={styles.figure}>{formatCount(count)}</span>
            <span className={styles.title}>{title}</span>
          </div>
        </Fragment>
      ))}
    </div>
  );
}
