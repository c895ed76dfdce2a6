import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format/format-number.ts';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { StateView } from '../components/state-view.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { instrumentColumns } from './instrument-columns.tsx';
import styles from './instrument-list.module.css';
import { searchSymbols } from './search-symbols.ts';

/** All instruments as a watch list: search on top, rows below. The chosen row is the symbol on the desk. */
export function InstrumentList() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const rows = useStore(desk.symbols, (state) => state.rows);
  const symbol = useStore(desk.navigation, (state) => state.symbol);
  const { openSymbol, setOrder } = desk.navigation.getState();
  const body = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const shown = useMemo(() => searchSymbols(rows.value ?? [], sought), [rows.value, sought]);
  const columns = useMemo(() => instrumentColumns(rows.value ?? [], t, language), [rows.value, t, language]);
  const open = (chosen: string): void => {
    openSymbol(chosen);
    desk.layout.getState().setDrawer(null);
  };
  const openFirst = (): void => {
    if (shown[0] !== undefined) open(shown[0].symbol);
  };
  const enterRows = (): void => {
    body.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    if (shown[0] !== undefined && !shown.some((row) => row.symbol === symbol)) openSymbol(shown[0].symbol);
  };
  const total = rows.value?.length ?? 0;

  const content = (): React.ReactNode => {
    if (rows.state === 'loading') return <SkeletonRows />;
    if (rows.state === 'failed' && rows.value === null) {
      return <ErrorView title={t('list.failed.title')} error={rows.error} onRetry={() => void desk.symbols.getState().load()} />;
    }
    if (total === 0) {
      const action = <Button onClick={() => desk.navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>;
      return <StateView title={t('list.empty.title')} action={action} />;
    }
    if (shown.length === 0) {
      const title = t('list.noMatch.title', { query: sought });
      const action = <Button onClick={() => setQuery('')}>{t('list.noMatch.action')}</Button>;
      return <StateView icon={<SearchX size={24} aria-hidden />} title={title} hint={t('list.noMatch.hint')} action={action} />;
    }
    return (
      <DataTable
        id="instruments"
        label={t('list.title')}
        rows={shown}
        columns={columns}
        rowId={rowId}
        selected={symbol}
        onSelect={openSymbol}
        onOpen={open}
        onOrder={setOrder}
      />
    );
  };
  const count = sought === '' ? formatCount(total) : t('list.count', { shown: formatCount(shown.length), total: formatCount(total) });

  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <SearchField label={t('list.filter')} value={query} onChange={setQuery} onEnter={openFirst} onLeaveDown={enterRows} />
        {total > 0 && <span className={styles.count}>{count}</span>}
      </div>
      <div ref={body} className={styles.body}>
        {content()}
      </div>
    </div>
  );
}

function rowId(row: { readonly symbol: string }): string {
  return row.symbol;
}
