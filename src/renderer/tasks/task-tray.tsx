import { Popover } from '@base-ui/react/popover';
import { ListChecks } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../components/button.tsx';
import { StateView } from '../components/state-view.tsx';
import { useDesk } from '../desk-context.ts';
import { isActive } from '../stores/tasks-store.ts';
import { TaskRow } from './task-row.tsx';
import styles from './task-tray.module.css';

interface TaskTrayProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly children: ReactElement;
}

/** Long work, newest first: progress, time left, Cancel; ended work with what came of it. */
export function TaskTray({ isOpen, onOpen, onClose, children }: TaskTrayProps) {
  const { t } = useTranslation();
  const { tasks } = useDesk();
  const seen = [...useStore(tasks, (state) => state.tasks).values()].reverse();
  const hasEnded = seen.some(({ task }) => !isActive(task));
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => (open ? onOpen() : onClose())}>
      <Popover.Trigger render={children} />
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={6} className={styles.positioner}>
          <Popover.Popup className={styles.tray}>
            <header className={styles.header}>
              <Popover.Title className={styles.title}>{t('task.title')}</Popover.Title>
              {hasEnded && (
                <Button look="quiet" onClick={() => tasks.getState().clearEnded()}>
                  {t('action.clear')}
                </Button>
              )}
            </header>
            {seen.length === 0 ? (
              <div className={styles.none}>
                <StateView icon={<ListChecks size={24} aria-hidden />} title={t('task.none.title')} hint={t('task.none.hint')} />
              </div>
            ) : (
              <ul className={styles.list}>
                {seen.map((item) => (
                  <TaskRow key={item.task.id} seen={item} />
                ))}
              </ul>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
