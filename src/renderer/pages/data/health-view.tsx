import { CircleCheck, Plus, RotateCw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DataProblem } from '../../../shared/contract/refresh.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './data-page.module.css';
import { problemColumns } from './problem-columns.tsx';

/** Coverage against the calendars, and each symbol that is stale, missing or suspect, with what to do about it. */
export function HealthView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sources, navigation, notices, health } = useDesk();
  const isDemo = useStore(health, ({ info }) => info?.demo ?? false);
  const { coverage, offline } = useStore(sources);
  const [chosen, choose] = useState<string | null>(null);
  const columns = useMemo(() => problemColumns(t, language), [t, language]);
  const { load, refresh } = sources.getState();
  const start = (request: Parameters<typeof refresh>[0]): void => void refresh(request).catch(notices.getState().showThrown);

  if (coverage.state === 'loading') return <SkeletonRows />;
  if (coverage.value === null) return <ErrorView title={t('dataPage.failed')} error={coverage.error} onRetry={() => void load()} />;
  const { symbols, upToDate, stale, failed, unknown, lastRun, resumable, problems } = coverage.value;
  if (symbols === 0 && isDemo) return <StateView icon={<CircleCheck size={24} aria-hidden />} title={t('coverage.demo.title')} hint={t('coverage.demo.hint')} />;
  if (symbols === 0) {
    const add = <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('add-symbols')}>{t('dataPage.add')}</Button>;
    return <StateView title={t('coverage.empty.title')} hint={t('coverage.empty.hint')} action={add} />;
  }
  const parts = [
    t('coverage.line', { upToDate: formatCount(upToDate), symbols: formatCount(symbols) }),
    ...(stale > 0 ? [t('coverage.stale', { count: stale })] : []),
    ...(failed > 0 ? [t('coverage.failed', { count: failed })] : []),
    ...(unknown > 0 ? [t('coverage.unknown', { count: unknown })] : []),
  ];
  return (
    <>
      <div className={styles.line}>
        <strong>{parts.join(' · ')}</strong>
        <span className={styles.note}>
          {lastRun === null ? t('coverage.never') : t('coverage.lastRun', { at: formatMinute(lastRun.startedAt), upToDate: formatCount(lastRun.upToDate), symbols: formatCount(lastRun.symbols), added: formatCount(lastRun.addedBars) })}
        </span>
        {resumable && <Button icon={<RotateCw size={16} aria-hidden />} disabled={offline} onClick={() => start({ resume: true })}>{t('dataPage.resume')}</Button>}
      </div>
      <div className={styles.body}>
        {problems.length === 0 ? (
          <StateView icon={<CircleCheck size={24} aria-hidden />} title={t('coverage.well.title')} hint={t('coverage.well.hint')} />
        ) : (
          <DataTable
            label={t('problem.title')}
            rows={problems}
            columns={columns}
            rowId={problemId}
            selected={chosen}
            onSelect={choose}
            onOpen={(id) => navigation.getState().openSymbol(symbolOf(id))}
            actionsOfRow={(id) => (offline ? [] : [{ label: t('problem.refresh'), run: () => start({ symbols: [symbolOf(id)] }) }])}
          />
        )}
      </div>
    </>
  );
}

function problemId({ symbol, kind }: DataProblem): string {
  return `${kind} ${symbol}`;
}

function symbolOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}
