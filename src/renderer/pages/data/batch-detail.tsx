import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportBatch } from '../../../shared/contract/imports.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { ruleText } from '../../imports/rule-text.ts';
import styles from './batch-detail.module.css';

/** The rejected rows of the chosen import: line, rule, text. */
export function BatchDetail({ batch }: { readonly batch: ImportBatch | null }) {
  const { t } = useTranslation();
  const { batches } = useDesk();
  const rejections = useStore(batches, (state) => state.rejections);
  if (batch === null) return <StateView title={t('import.result.rejections')} hint={t('data.choose.hint')} />;
  return (
    <div className={styles.detail}>
      <h2 className={styles.title}>{t('import.result.rejections')}</h2>
      {rejections.state === 'loading' && <SkeletonRows />}
      {rejections.state === 'failed' && <ErrorView compact error={rejections.error} onRetry={() => void batches.getState().choose(batch.id)} />}
      {rejections.state === 'ready' && rejections.value.length === 0 && <p className={styles.none}>{t('import.result.noRejections')}</p>}
      {rejections.state === 'ready' && rejections.value.length > 0 && (
        <>
          {rejections.value.length < batch.rejected && (
            <p className={styles.none}>
              {t('import.result.firstOf', { shown: formatCount(rejections.value.length), total: formatCount(batch.rejected) })}
            </p>
          )}
          <ol className={styles.list}>
            {rejections.value.map(({ line, rule, text }) => (
              <li key={`${line}-${rule}`} className={styles.row}>
                <span className={styles.line}>{formatCount(line)}</span>
                <span>{ruleText(rule, t)}</span>
                <code className={styles.text}>{text}</code>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
