import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './number-field.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 allows whole numbers only. */
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number that counts once it is within its range; until then it says what the range is. */
export function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const allows = (candidate: number): boolean => candidate >= min && candidate <= max && (step !== 1 || Number.isInteger(candidate));
  const isWrong = draft !== null && (draft === '' || !allows(Number(draft)));
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>{label}</label>
      <input
        id={id}
        type="number"
        className={styles.number}
        min={min}
        max={max}
        step={step}
        value={draft ?? value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-range` : undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          if (event.target.value !== '' && allows(Number(event.target.value))) onChange(Number(event.target.value));
        }}
        onBlur={() => setDraft(null)}
      />
      {isWrong && <span id={`${id}-range`} className={styles.range}>{t('chart.indicators.range', { min, max })}</span>}
    </div>
  );
}
