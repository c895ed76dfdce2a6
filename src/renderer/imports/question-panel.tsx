import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../shared/app-error.ts';
import type { ImportQuestion } from '../../shared/contract/imports.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { optionText, optionTitle, parseOption, type OptionField } from './option-choices.ts';
import styles from './question-panel.module.css';

const mostButtons = 4;

/** What the file itself does not tell: each question with its answers, nothing chosen beforehand. */
export function QuestionPanel({ item, questions }: { readonly item: number; readonly questions: readonly ImportQuestion[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { imports } = useDesk();
  return (
    <section aria-label={t('import.question.title')} className={styles.panel}>
      <h3 className={styles.title}>
        <CircleHelp size={16} aria-hidden /> {t('import.question.title')}
      </h3>
      {questions.map(({ field, error, choices }) => {
        if (field === 'columns') return <p key={field}>{errorText(error.code, error.params, language)}</p>;
        const settle = (text: string): void => {
          const options = parseOption(field, text);
          if (options !== null) void imports.getState().settle(item, field, options[field]);
        };
        return (
          <div key={field} className={styles.question}>
            <p className={styles.text}>{errorText(error.code, error.params, language)}</p>
            <div className={styles.answers}>
              <Answers field={field} choices={choices} onAnswer={settle} />
            </div>
          </div>
        );
      })}
    </section>
  );
}

interface AnswersProps {
  readonly field: OptionField;
  readonly choices: readonly string[];
  readonly onAnswer: (value: string) => void;
}

function Answers({ field, choices, onAnswer }: AnswersProps) {
  const { t } = useTranslation();
  if (choices.length === 0) {
    return <TextField label={optionTitle(field, t)} value="" placeholder={t('import.question.write')} onDone={onAnswer} />;
  }
  if (choices.length > mostButtons) {
    return (
      <SelectField
        label={optionTitle(field, t)}
        value={null}
        placeholder={t('import.question.choose')}
        choices={choices.map((value) => ({ value, label: optionText(field, value, t) }))}
        onChange={onAnswer}
      />
    );
  }
  return choices.map((choice) => (
    <Button key={choice} onClick={() => onAnswer(choice)}>
      {optionText(field, choice, t)}
    </Button>
  ));
}
