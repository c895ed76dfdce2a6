import { Globe } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../../shared/format/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './data-page.module.css';
import { ledgerColumns } from './ledger-columns.tsx';

/** Every request that is remembered, newest first, without secrets. */
export function LedgerView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sources } = useDesk();
  const { ledger } = useStore(sources);
  const [text, setText] = useState('');
  const columns = useMemo(() => ledgerColumns(t, language), [t, language]);
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const seen = columns.filter(({ id }) => ['host', 'path', 'status', 'outcome'].includes(id));
    return (ledger.value ?? []).filter((entry) => wanted === '' || seen.some(({ value }) => String(value(entry)).toLowerCase().includes(wanted)));
  }, [ledger.value, columns, text]);
  if (ledger.state === 'loading') return <SkeletonRows />;
  if (ledger.value === null) return <ErrorView title={t('dataPage.failed')} error={ledger.error} onRetry={() => void sources.getState().load()} />;
  if (ledger.value.length === 0) return <StateView icon={<Globe size={24} aria-hidden />} title={t('ledger.empty.title')} hint={t('ledger.empty.hint')} />;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.note}>{t('ledger.shown', { shown: formatCount(rows.length), total: formatCount(ledger.value.length) })}</span>
        <div className={styles.search}><SearchField label={t('ledger.search')} value={text} onChange={setText} /></div>
      </div>
      <div className={styles.body}>
        {rows.length === 0 ? <StateView title={t('ledger.noMatch')} hint={t('ledger.noMatch.hint')} /> : <DataTable label={t('ledger.title')} rows={rows} columns={columns} rowId={({ id }) => String(id)} />}
      </div>
    </>
  );
}
