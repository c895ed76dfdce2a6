import type { ReactNode } from 'react';
import styles from './facts-list.module.css';

/** Names on the left, values on the right. */
export function FactsList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

/** `action` stands after the name: a small button that asks about the value. */
export function Fact({ name, action, children }: { readonly name: string; readonly action?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt title={name}>
        <span className={styles.name}>{name}</span>
        {action}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
