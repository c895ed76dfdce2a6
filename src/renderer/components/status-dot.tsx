import styles from './status-dot.module.css';

/** A state of the desk as a dot; the text beside it says the same. */
export function StatusDot({ state }: { readonly state: 'good' | 'warn' | 'bad' | 'none' }) {
  return <span aria-hidden className={styles.dot} data-state={state} />;
}
