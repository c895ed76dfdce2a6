import { useTranslation } from 'react-i18next';
import styles from './chart-skeleton.module.css';

/** Stands for a chart that is being read; seen only after 0.3 s. */
export function ChartSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')} className={styles.skeleton}>
      <span className={styles.toolbar} />
      <span className={styles.price} />
      <span className={styles.volume} />
    </div>
  );
}
