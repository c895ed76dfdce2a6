import { Flame, Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import { PageView } from '../../frame/page-view.tsx';
import { CacheView } from './cache-view.tsx';
import { JobsView } from './jobs-view.tsx';

/** What the desk does by itself, and what it keeps at hand. */
export function JobsPage() {
  const { t } = useTranslation();
  const { jobs, cache, notices } = useDesk();
  const [view, setView] = useState<'jobs' | 'cache'>('jobs');
  const paused = useStore(jobs, ({ board }) => board.value?.paused ?? null);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);
  const choices = (
    <SegmentedControl
      label={t('jobs.view')}
      value={view}
      segments={[{ value: 'jobs', label: t('jobs.view.jobs') }, { value: 'cache', label: t('jobs.view.cache') }]}
      onChange={setView}
    />
  );
  const warm = <Button icon={<Flame size={16} aria-hidden />} onClick={() => attempt(cache.getState().warm())}>{t('cache.warm')}</Button>;
  const pause = paused !== null && (
    <Button icon={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />} onClick={() => attempt(jobs.getState().pause(!paused))}>
      {t(paused ? 'jobs.resumeAll' : 'jobs.pauseAll')}
    </Button>
  );
  return (
    <PageView title={t('nav.jobs')} choices={choices} actions={view === 'cache' ? warm : pause}>
      {view === 'jobs' ? <JobsView /> : <CacheView />}
    </PageView>
  );
}
