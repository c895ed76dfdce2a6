import { Popover } from '@base-ui/react/popover';
import { CalendarDays } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarGrid } from './calendar-grid.tsx';
import styles from './date-field.module.css';
import { IconButton } from './icon-button.tsx';
import { parseDayText } from './parse-day-text.ts';

interface DateFieldProps {
  readonly label: string;
  /** ISO date; null for none. */
  readonly value: string | null;
  /** The last day that may be chosen, as an ISO date; null for no limit. */
  readonly max: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day as YYYY-MM-DD in every language: typed, or picked from a calendar. It counts on Enter or when the field is left; Esc takes the change back. */
export function DateField({ label, value, max, onChange }: DateFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const give = (next: string | null): void => {
    setText(null);
    setWrong(false);
    if (next !== value) onChange(next);
  };
  const finish = (): void => {
    if (text === null) return;
    const day = parseDayText(text);
    if (text.trim() === '') give(null);
    else if (day !== null && (max === null || day <= max)) give(day);
    else setWrong(true);
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
      setWrong(false);
    }
    if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
  };
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={styles.label}>{label}</label>
      <span className={styles.box} data-invalid={isWrong || undefined}>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          placeholder="YYYY-MM-DD"
          value={text ?? value ?? ''}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-hint` : undefined}
          className={styles.input}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
          onBlur={finish}
          onKeyDown={pressKey}
        />
        <Popover.Root open={isOpen} onOpenChange={setOpen}>
          <Popover.Trigger render={<IconButton label={t('date.pick')} icon={<CalendarDays size={14} aria-hidden />} />} />
          <Popover.Portal>
            <Popover.Positioner align="end" sideOffset={4} className={styles.positioner}>
              <Popover.Popup className={styles.popup} aria-label={label}>
                <CalendarGrid
                  day={value ?? max}
                  max={max}
                  onPick={(day) => {
                    setOpen(false);
                    give(day);
                  }}
                />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      </span>
      {isWrong && <span id={`${id}-hint`} role="alert" className={styles.hint}>{max === null ? t('date.wrong') : t('date.wrong.max', { max })}</span>}
    </span>
  );
}
