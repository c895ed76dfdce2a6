import type { ReactNode } from 'react';
import styles from './link-button.module.css';

interface LinkButtonProps {
  /** Shown under the pointer. */
  readonly title?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A word in a text that leads somewhere within the app. */
export function LinkButton({ title, onClick, children }: LinkButtonProps) {
  return (
    <button type="button" title={title} className={styles.link} onClick={onClick}>
      {children}
    </button>
  );
}
