import styles from './watchlist-form.module.css';

interface FormFieldProps {
  readonly label: string;
  readonly value: string;
  readonly lines?: boolean;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

/** A labelled text of a form: one line, or several. */
export function FormField({ label, value, lines = false, maxLength, onChange }: FormFieldProps) {
  const given = { value, maxLength, spellCheck: false, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  return (
    <label className={styles.field}>
      <span className={styles.title}>{label}</span>
      {lines ? <textarea className={styles.text} {...given} /> : <input type="text" className={styles.input} {...given} />}
    </label>
  );
}
