import { Play, Power, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../../shared/app-error.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { formatDuration } from '../../../shared/format/format-duration.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DetailActions, DetailPart, DetailView } from '../../frame/detail-view.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import { JobOptions } from './job-options.tsx';
import { scheduleText, timeText } from './job-texts.ts';
import styles from './jobs-page.module.css';

/** The chosen job: what it is for, how it stands, when it runs, what it did. */
export function JobDetail({ job }: { readonly job: Job | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { jobs, notices } = useDesk();
  const history = useStore(jobs, (state) => state.history);
  if (job === null) return <StateView title={t('jobs.choose.title')} hint={t('jobs.choose.hint')} />;
  const { name, enabled, schedule, running, nextAt, lastSuccessAt, attempts } = job;
  const attempt = (work: Promise<void>): void => void work.catch(notices.getState().showThrown);
  return (
    <DetailView title={t(`jobs.name.${name}`)}>
      <p className={styles.muted}>{t(`jobs.about.${name}`)}</p>
      <DetailActions>
        <Button icon={<Zap size={16} aria-hidden />} onClick={() => attempt(jobs.getState().run(name))}>{t('jobs.run')}</Button>
        <Button icon={enabled ? <Power size={16} aria-hidden /> : <Play size={16} aria-hidden />} onClick={() => attempt(jobs.getState().enable(name, !enabled))}>
          {t(enabled ? 'jobs.stop' : 'jobs.start')}
        </Button>
      </DetailActions>
      <JobOptions job={job} />
      <FactsList>
        <Fact name={t('jobs.column.schedule')}>{scheduleText(schedule, t, language)}</Fact>
        {schedule.type === 'daily' && <Fact name={t('jobs.zone')}>{schedule.zone}</Fact>}
        {running !== null && <Fact name={t('jobs.progress')}>{running.total === null ? formatCount(running.done) : `${formatCount(running.done)} / ${formatCount(running.total)}`}</Fact>}
        <Fact name={t('jobs.column.next')}>{timeText(nextAt)}</Fact>
        <Fact name={t('jobs.success')}>{timeText(lastSuccessAt)}</Fact>
        <Fact name={t('jobs.attempts')}>{formatCount(attempts)}</Fact>
      </FactsList>
      <DetailPart title={t('jobs.history')}>
        {history.state === 'failed' && <ErrorView compact error={history.error} onRetry={() => void jobs.getState().choose(name)} />}
        {history.value?.length === 0 && <p className={styles.muted}>{t('jobs.history.none')}</p>}
        <ol>
          {history.value?.map((run) => (
            <li key={run.id} className={styles.run}>
              <span>{timeText(run.startedAt)}</span>
              <span className={styles.outcome} data-outcome={run.outcome}>{t(`jobs.outcome.${run.outcome}`)}</span>
              <span className={styles.muted}>
                {[
                  formatDuration(run.endedAt - run.startedAt, language),
                  t('jobs.history.counts', { done: formatCount(run.done), failed: formatCount(run.failed) }),
                  ...(run.missed > 0 ? [t('jobs.history.missed', { count: run.missed, formatted: formatCount(run.missed) })] : []),
                  ...(run.trigger === 'user' ? [t('jobs.history.user')] : []),
                ].join(' · ')}
              </span>
              {run.error !== null && <span className={styles.problem}>{errorText(run.error.code, run.error.params, language)}</span>}
              {run.failures.slice(0, 3).map(({ subject, error }) => (
                <span key={subject} className={styles.problem}>{`${subject}: ${errorText(error.code, error.params, language)}`}</span>
              ))}
            </li>
          ))}
        </ol>
      </DetailPart>
    </DetailView>
  );
}
