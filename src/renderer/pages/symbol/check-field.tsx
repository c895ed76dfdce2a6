import styles from './check-field.module.css';

/** A switch for one thing that is drawn or not. */
export function CheckField({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <label className={styles.field}>
      <input type="checkbox" className={styles.box} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
