import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../../shared/format/format-duration.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { taskShare, timeLeftMs } from '../stores/tasks-store.ts';
import styles from './run-progress.module.css';

interface RunProgressProps {
  /** Id of the running task; nothing is shown for null. */
  readonly task: string | null;
  readonly label: string;
  readonly onCancel: () => void;
}

/** How far the work of a page is, with Cancel; shown once it has taken two seconds. */
export function RunProgress({ task, label, onCancel }: RunProgressProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { tasks } = useDesk();
  const seen = useStore(tasks, (state) => (task === null ? undefined : state.tasks.get(task)));
  const isCancelling = useStore(tasks, ({ cancelling }) => task !== null && cancelling.has(task));
  if (task === null) return null;
  const leftMs = seen === undefined ? null : timeLeftMs(seen);
  const amount = seen === undefined || seen.task.total === null ? null : `${formatCount(seen.task.done)} / ${formatCount(seen.task.total)}`;
  return (
    <div className={styles.run}>
      <ProgressBar label={label} share={seen === undefined ? null : taskShare(seen.task)} />
      <span className={styles.figures}>
        {[amount, leftMs === null ? null : t('task.timeLeft', { time: formatDuration(leftMs, language) })].filter((part) => part !== null).join(' · ')}
      </span>
      <Button look="quiet" icon={<X size={16} aria-hidden />} disabled={isCancelling} onClick={onCancel}>{isCancelling ? t('task.cancelling') : t('action.cancel')}</Button>
    </div>
  );
}
