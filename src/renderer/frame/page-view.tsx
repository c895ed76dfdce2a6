import type { ReactNode } from 'react';
import { FreshnessBadge } from '../freshness/freshness-badge.tsx';
import type { FigureAge } from '../freshness/figure-age.ts';
import styles from './page-view.module.css';

interface PageViewProps {
  readonly title: string;
  /** How old the figures of the page are; null where it shows none. */
  readonly age?: FigureAge | null;
  /** Where the badge leads, if not to data health. */
  readonly onOpenAge?: () => void;
  /** What the page shows: a choice, a search. */
  readonly choices?: ReactNode;
  /** What can be done. */
  readonly actions?: ReactNode;
  /** Lines between the header and the body. */
  readonly notes?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the work area: a header with title, age, choices and actions, and the body that takes the rest. */
export function PageView({ title, age = null, onOpenAge, choices, actions, notes, children }: PageViewProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {choices}
        <FreshnessBadge age={age} {...(onOpenAge === undefined ? {} : { onOpen: onOpenAge })} />
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {notes}
      <div className={styles.body}>{children}</div>
    </div>
  );
}
