import { Globe } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { ledgerColumns } from './ledger-columns.tsx';

/** The latest requests, newest first, without secrets. */
export function LedgerView() {
  const { t } = useTranslation();
  const { sources } = useDesk();
  const { ledger } = useStore(sources);
  const columns = useMemo(() => ledgerColumns(t), [t]);
  if (ledger.state === 'loading') return <SkeletonRows />;
  if (ledger.value === null) return <ErrorView title={t('dataPage.failed')} error={ledger.error} onRetry={() => void sources.getState().load()} />;
  if (ledger.value.length === 0) return <StateView icon={<Globe size={24} aria-hidden />} title={t('ledger.empty.title')} hint={t('ledger.empty.hint')} />;
  return <DataTable label={t('ledger.title')} rows={ledger.value} columns={columns} rowId={({ id }) => String(id)} />;
}
