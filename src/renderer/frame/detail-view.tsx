import type { ReactNode } from 'react';
import styles from './detail-view.module.css';

/** What the inspector tells of the chosen row, under its name where it has one. */
export function DetailView({ title = null, children }: { readonly title?: string | null; readonly children: ReactNode }) {
  return (
    <article className={styles.detail}>
      {title !== null && <h2 className={styles.title}>{title}</h2>}
      {children}
    </article>
  );
}

/** A part of it under a heading of its own. */
export function DetailPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.subtitle}>{title}</h3>
      {children}
    </section>
  );
}

/** Buttons of it, side by side as long as they fit. */
export function DetailActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
