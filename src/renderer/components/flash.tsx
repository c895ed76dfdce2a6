import { useEffect, useRef, type ReactNode } from 'react';
import styles from './flash.module.css';

/** Lights its background once for 300 ms when its value changes; still where the system asks for less motion. */
export function Flash({ value, children }: { readonly value: number | null; readonly children: ReactNode }) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(value);
  useEffect(() => {
    const changed = before.current !== value;
    before.current = value;
    if (!changed || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    element.current?.animate([{ backgroundColor: 'var(--flash-colour)' }, { backgroundColor: 'transparent' }], 300);
  }, [value]);
  return (
    <span ref={element} className={styles.flash}>
      {children}
    </span>
  );
}
