import { ArrowDown, ArrowUp } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';

const sortNames = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderCellProps {
  readonly header: string;
  readonly align: 'left' | 'right' | undefined;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: (isAdding: boolean) => void;
}

/** The head of a column; a click sorts by it, with Shift after the ones before. */
export function HeaderCell({ header, align, sorted, onSort }: HeaderCellProps) {
  return (
    <div
      role="columnheader"
      aria-sort={sorted === false ? 'none' : sortNames[sorted]}
      className={classNames(styles.head, align === 'right' && styles.right)}
    >
      <button type="button" tabIndex={-1} className={styles.sort} onClick={(event) => onSort(event.shiftKey)}>
        <span className={styles.text}>{header}</span>
        {sorted === 'asc' && <ArrowUp size={12} aria-hidden />}
        {sorted === 'desc' && <ArrowDown size={12} aria-hidden />}
      </button>
    </div>
  );
}
