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

/** What was imported or fetched, when, and with what result; each batch can be looked into and taken back. */
export function ImportsView() {
  const { t } = useTranslation();
  const { batches, navigation, notices } = useDesk();
  const { batches: list, chosen } = useStore(batches);
  const columns = useMemo(() => batchColumns(t), [t]);
  useEffect(() => void batches.getState().load(), [batches]);
  const batch = list.value?.find(({ id }) => id === chosen) ?? null;
  const undo = async (id: number): Promise<void> => notices.getState().show({ kind: 'undone', ...(await batches.getState().undo(id)) });

  if (list.state === 'loading') return <SkeletonRows />;
  if (list.value === null) return <ErrorView title={t('data.failed.title')} error={list.error} onRetry={() => void batches.getState().load()} />;
  if (list.value.length === 0) {
    const importFiles = (
      <Button look="primary" icon={<Download size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('import')}>
        {t('list.empty.action')}
      </Button>
    );
    return <StateView icon={<Download size={24} aria-hidden />} title={t('data.empty.title')} hint={t('data.empty.hint')} action={importFiles} />;
  }
  return (
    <>
      {batch !== null && batch.state !== 'undone' && batch.state !== 'running' && (
        <div className={styles.line}>
          <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => void undo(batch.id).catch(notices.getState().showThrown)}>
            {t('import.result.undo')}
          </Button>
        </div>
      )}
      <div className={styles.body}>
        <DataTable label={t('data.title')} rows={list.value} columns={columns} rowId={batchId} selected={chosen === null ? null : String(chosen)} onSelect={(id) => void batches.getState().choose(Number(id))} />
      </div>
      <Inspector>
        <BatchDetail batch={batch} />
      </Inspector>
    </>
  );
}

function batchId({ id }: ImportBatch): string {
  return String(id);
}
