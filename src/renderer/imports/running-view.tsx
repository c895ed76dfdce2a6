import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { formatPercent } from '../../shared/format/format-change.ts';
import { formatDuration } from '../../shared/format/format-duration.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ImportItem } from '../stores/import-store.ts';
import { taskShare, timeLeftMs } from '../stores/tasks-store.ts';
import styles from './running-view.module.css';

/** How far the import of a file is. */
export function RunningView({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tasks, notices } = useDesk();
  const seen = useStore(tasks, (state) => (item.task === null ? undefined : state.tasks.get(item.task)));
  const isCancelling = useStore(tasks, (state) => item.task !== null && state.cancelling.has(item.task));
  const share = seen === undefined ? null : taskShare(seen.task);
  const leftMs = seen === undefined ? null : timeLeftMs(seen);
  const total = seen?.task.total ?? null;
  const cancel = (): void => {
    if (item.task !== null) void tasks.getState().cancel(item.task).catch(notices.getState().showThrown);
  };
  return (
    <div className={styles.view}>
      <h2 className={styles.name}>{item.name}</h2>
      <ProgressBar label={t('task.progress', { subject: item.name })} share={share} />
      <p className={styles.figures}>
        <span>{share === null ? '' : formatPercent(share)}</span>
        <span>{seen === undefined || total === null ? '' : `${formatBytes(seen.task.done)} / ${formatBytes(total)}`}</span>
        <span>{leftMs === null ? '' : t('task.timeLeft', { time: formatDuration(leftMs, language) })}</span>
      </p>
      <Button disabled={isCancelling || item.task === null} onClick={cancel}>
        {isCancelling ? t('task.cancelling') : t('action.cancel')}
      </Button>
    </div>
  );
}
