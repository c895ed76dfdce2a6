import { useState, type KeyboardEvent } from 'react';
import styles from './text-field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onDone: (value: string) => void;
}

/** A short text, handed over on Enter or when the field is left; Esc takes the change back. */
export function TextField({ label, value, placeholder, maxLength = 64, onDone }: TextFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const finish = (): void => {
    if (text !== null && text.trim() !== value) onDone(text.trim());
    setText(null);
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
    }
  };
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      spellCheck={false}
      value={text ?? value}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={pressKey}
      className={styles.input}
    />
  );
}
