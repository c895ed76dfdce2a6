import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReply } from '../../../shared/app-error.ts';
import type { UniverseHeader } from '../../../shared/contract/universe-figures.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { PageView } from '../../frame/page-view.tsx';
import { useUniverseAge } from '../../freshness/use-universe-age.ts';
import type { Loadable } from '../../stores/loadable.ts';
import type { RunMethod } from '../../stores/run-task.ts';
import type { RunState } from '../../stores/use-run.ts';
import { RunProgress } from '../../tasks/run-progress.tsx';
import { ReadinessNote } from '../../universe/readiness-note.tsx';
import { ScopeBar } from '../../universe/scope-bar.tsx';
import { UniverseBasis } from '../../universe/universe-basis.tsx';
import styles from './scan-frame.module.css';

interface ScanFrameProps<Answer extends UniverseHeader> {
  readonly title: string;
  readonly hint?: string;
  readonly answer: Loadable<Answer>;
  /** The answer is that of a question before. */
  readonly isOther: boolean;
  readonly onRetry: () => void;
  /** The task that answers, where it is one. */
  readonly run?: Pick<RunState<RunMethod>, 'task' | 'cancel'>;
  /** Saves what is shown as CSV; null where there is nothing to save. */
  readonly onExport: (() => void) | null;
  readonly tools?: ReactNode;
  /** Whether there is nothing to show without a ranking; true where left out. */
  readonly needsRanks?: boolean;
  readonly children: (answer: Answer) => ReactNode;
}

/** What every view of the Scan page has: title, scope, tools, the answer or why there is none, and what it rests on. */
export function ScanFrame<Answer extends UniverseHeader>({ title, hint, answer, isOther, onRetry, run, onExport, tools, needsRanks = true, children }: ScanFrameProps<Answer>) {
  const { t } = useTranslation();
  const age = useUniverseAge(answer.value);
  return (
    <PageView title={title} age={age} actions={<><ScopeBar />{onExport !== null && <Button icon={<Download size={16} aria-hidden />} onClick={onExport}>{t('scan.export')}</Button>}</>}>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      {run !== undefined && <RunProgress task={run.task} label={title} onCancel={run.cancel} />}
      {answer.state === 'failed' && answer.value !== null && <ErrorView compact title={t('scan.behind')} error={answer.error} onRetry={onRetry} />}
      <div className={styles.body} data-other={isOther || undefined} aria-busy={isOther || answer.state === 'loading'}>
        {answer.value !== null ? (needsRanks && answer.value.ranked === 0 ? <Unranked header={answer.value} /> : children(answer.value)) : answer.state === 'failed' ? <NoAnswer error={answer.error} onRetry={onRetry} /> : <SkeletonRows />}
      </div>
      {answer.value !== null && <UniverseBasis header={answer.value}><ReadinessNote /></UniverseBasis>}
    </PageView>
  );
}

/** Why there is no answer: it was not wanted any more, or something failed. */
function NoAnswer({ error, onRetry }: { readonly error: ErrorReply; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (error.code === 'app.cancelled') return <StateView title={t('scan.cancelled')} action={<Button onClick={onRetry}>{t('scan.again')}</Button>} />;
  return <ErrorView title={t('scan.failed')} error={error} onRetry={onRetry} />;
}

/** No symbol has a rank on the day: its bars do not reach far enough back. */
function Unranked({ header: { asOf, symbols } }: { readonly header: UniverseHeader }) {
  const { t } = useTranslation();
  return <StateView title={t('universe.unranked.title', { date: asOf })} hint={t('universe.unranked.hint', { symbols: formatCount(symbols) })} />;
}
