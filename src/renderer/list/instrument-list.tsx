import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format/format-number.ts';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import type { RowAction } from '../components/table-menu.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SkeletonRows } from '../components/skeleton-rows.tsx';
import { StateView } from '../components/state-view.tsx';
import { useDesk } from '../desk-context.ts';
import { ageOfRows } from '../freshness/age-of-rows.ts';
import { FreshnessBadge } from '../freshness/freshness-badge.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { chosenWatchlist } from '../stores/watchlists-store.ts';
import { memberRows } from '../watchlists/member-rows.ts';
import { TagsDialog } from '../watchlists/tags-dialog.tsx';
import { WatchlistChooser } from '../watchlists/watchlist-chooser.tsx';
import { instrumentColumns } from './instrument-columns.tsx';
import styles from './instrument-list.module.css';
import { searchSymbols } from './search-symbols.ts';

/** All instruments or those of a watchlist: the choice and a search on top, rows below. The chosen row is the symbol on the desk. */
export function InstrumentList() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const rows = useStore(desk.symbols, (state) => state.rows);
  const symbol = useStore(desk.navigation, (state) => state.symbol);
  const { openSymbol, setOrder } = desk.navigation.getState();
  const body = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [tagged, setTagged] = useState<string | null>(null);
  const sought = useDeferredValue(query);
  const list = useStore(desk.watchlists, chosenWatchlist);
  const lists = useStore(desk.watchlists, (state) => state.lists.value);
  const listed = useMemo(() => memberRows(rows.value ?? [], list), [rows.value, list]);
  const shown = useMemo(() => searchSymbols(listed, sought), [listed, sought]);
  const age = useMemo(() => ageOfRows(listed), [listed]);
  const columns = useMemo(() => instrumentColumns(listed, t, language), [listed, t, language]);
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
  const total = listed.length;
  const change = (work: Promise<unknown>): void => void work.catch(desk.notices.getState().showThrown);
  const { add, drop, moveMember } = desk.watchlists.getState();
  const actionsOfRow = (row: string): readonly RowAction[] => {
    const others = (lists ?? []).filter(({ id, members }) => id !== list?.id && !members.some((member) => member.symbol === row));
    const own = list === null ? [] : [
      { label: t('watchlist.row.up'), run: () => change(moveMember(list.id, row, -1)) },
      { label: t('watchlist.row.down'), run: () => change(moveMember(list.id, row, 1)) },
      { label: t('watchlist.row.tags'), run: () => setTagged(row) },
      { label: t('watchlist.row.remove'), run: () => change(drop(list.id, [row])) },
    ];
    return [...own, ...others.slice(0, 8).map(({ id, name }) => ({ label: t('watchlist.row.addTo', { name }), run: () => change(add(id, row, [])) }))];
  };
  // Delete takes the chosen row out of the list; moving it is a command of its own.
  const pressKey = (event: KeyboardEvent): boolean => {
    if (list === null || symbol === null || event.key !== 'Delete') return false;
    change(drop(list.id, [symbol]));
    return true;
  };

  const content = (): React.ReactNode => {
    if (rows.state === 'loading') return <SkeletonRows />;
    if (rows.state === 'failed' && rows.value === null) {
      return <ErrorView title={t('list.failed.title')} error={rows.error} onRetry={() => void desk.symbols.getState().load()} />;
    }
    if (total === 0 && list !== null) {
      const action = <Button onClick={() => desk.navigation.getState().openOverlay('watchlist-add')}>{t('watchlist.add')}</Button>;
      return <StateView title={t('watchlist.empty.title', { name: list.name })} action={action} />;
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
        label={list?.name ?? t('list.title')}
        rows={shown}
        columns={columns}
        rowId={rowId}
        selected={symbol}
        onSelect={openSymbol}
        onOpen={open}
        onOrder={setOrder}
        actionsOfRow={actionsOfRow}
        onKey={pressKey}
      />
    );
  };
  const count = sought === '' ? formatCount(total) : t('list.count', { shown: formatCount(shown.length), total: formatCount(total) });

  return (
    <div className={styles.list}>
      <div className={styles.lists}>
        <WatchlistChooser total={rows.value?.length ?? 0} />
        <FreshnessBadge short age={age} />
        {total > 0 && <span className={styles.count}>{count}</span>}
      </div>
      <div className={styles.head}>
        <SearchField label={t('list.filter')} value={query} onChange={setQuery} onEnter={openFirst} onLeaveDown={enterRows} />
      </div>
      <div ref={body} className={styles.body}>
        {content()}
      </div>
      {list !== null && tagged !== null && <TagsDialog list={list} symbol={tagged} onClose={() => setTagged(null)} />}
    </div>
  );
}

function rowId(row: { readonly symbol: string }): string {
  return row.symbol;
}
