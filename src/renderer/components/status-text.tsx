import { StatusDot } from './status-dot.tsx';
import styles from './status-text.module.css';

/** A state of the desk in words, behind its dot. */
export function StatusText({ state, children }: { readonly state: 'good' | 'warn' | 'bad' | 'none'; readonly children: string }) {
  return (
    <span className={styles.status}>
      <StatusDot state={state} />
      {children}
    </span>
  );
}
