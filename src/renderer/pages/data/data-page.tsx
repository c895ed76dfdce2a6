import { Download, Undo2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportBatch } from '../../../shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { batchColumns } from './batch-columns.tsx';
import { BatchDetail } from './batch-detail.tsx';
import styles from './data-page.module.css';

/** What was imported, when, and with what result; each import can be looked into and taken back. */
export function DataPage() {
  const { t } = useTranslation();
  const { batches, navigation, notices } = useDesk();
  const { batches: list, chosen } = useStore(batches);
  const columns = useMemo(() => batchColumns(t), [t]);
  useEffect(() => void batches.getState().load(), [batches]);
  const batch = list.value?.find(({ id }) => id === chosen) ?? null;
  const importFiles = (
    <Button look="primary" icon={<Download size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('import')}>
      {t('list.empty.action')}
    </Button>
  );
  const undo = async (id: number): Promise<void> => notices.getState().show({ kind: 'undone', ...(await batches.getState().undo(id)) });

  const body = (): React.ReactNode => {
    if (list.state === 'loading') return <SkeletonRows />;
    if (list.value === null) {
      return <ErrorView title={t('data.failed.title')} error={list.error} onRetry={() => void batches.getState().load()} />;
    }
    if (list.value.length === 0) {
      return <StateView icon={<Download size={24} aria-hidden />} title={t('data.empty.title')} hint={t('data.empty.hint')} action={importFiles} />;
    }
    return (
      <DataTable
        label={t('data.title')}
        rows={list.value}
        columns={columns}
        rowId={batchId}
        selected={chosen === null ? null : String(chosen)}
        onSelect={(id) => void batches.getState().choose(Number(id))}
      />
    );
  };
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('data.title')}</h1>
        {batch !== null && batch.state !== 'undone' && batch.state !== 'running' && (
          <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => void undo(batch.id).catch(notices.getState().showThrown)}>
            {t('import.result.undo')}
          </Button>
        )}
      </header>
      <div className={styles.body}>{body()}</div>
      {(list.value?.length ?? 0) > 0 && (
        <Inspector>
          <BatchDetail batch={batch} />
        </Inspector>
      )}
    </div>
  );
}

function batchId({ id }: ImportBatch): string {
  return String(id);
}
