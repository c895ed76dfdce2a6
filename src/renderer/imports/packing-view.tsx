import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shared/format/format-number.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useDesk } from '../desk-context.ts';
import type { ImportItem } from '../stores/import-store.ts';
import styles from './running-view.module.css';

/** How far the handing over of a folder is: its files are read first, then they travel together. */
export function PackingView({ item, packing: { done, total } }: { readonly item: ImportItem; readonly packing: NonNullable<ImportItem['packing']> }) {
  const { t } = useTranslation();
  const { imports } = useDesk();
  return (
    <div className={styles.view}>
      <h2 className={styles.name}>{item.name}</h2>
      <ProgressBar label={t('import.packing.label', { name: item.name })} share={done < total ? done / total : null} />
      <p className={styles.figures}>
        <span />
        <span>{done < total ? t('import.packing', { done: formatCount(done), total: formatCount(total) }) : t('import.handingOver', { total: formatCount(total) })}</span>
        <span />
      </p>
      <Button onClick={() => imports.getState().remove(item.id)}>{t('action.cancel')}</Button>
    </div>
  );
}
