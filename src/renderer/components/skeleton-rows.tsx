import { useTranslation } from 'react-i18next';
import styles from './skeleton-rows.module.css';

const rows = Array.from({ length: 12 }, (_, index) => index);

/** Stands for a table that is being read; seen only after 0.3 s. */
export function SkeletonRows() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')} className={styles.rows}>
      {rows.map((row) => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}
