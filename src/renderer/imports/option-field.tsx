import { useTranslation } from 'react-i18next';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { optionChoices, optionText, optionTitle, parseOption, type OptionField } from './option-choices.ts';
import styles from './option-field.module.css';

const detect = 'detect';

interface OptionFieldProps {
  readonly item: number;
  readonly field: OptionField;
  readonly settled: string | undefined;
  readonly detected: string | null;
}

/** How one thing about a file is read: as detected, or as the person says. */
export function OptionField({ item, field, settled, detected }: OptionFieldProps) {
  const { t } = useTranslation();
  const { imports } = useDesk();
  const choices = optionChoices[field];
  const title = optionTitle(field, t);
  const settle = (text: string): void => {
    const value = text === detect || text === '' ? undefined : parseOption(field, text)?.[field];
    void imports.getState().settle(item, field, value);
  };
  const found = detected === null ? t('import.detect.none') : optionText(field, detected, t);
  return (
    <div className={styles.field}>
      <span className={styles.title}>{title}</span>
      {choices === undefined ? (
        <TextField label={title} value={settled ?? ''} placeholder={found} onDone={settle} />
      ) : (
        <SelectField
          label={title}
          value={settled ?? detect}
          choices={[{ value: detect, label: settled === undefined ? found : t('import.detect') }, ...choices.map((value) => ({ value, label: optionText(field, value, t) }))]}
          onChange={settle}
        />
      )}
    </div>
  );
}
