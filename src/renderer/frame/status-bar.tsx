import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatPercent } from '../../shared/format/format-change.ts';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { StatusDot } from '../components/status-dot.tsx';
import { useDesk } from '../desk-context.ts';
import type { DataView } from '../stores/sources-store.ts';
import { isActive, taskShare } from '../stores/tasks-store.ts';
import { TaskTray } from '../tasks/task-tray.tsx';
import styles from './status-bar.module.css';

const dots = { ok: 'good', degraded: 'warn', failed: 'bad' } as const;

/** One line on the state of the desk; every item opens what it speaks of. */
export function StatusBar() {
  const { t } = useTranslation();
  const { navigation, symbols, sources, health, tasks } = useDesk();
  const state = useStore(health, (value) => value.health?.state ?? null);
  const connection = useStore(health, (value) => value.connection);
  const parts = useStore(health, (value) => value.health?.components) ?? [];
  const isDemo = useStore(health, ({ info }) => info?.demo ?? false);
  const count = useStore(symbols, ({ rows }) => rows.value?.length ?? null);
  const seen = useStore(tasks, (value) => value.tasks);
  const trayIsOpen = useStore(navigation, ({ overlay }) => overlay === 'tasks');
  const { openPage, openOverlay, closeOverlay } = navigation.getState();
  const active = [...seen.values()].map(({ task }) => task).filter(isActive);
  const share = active.length === 1 && active[0] !== undefined ? taskShare(active[0]) : null;
  const fact = (part: string, name: string) => parts.find((one) => one.name === part)?.facts[name];
  const [known, answering, nextRefresh, bytes] = [fact('sources', 'sources'), fact('sources', 'answering'), fact('jobs', 'nextRefresh'), fact('store', 'bytes')];
  const openData = (view: DataView): void => {
    sources.getState().show(view);
    openPage('data');
  };
  const tasksText = active.length === 0 ? t('status.tasks.none') : t('status.tasks', { count: active.length });
  return (
    <footer aria-label={t('status.label')} className={styles.bar}>
      <button type="button" className={styles.item} onClick={() => openData('health')}>
        <StatusDot state={state === null ? 'none' : dots[state]} />
        {t(state === null ? 'status.health.unknown' : `status.health.${state}`)}
      </button>
      {connection !== 'live' && (
        <span role="status" className={styles.note}>
          <StatusDot state={connection === 'lost' ? 'bad' : 'warn'} />
          {t(`status.connection.${connection}`)}
        </span>
      )}
      {!isDemo && typeof known === 'number' && typeof answering === 'number' && (
        <button type="button" className={styles.item} onClick={() => openData('sources')}>
          {t('status.sources', { answering, known })}
        </button>
      )}
      {typeof nextRefresh === 'string' && nextRefresh !== '' && (
        <button type="button" className={styles.item} onClick={() => openPage('jobs')}>
          {t('status.nextRefresh', { time: nextRefresh.slice(5, 16).replace('T', ' ') })}
        </button>
      )}
      {count !== null && (
        <button type="button" className={styles.item} onClick={() => openPage('symbol')}>
          {t('status.symbols', { count, formatted: formatCount(count) })}
        </button>
      )}
      {typeof bytes === 'number' && (
        <button type="button" className={styles.item} onClick={() => openData('store')}>
          {formatBytes(bytes)}
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
