import { useTranslation } from 'react-i18next';
import styles from './skeleton-rows.module.css';

/** Stands for a table that is being read; seen only after 0.3 s. */
export function SkeletonRows({ count = 12 }: { readonly count?: number }) {
  const { t } = useTranslation();
  const rows = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" aria-label={t('state.loading')} className={styles.rows}>
      {rows.map((row) => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}
