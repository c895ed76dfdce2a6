import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleFields } from '../../../analysis/universe/rules/rule-fields.ts';
import { errorText } from '../../../shared/app-error.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './rule-editor.module.css';
import { ruleProblem } from './rule-problem.ts';

interface RuleEditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter. */
  readonly onRun: () => void;
}

/** The text of a rule; while it cannot be read, the wrong token is marked and what is allowed there is said. */
export function RuleEditor({ text, onChange, onRun }: RuleEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const read = useDeferredValue(text);
  const problem = useMemo(() => (read.trim() === '' ? null : ruleProblem(read)), [read]);
  const showProblem = (): void => {
    if (problem === null || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(problem.from, Math.max(problem.to, problem.from));
  };
  return (
    <div className={styles.editor}>
      <label htmlFor={id} className={styles.label}>{t('rule.text')}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={2_000}
        spellCheck={false}
        value={text}
        placeholder="close > ema(20) and rsi(14) crosses above 30 within 5 bars"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onRun();
        }}
        className={styles.text}
      />
      <div id={`${id}-problem`} aria-live="polite" className={styles.problem}>
        {problem === null ? (
          <p className={styles.hint}>{read.trim() === '' ? t('rule.hint') : t('rule.fine')}</p>
        ) : (
          <>
            <button type="button" className={styles.where} onClick={showProblem} title={t('rule.show')}>
              <span>{read.slice(Math.max(0, problem.from - 40), problem.from)}</span>
              <mark className={styles.token}>{read.slice(problem.from, problem.to) || '⏎'}</mark>
              <span>{read.slice(problem.to, problem.to + 40)}</span>
            </button>
            <p className={styles.message}>{errorText(problem.error.code, problem.error.params, language)}</p>
          </>
        )}
      </div>
      <details className={styles.fields}>
        <summary>{t('rule.fields', { count: ruleFields.size })}</summary>
        <ul className={styles.list}>
          {[...ruleFields.values()].map(({ name, parameters, words }) => (
            <li key={name}>
              <code>{parameters.length === 0 ? name : `${name}(${parameters.map((parameter) => parameter.default).join(', ')})`}</code>
              {words !== null && <span className={styles.words}>{Object.keys(words).join(' · ')}</span>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
