import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import styles from './select-field.module.css';

export interface SelectChoice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly SelectChoice[];
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** One choice of many, shown when opened. */
export function SelectField({ label, value, choices, placeholder, onChange }: SelectFieldProps) {
  return (
    <Select.Root items={choices} value={value} onValueChange={(chosen) => chosen !== null && onChange(chosen)}>
      <Select.Trigger aria-label={label} className={styles.trigger}>
        <Select.Value placeholder={placeholder ?? ''} className={styles.value} />
        <ChevronDown size={14} aria-hidden className={styles.icon} />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className={styles.positioner}>
          <Select.Popup className={styles.popup}>
            <Select.List>
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className={styles.item}>
                  <span className={styles.mark}>
                    <Select.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText>{choice.label}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
