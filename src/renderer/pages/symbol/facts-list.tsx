import type { ReactNode } from 'react';
import styles from './facts-list.module.css';

/** Names on the left, values on the right. */
export function FactsList({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
