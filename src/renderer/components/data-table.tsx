import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type RowData, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { hiddenColumns } from '../stores/layout-store.ts';
import { classNames } from './class-names.ts';
import { compareValues, isMissingValue } from './compare-values.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { rowHeightPx } from './row-height.ts';
import { nextSortDirection } from './sort-direction.ts';
import type { TableColumn } from './table-column.ts';
import { indexAfterKey } from './table-keys.ts';
import { TableMenu, type RowAction } from './table-menu.tsx';
import { tableText } from './table-text.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface DataTableProps<Row extends RowData> {
  /** Under which its choice of columns is kept; a table without one shows them all. */
  readonly id?: string;
  readonly label: string;
  /** Identity changes only when the rows do. */
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly selected?: string | null;
  readonly onSelect?: (id: string) => void;
  readonly onOpen?: (id: string) => void;
  /** Told the ids in the order shown, after sorting. */
  readonly onOrder?: (ids: readonly string[]) => void;
  /** What else can be done to a row, in its menu. */
  readonly actionsOfRow?: (id: string) => readonly RowAction[];
  /** Hears the keys that the table has no use for; answers whether one was taken. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/** The one table: virtual rows, header and first column that stay, sorting by one or (with Shift) several columns, keyboard, copy as TSV. */
export function DataTable<Row extends RowData>({ id, label, rows, columns: all, rowId, selected = null, onSelect, onOpen, onOrder, actionsOfRow, onKey }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { layout, preferences, notices } = useDesk();
  const [sorting, setSorting] = useState<SortingState>([]);
  const hidden = useStore(layout, (state) => (id === undefined ? null : state.columns[id])) ?? null;
  const columns = useMemo(() => (id === undefined ? all : all.filter((column, index) => index === 0 || !isHidden(column, hidden))), [id, all, hidden]);
  const tableColumns = useMemo(
    () =>
      all.map((column) => ({
        id: column.id,
        // What is missing goes last in both directions.
        accessorFn: (row: Row) => (isMissingValue(column.value(row)) ? undefined : column.value(row)),
        sortFn: (left: { original: Row }, right: { original: Row }) => compareValues(column.value(left.original), column.value(right.original)),
        sortUndefined: 'last' as const,
      })),
    [all],
  );
  const table = useTable({ features, columns: tableColumns, data: rows, getRowId: rowId, state: { sorting }, onSortingChange: setSorting });
  const shown = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = rowHeightPx[useStore(preferences, ({ values }) => values['ui.density'])];
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 12,
    // The sticky header covers one row at the top.
    scrollPaddingStart: rowPx,
    paddingStart: rowPx,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);

  const ids = useMemo(() => shown.map((row) => row.id), [shown]);
  useEffect(() => onOrder?.(ids), [ids, onOrder]);
  const at = selected === null ? -1 : ids.indexOf(selected);
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at);
  }, [virtualizer, at]);

  const gridId = useId();
  const idOf = (index: number): string => `${gridId}-${index}`;
  const copy = (from: number, to: number): void => {
    const text = tableText(columns, shown.slice(from, to).map(({ original }) => original));
    void navigator.clipboard.writeText(text).catch(notices.getState().showThrown);
  };
  const pressKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const target = hasModifier || onSelect === undefined ? null : indexAfterKey(event.key, at, ids.length, page);
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && getSelection()?.isCollapsed !== false) {
      copy(at === -1 ? 0 : at, at === -1 ? ids.length : at + 1);
    } else if (!hasModifier && event.key === 'Enter' && at !== -1) {
      onOpen?.(ids[at] ?? '');
    } else if (target !== null) {
      const next = ids[Math.min(ids.length - 1, Math.max(0, target))];
      if (next !== undefined) onSelect?.(next);
    } else if (onKey?.(event) !== true) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const actionsOf = (target: EventTarget): readonly RowAction[] => {
    const row = rowUnder(target) ?? selected;
    const index = row === null ? -1 : ids.indexOf(row);
    const open = row === null || index === -1 || onOpen === undefined ? [] : [{ label: t('table.open'), run: () => onOpen(row) }];
    const copyRow = index === -1 ? [] : [{ label: t('table.copyRow'), run: () => copy(index, index + 1) }];
    const own = row === null || index === -1 || actionsOfRow === undefined ? [] : actionsOfRow(row);
    return [...open, ...own, ...copyRow, { label: t('table.copyAll'), run: () => copy(0, ids.length) }];
  };
  const toggleColumn = (column: string): void => {
    if (id === undefined) return;
    layout.getState().setColumns(id, hiddenColumns(all, hidden, column));
    void layout.getState().keep().catch(notices.getState().showThrown);
  };

  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  const drawn = virtualizer.getVirtualItems();
  const active = drawn.some(({ index }) => index === at) ? idOf(at) : undefined;
  return (
    <TableMenu
      columns={id === undefined ? [] : all.map((column) => ({ id: column.id, header: column.header, isShown: columns.includes(column) }))}
      actionsOf={actionsOf}
      onToggleColumn={toggleColumn}
    >
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={active}
        className={styles.scroller}
        style={tracks}
        onKeyDown={pressKey}
        onClick={(event) => pointed(event, onSelect)}
        onDoubleClick={(event) => pointed(event, onOpen)}
      >
        <div role="presentation" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          <div role="row" aria-rowindex={1} className={styles.header}>
            {columns.map(({ id: columnId, header, align }) => {
              const column = table.getColumn(columnId);
              const sorted = column?.getIsSorted() ?? false;
              const sort = (isAdding: boolean): void => {
                const next = nextSortDirection(sorted, align === 'right');
                if (next === null) column?.clearSorting();
                else column?.toggleSorting(next === 'desc', isAdding);
              };
              return <HeaderCell key={columnId} header={header} align={align} sorted={sorted} onSort={sort} />;
            })}
          </div>
          {drawn.map((item) => {
            const row = shown[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                id={idOf(item.index)}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={onSelect === undefined ? undefined : row.id === selected}
                className={classNames(styles.row, row.id === selected && styles.selected, onSelect !== undefined && styles.selectable)}
                style={{ transform: `translateY(${item.start}px)` }}
                data-id={row.id}
              >
                {columns.map((column) => {
                  const value = column.value(row.original);
                  const isMissing = isMissingValue(value);
                  return (
                    <div key={column.id} role="gridcell" title={column.cell === undefined && typeof value === 'string' ? value : undefined} className={classNames(styles.cell, column.align === 'right' && styles.right, isMissing && styles.missing)}>
                      {column.cell !== undefined ? column.cell(row.original) : isMissing ? '–' : value}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </TableMenu>
  );
}

function isHidden(column: { readonly id: string; readonly isExtra?: boolean }, hidden: readonly string[] | null): boolean {
  return hidden === null ? column.isExtra === true : hidden.includes(column.id);
}

function rowUnder(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null) : null;
}

/** Tells which row the pointer is on. */
function pointed(event: MouseEvent, tell: ((id: string) => void) | undefined): void {
  const row = rowUnder(event.target);
  if (row !== null) tell?.(row);
}
