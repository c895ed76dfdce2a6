import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readyRules } from '../../analysis/universe/rules/ready-rules.ts';
import { errorText } from '../../shared/app-error.ts';
import type { ImportResult } from '../../shared/contract/imports.ts';
import { jobNames } from '../../shared/contract/jobs.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { formatPercent } from '../../shared/format/format-change.ts';
import { formatDuration } from '../../shared/format/format-duration.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { modelText } from '../../shared/i18n/model-text.ts';
import { Button } from '../components/button.tsx';
import { CopyDetails } from '../components/copy-details.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { StatusDot } from '../components/status-dot.tsx';
import { useDesk } from '../desk-context.ts';
import type { Desk } from '../desk.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { isActive, taskShare, timeLeftMs, type SeenTask } from '../stores/tasks-store.ts';
import { isIncomplete } from './is-incomplete.ts';
import { refreshSummary } from './refresh-summary.ts';
import styles from './task-row.module.css';

const dots = { pending: 'none', running: 'none', completed: 'good', failed: 'bad', cancelled: 'warn' } as const;

export function TaskRow({ seen }: { readonly seen: SeenTask }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useDesk();
  const { tasks, notices } = desk;
  const { task } = seen;
  const cancelling = useStore(tasks, (state) => state.cancelling.has(task.id));
  const share = taskShare(task);
  const job = task.kind === 'job' ? jobNames.find((name) => name === task.subject) : undefined;
  const subject = job !== undefined ? t(`jobs.name.${job}`) : task.kind === 'refresh' && task.subject === 'all' ? t('refresh.subject.all') : task.kind === 'scan' && task.subject === '' ? t('scan.readyRules') : ruleName(task.subject, language);
  const leftMs = timeLeftMs(seen);
  const amount = task.total === null ? null : `${amountOf(task.kind, task.done)} / ${amountOf(task.kind, task.total)}`;
  const timeLeft = leftMs === null ? null : t('task.timeLeft', { time: formatDuration(leftMs, language) });
  const figures = [share === null ? null : formatPercent(share), amount, timeLeft];
  // The result of a task of kind `refresh`, as the contract says.
  const refreshed = task.kind === 'refresh' && task.state === 'completed' ? (task.result as RefreshResult) : null;
  const isPartial = refreshed !== null && isIncomplete(refreshed);
  const cancel = (): void => void tasks.getState().cancel(task.id).catch(notices.getState().showThrown);
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        {!isActive(task) && <StatusDot state={isPartial ? 'warn' : dots[task.state]} />}
        <span className={styles.kind}>{isKnownKind(task.kind) ? t(`task.kind.${task.kind}`) : task.kind}</span>
        <span className={styles.subject} title={subject}>
          {subject}
        </span>
        {isActive(task) ? (
          <IconButton
            side="top"
            label={cancelling ? t('task.cancelling') : t('action.cancel')}
            disabled={cancelling}
            icon={<X size={16} aria-hidden />}
            onClick={cancel}
          />
        ) : (
          <span className={styles.state}>{t(isPartial ? 'task.state.partial' : `task.state.${task.state}`)}</span>
        )}
      </div>
      {isActive(task) && (
        <div className={styles.line}>
          <ProgressBar label={t('task.progress', { subject: task.subject })} share={share} />
          <span className={styles.figures}>
            {figures.filter((part) => part !== null).join(' · ')}
          </span>
        </div>
      )}
      {task.kind === 'import' && task.state === 'completed' && (
        <div className={styles.line}>
          <p className={styles.summary}>{t('task.importSummary', importCounts(task.result))}</p>
          <Button look="quiet" onClick={() => showImport(desk, task.id)}>
            {t('task.showResult')}
          </Button>
        </div>
      )}
      {refreshed !== null && <p className={styles.summary}>{refreshSummary(t, language, refreshed)}</p>}
      {task.error !== null && (
        <>
          <p className={task.state === 'cancelled' ? styles.summary : styles.error}>{errorText(task.error.code, task.error.params, language)}</p>
          {task.state === 'failed' && <CopyDetails error={task.error} />}
        </>
      )}
    </li>
  );
}

/** Opens what an import did: its own result while this window remembers the file, else the list of imports. */
function showImport({ imports, navigation, sources }: Desk, task: string): void {
  const item = imports.getState().items.find((candidate) => candidate.task === task);
  if (item === undefined) {
    navigation.getState().closeOverlay();
    sources.getState().show('imports');
    return navigation.getState().openPage('data');
  }
  imports.getState().choose(item.id);
  navigation.getState().openOverlay('import');
}

/** The result of an `import` task is an ImportResult by contract. */
function importCounts(result: unknown): { imported: string; unchanged: string; rejected: string } {
  const { imported, unchanged, rejected } = result as ImportResult;
  return { imported: formatCount(imported), unchanged: formatCount(unchanged), rejected: formatCount(rejected) };
}

/** A rule that comes with the app by its name; every other subject as it is. */
function ruleName(subject: string, language: Language): string {
  return Object.hasOwn(readyRules, subject) ? modelText(`readyRule.${subject}`, language) : subject;
}

const knownKinds = ['import', 'report', 'refresh', 'job', 'news', 'scan', 'backtest', 'cache-warm'] as const;

function isKnownKind(kind: string): kind is (typeof knownKinds)[number] {
  return (knownKinds as readonly string[]).includes(kind);
}

/** An import counts bytes; everything else counts things. */
function amountOf(kind: string, amount: number): string {
  return kind === 'import' ? formatBytes(amount) : formatCount(amount);
}
