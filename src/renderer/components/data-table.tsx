import { columnVisibilityFeature, createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type RowData, type SortingState } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { classNames } from './class-names.ts';
import { compareValues, isMissingValue } from './compare-values.ts';
import styles from './data-table.module.css';
import { rowHeightPx } from './row-height.ts';
import type { TableColumn } from './table-column.ts';
import { tableText } from './table-text.ts';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() });

export interface DataTableProps<Row extends RowData> {
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
}

/** The one table: virtual rows, header and first column that stay, sorting by one or (with Shift) several columns, keyboard, copy as TSV. */
export function DataTable<Row extends RowData>({ label, rows, columns, rowId, selected = null, onSelect, onOpen, onOrder }: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const tableColumns = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        // What is missing goes last in both directions.
        accessorFn: (row: Row) => (isMissingValue(column.value(row)) ? undefined : column.value(row)),
        sortFn: (left: { original: Row }, right: { original: Row }) => compareValues(column.value(left.original), column.value(right.original)),
        sortUndefined: 'last' as const,
        sortDescFirst: column.align === 'right',
      })),
    [columns],
  );
  const table = useTable({ features, columns: tableColumns, data: rows, getRowId: rowId, state: { sorting }, onSortingChange: setSorting });
  const shown = table.getRowModel().rows;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = rowHeightPx[useStore(useDesk().preferences, ({ values }) => values['ui.density'])];
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

  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  useEffect(() => onOrder?.(ids), [ids, onOrder]);
  const at = selected === null ? -1 : ids.indexOf(selected);
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at);
  }, [virtualizer, at]);

  const select = (index: number): void => {
    const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
    if (id !== undefined) onSelect?.(id);
  };
  const pressKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const target = indexAfterKey(event.key, at, ids.length, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2));
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && getSelection()?.isCollapsed !== false) {
      void navigator.clipboard.writeText(tableText(columns, at === -1 ? shown.map(({ original }) => original) : shown.slice(at, at + 1).map(({ original }) => original)));
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === 'Enter' && at !== -1) {
      onOpen?.(ids[at] ?? '');
    } else if (target !== null && onSelect !== undefined) {
      select(target);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const tracks = { '--tracks': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  const idOf = (index: number): string => `${label}-${index}`.replaceAll(/\s/g, '-');
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={at === -1 ? undefined : idOf(at)}
      className={styles.scroller}
      style={tracks}
      onKeyDown={pressKey}
      onClick={(event) => pointed(event, onSelect)}
      onDoubleClick={(event) => pointed(event, onOpen)}
    >
      <div role="presentation" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={styles.header}>
          {table.getAllLeafColumns().map((column) => {
            const sorted = column.getIsSorted();
            const spec = byId.get(column.id);
            return (
              <div key={column.id} role="columnheader" aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'} className={classNames(styles.head, spec?.align === 'right' && styles.right)}>
                <button type="button" tabIndex={-1} className={styles.sort} onClick={(event) => column.toggleSorting(nextDirection(sorted, spec?.align === 'right'), event.shiftKey)}>
                  <span className={styles.text}>{spec?.header}</span>
                  {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
                  {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
                </button>
              </div>
            );
          })}
        </div>
        {virtualizer.getVirtualItems().map((item) => {
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
              {columns.map((column) => (
                <div key={column.id} role="gridcell" className={classNames(styles.cell, column.align === 'right' && styles.right)}>
                  {column.cell === undefined ? column.value(row.original) : column.cell(row.original)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Tells which row the pointer is on. */
function pointed(event: MouseEvent, tell: ((id: string) => void) | undefined): void {
  const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]')?.dataset.id : undefined;
  if (id !== undefined) tell?.(id);
}

/** Where a key leads; null for keys that do not move. */
function indexAfterKey(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at === -1 ? count - 1 : at - 1;
    case 'PageDown':
      return Math.max(0, at) + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Figures sort from the top first, texts from A; a third click takes the sorting away. Undefined clears. */
function nextDirection(sorted: false | 'asc' | 'desc', figuresFirst: boolean): boolean | undefined {
  const first = figuresFirst ? 'desc' : 'asc';
  if (sorted === false) return first === 'desc';
  return sorted === first ? first === 'asc' : undefined;
}
