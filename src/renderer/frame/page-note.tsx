import type { ReactNode } from 'react';
import styles from './page-note.module.css';

/** A line across a page about how it stands at the moment. */
export function PageNote({ role = 'status', children }: { readonly role?: 'status' | 'alert'; readonly children: ReactNode }) {
  return <p role={role} className={styles.note}>{children}</p>;
}
