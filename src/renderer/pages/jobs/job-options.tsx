import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { formatDuration } from '../../../shared/format/format-duration.ts';
import { SelectField, type SelectChoice } from '../../components/select-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { clockText, scopeText } from './job-texts.ts';
import styles from './jobs-page.module.css';

const seconds = 1_000;
const intervals = [10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 14_400, 86_400].map((count) => count * seconds);
const halfHours = Array.from({ length: 48 }, (_, index) => index * 30);

/** When a job runs and on which symbols. */
export function JobOptions({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { jobs, watchlists, notices } = useDesk();
  const lists = useStore(watchlists, (state) => state.lists.value) ?? [];
  const { name, schedule, scope } = job;
  const set = (input: Omit<MethodInput<'jobs.set'>, 'job'>): void => void jobs.getState().configure({ job: name, ...input }).catch(notices.getState().showThrown);
  const choices = (numbers: readonly number[], current: number, label: (value: number) => string): readonly SelectChoice[] =>
    [...new Set([...numbers, current])].sort((a, b) => a - b).map((value) => ({ value: String(value), label: label(value) }));
  const scopes: readonly SelectChoice[] = [
    { value: 'watched', label: t('jobs.scope.watched') },
    { value: 'all', label: t('jobs.scope.all') },
    ...lists.map((list) => ({ value: `list:${list.name}`, label: list.name })),
    ...(scope?.type === 'symbols' ? [{ value: 'symbols', label: scopeText(scope, t) }] : []),
  ];
  const chooseScope = (value: string): void => {
    if (value === 'watched' || value === 'all') set({ scope: value });
    else if (value.startsWith('list:')) set({ watchlist: value.slice(5) });
  };
  return (
    <div className={styles.options}>
      {schedule.type === 'every' && (
        <div className={styles.option}>
          <span aria-hidden>{t('jobs.interval')}</span>
          <SelectField label={t('jobs.interval')} value={String(schedule.everyMs)} choices={choices(intervals, schedule.everyMs, (value) => formatDuration(value, language))} onChange={(value) => set({ everyMs: Number(value) })} />
        </div>
      )}
      {schedule.type === 'daily' && (
        <div className={styles.option}>
          <span aria-hidden>{t('jobs.time')}</span>
          <SelectField label={t('jobs.time')} value={String(schedule.minutes)} choices={choices(halfHours, schedule.minutes, clockText)} onChange={(value) => set({ minutes: Number(value) })} />
        </div>
      )}
      {scope !== null && (
        <div className={styles.option}>
          <span aria-hidden>{t('jobs.column.scope')}</span>
          <SelectField label={t('jobs.column.scope')} value={scope.type === 'watchlist' ? `list:${scope.name}` : scope.type} choices={scopes} onChange={chooseScope} />
        </div>
      )}
    </div>
  );
}
