import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatPercent } from '../../shared/format/format-change.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { StatusDot } from '../components/status-dot.tsx';
import { useDesk } from '../desk-context.ts';
import { isActive, taskShare } from '../stores/tasks-store.ts';
import { TaskTray } from '../tasks/task-tray.tsx';
import styles from './status-bar.module.css';

const dots = { ok: 'good', degraded: 'warn', failed: 'bad' } as const;

/** One line on the state of the desk; every item opens what it speaks of. */
export function StatusBar() {
  const { t } = useTranslation();
  const { navigation, symbols, health, tasks } = useDesk();
  const state = useStore(health, (value) => value.health?.state ?? null);
  const connection = useStore(health, (value) => value.connection);
  const count = useStore(symbols, ({ rows }) => rows.value?.length ?? null);
  const seen = useStore(tasks, (value) => value.tasks);
  const trayIsOpen = useStore(navigation, ({ overlay }) => overlay === 'tasks');
  const { openPage, openOverlay, closeOverlay } = navigation.getState();
  const active = [...seen.values()].map(({ task }) => task).filter(isActive);
  const share = active.length === 1 && active[0] !== undefined ? taskShare(active[0]) : null;
  const tasksText = active.length === 0 ? t('status.tasks.none') : t('status.tasks', { count: active.length });
  return (
    <footer aria-label={t('status.label')} className={styles.bar}>
      <button type="button" className={styles.item} onClick={() => openPage('data')}>
        <StatusDot state={state === null ? 'none' : dots[state]} />
        {t(state === null ? 'status.health.unknown' : `status.health.${state}`)}
      </button>
      {connection !== 'live' && (
        <span role="status" className={styles.note}>
          <StatusDot state={connection === 'lost' ? 'bad' : 'warn'} />
          {t(`status.connection.${connection}`)}
        </span>
      )}
      {count !== null && (
        <button type="button" className={styles.item} onClick={() => openPage('symbol')}>
          {t('status.symbols', { count, formatted: formatCount(count) })}
        </button>
      )}
      <span className={styles.space} />
      <TaskTray isOpen={trayIsOpen} onOpen={() => openOverlay('tasks')} onClose={closeOverlay}>
        <button type="button" className={styles.item}>
          {share === null ? tasksText : `${tasksText} (${formatPercent(share)})`}
        </button>
      </TaskTray>
    </footer>
  );
}
