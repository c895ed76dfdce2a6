import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { jobNames, type JobName } from '../../../shared/contract/jobs.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { PageNote } from '../../frame/page-note.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { jobColumns } from './job-columns.tsx';
import { JobDetail } from './job-detail.tsx';
import styles from './jobs-page.module.css';

const isJob = (name: string): name is JobName => (jobNames as readonly string[]).includes(name);

/** Every job: how it stands, when it runs next, how it went. Enter runs the chosen one. */
export function JobsView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { jobs, notices } = useDesk();
  const { board, chosen } = useStore(jobs);
  const isPaused = board.value?.paused === true;
  const columns = useMemo(() => jobColumns(t, language, isPaused), [t, language, isPaused]);
  useEffect(() => void jobs.getState().load(), [jobs]);
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);

  if (board.value === null) {
    return <div className={styles.body}>{board.state === 'failed' ? <ErrorView title={t('jobs.failed.load')} error={board.error} onRetry={() => void jobs.getState().load()} /> : <SkeletonRows />}</div>;
  }
  const job = board.value.jobs.find(({ name }) => name === chosen) ?? null;
  return (
    <>
      {isPaused && <PageNote>{t('jobs.paused')}</PageNote>}
      {!board.value.active && <PageNote>{t('jobs.inactive')}</PageNote>}
      <div className={styles.body}>
        <DataTable
          id="jobs"
          label={t('jobs.view.jobs')}
          rows={board.value.jobs}
          columns={columns}
          rowId={({ name }) => name}
          selected={chosen}
          onSelect={(name) => isJob(name) && void jobs.getState().choose(name)}
          actionsOfRow={(name) => (isJob(name) ? [{ label: t('jobs.run'), run: () => attempt(jobs.getState().run(name)) }] : [])}
        />
      </div>
      <Inspector>
        <JobDetail job={job} />
      </Inspector>
    </>
  );
}
