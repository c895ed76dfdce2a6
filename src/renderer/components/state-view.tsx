import type { ReactNode } from 'react';
import styles from './state-view.module.css';

/** What a panel says when it has nothing to show: what it is, and one thing to do about it. */
export function StateView({ icon, title, hint, action }: { readonly icon?: ReactNode; readonly title: string; readonly hint?: string | undefined; readonly action?: ReactNode }) {
  return (
    <div className={styles.state}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <h2 className={styles.title}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
