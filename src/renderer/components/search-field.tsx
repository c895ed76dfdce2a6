import { Search, X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onLeaveDown?: () => void;
}

/** Text to search by. Esc clears it; Enter takes the first hit; Down goes to the hits; keys of an input method are left alone. */
export function SearchField({ label, value, onChange, onEnter, onLeaveDown }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const pressKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      onChange('');
    }
    if (event.key === 'Enter') onEnter?.();
    if (event.key === 'ArrowDown' && onLeaveDown !== undefined) {
      event.preventDefault();
      onLeaveDown();
    }
  };
  const clear = (): void => {
    onChange('');
    input.current?.focus();
  };
  return (
    <div className={styles.field}>
      <Search size={14} aria-hidden className={styles.icon} />
      <input
        ref={input}
        type="text"
        aria-label={label}
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        maxLength={64}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={pressKey}
        className={styles.input}
      />
      {value !== '' && (
        <button type="button" aria-label={t('action.clear')} onClick={clear} className={styles.clear}>
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
