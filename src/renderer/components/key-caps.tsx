import styles from './key-caps.module.css';

/** What stands on the cap, where it is not the key's name. */
const caps: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn' };

/** Keys as caps: `Ctrl+K` becomes two. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.caps}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.cap}>
          {caps[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
