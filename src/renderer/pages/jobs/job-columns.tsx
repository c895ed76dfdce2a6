import type { TFunction } from 'i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { formatDuration } from '../../../shared/format/format-duration.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { missingText } from '../../../shared/format/missing.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { lightOf, scheduleText, scopeText, type JobLight } from './job-texts.ts';

const dots: Readonly<Record<JobLight, 'good' | 'warn' | 'bad' | 'none'>> = { running: 'good', on: 'good', paused: 'warn', failing: 'bad', off: 'none' };
const outcomeDots = { done: 'good', partial: 'warn', failed: 'bad', cancelled: 'none' } as const;

export function jobColumns(t: TFunction, language: Language, isPaused: boolean): readonly TableColumn<Job>[] {
  const stateText = (job: Job): string => {
    const light = lightOf(job, isPaused);
    const share = job.running === null || job.running.total === null || job.running.total === 0 ? null : job.running.done / job.running.total;
    return share === null ? t(`jobs.state.${light}`) : `${t(`jobs.state.${light}`)} ${formatPercent(share)}`;
  };
  return [
    { id: 'job', header: t('jobs.column.job'), width: 'minmax(132px, 1fr)', value: ({ name }) => t(`jobs.name.${name}`) },
    {
      id: 'state', header: t('jobs.column.state'), width: '104px', value: stateText,
      cell: (job) => <StatusText state={dots[lightOf(job, isPaused)]}>{stateText(job)}</StatusText>,
    },
    { id: 'schedule', header: t('jobs.column.schedule'), width: 'minmax(184px, 1.4fr)', value: ({ schedule }) => scheduleText(schedule, t, language) },
    { id: 'scope', header: t('jobs.column.scope'), width: '96px', value: ({ scope }) => (scope === null ? null : scopeText(scope, t)), cell: ({ scope }) => scopeText(scope, t) },
    { id: 'next', header: t('jobs.column.next'), width: '17ch', value: ({ nextAt }) => nextAt, cell: ({ nextAt }) => formatMinute(nextAt) },
    { id: 'last', header: t('jobs.column.last'), width: '17ch', value: ({ last, idleAt }) => last?.endedAt ?? idleAt, cell: ({ last, idleAt }) => formatMinute(last?.endedAt ?? idleAt) },
    {
      id: 'outcome', header: t('jobs.column.outcome'), width: '112px',
      value: ({ last, idleAt }) => (last !== null ? t(`jobs.outcome.${last.outcome}`) : idleAt === null ? null : t('jobs.outcome.idle')),
      cell: ({ last, idleAt }) => {
        if (last === null) return idleAt === null ? missingText : t('jobs.outcome.idle');
        return <StatusText state={outcomeDots[last.outcome]}>{t(`jobs.outcome.${last.outcome}`)}</StatusText>;
      },
    },
    {
      id: 'took', header: t('jobs.column.took'), width: '10ch', align: 'right',
      value: ({ last }) => (last === null ? null : last.endedAt - last.startedAt),
      cell: ({ last }) => (last === null ? missingText : formatDuration(last.endedAt - last.startedAt, language)),
    },
  ];
}
