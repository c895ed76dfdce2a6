import { Flame, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import { CacheView } from './cache-view.tsx';
import { JobsView } from './jobs-view.tsx';
import styles from './jobs-page.module.css';

/** What the desk does by itself, and what it keeps at hand. */
export function JobsPage() {
  const { t } = useTranslation();
  const { jobs, cache, notices } = useDesk();
  const [view, setView] = useState<'jobs' | 'cache'>('jobs');
  const paused = useStore(jobs, ({ board }) => board.value?.paused ?? null);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('nav.jobs')}</h1>
        <SegmentedControl
          label={t('jobs.view')}
          value={view}
          segments={[{ value: 'jobs', label: t('jobs.view.jobs') }, { value: 'cache', label: t('jobs.view.cache') }]}
          onChange={setView}
        />
        {view === 'cache' && <Button icon={<Flame size={16} aria-hidden />} onClick={() => attempt(cache.getState().warm())}>{t('cache.warm')}</Button>}
        {view === 'jobs' && paused !== null && (
          <Button icon={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} onClick={() => attempt(jobs.getState().pause(!paused))}>
            {t(paused ? 'jobs.resumeAll' : 'jobs.pauseAll')}
          </Button>
        )}
      </header>
      {view === 'jobs' ? <JobsView /> : <CacheView />}
    </div>
  );
}
