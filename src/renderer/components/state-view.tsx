import type { ReactNode } from 'react';
import styles from './state-view.module.css';

interface StateViewProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly action?: ReactNode;
  readonly isPage?: boolean;
}

/** What a panel says when it has nothing to show: what it is, and one thing to do about it. `isPage`: it stands for the whole page. */
export function StateView({ icon, title, hint, action, isPage = false }: StateViewProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.state}>
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <Heading className={styles.title}>{title}</Heading>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
