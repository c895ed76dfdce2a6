import styles from './key-caps.module.css';

/** Keys as caps: `Ctrl+K` becomes two. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.caps}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.cap}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
