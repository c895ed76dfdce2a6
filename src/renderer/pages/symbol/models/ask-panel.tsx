import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askQuestions } from '../../../../analysis/models/ask.ts';
import type { AskAnswer } from '../../../../shared/contract/ask.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorView } from '../../../components/error-view.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import styles from './ask-panel.module.css';
import { FigureList } from './figure-list.tsx';
import { ModelBasis } from './model-basis.tsx';

interface AskPanelProps {
  readonly symbol: string;
  /** The day a replay has reached; null without one. */
  readonly asOf: string | null;
  readonly isIntraday: boolean;
}

/** Six questions, and any in the user's words that means one of them, answered in sentences with the figures behind each. */
export function AskPanel({ symbol, asOf, isIntraday }: AskPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [question, setQuestion] = useState<string>('overall');
  const [draft, setDraft] = useState('');
  const isUnseen = asOf !== null && isIntraday;
  const { answer, isOther, reload } = useAnswer('ask.answer', isUnseen ? null : { symbol, question, ...(asOf === null ? {} : { asOf }) });
  const understood = answer.state === 'ready' ? answer.value.question : question;
  return (
    <div className={styles.panel}>
      <div className={styles.questions} role="group" aria-label={t('ask.questions')}>
        {askQuestions.map((name) => (
          <Button key={name} look={name === understood ? 'plain' : 'quiet'} aria-pressed={name === understood} onClick={() => setQuestion(name)}>
            {modelText(`question.${name}`, language)}
          </Button>
        ))}
        <form
          className={styles.own}
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== '') setQuestion(draft.trim());
          }}
        >
          <input type="text" aria-label={t('ask.own')} placeholder={t('ask.own')} maxLength={500} value={draft} onChange={(event) => setDraft(event.target.value)} className={styles.input} />
          <Button type="submit">{t('ask.send')}</Button>
        </form>
      </div>
      <div className={styles.answer} aria-live="polite" aria-busy={isOther}>
        {isUnseen && <p className={styles.note}>{t('model.panel.unseen')}</p>}
        {!isUnseen && answer.state === 'loading' && <SkeletonRows />}
        {!isUnseen && answer.state === 'failed' && <ErrorView compact title={t('ask.failed')} error={answer.error} onRetry={() => void reload()} />}
        {!isUnseen && answer.state === 'ready' && answer.value.symbol === symbol && <Sentences answer={answer.value} />}
      </div>
    </div>
  );
}

function Sentences({ answer }: { readonly answer: AskAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h2 className={styles.title}>{modelText(`question.${answer.question}`, language)}</h2>
      <ol className={styles.sentences}>
        {answer.statements.map(({ code, figures }, place) => (
          <li key={`${code} ${String(place)}`} className={styles.sentence}>
            {modelText(code, language, figures)}
            <FigureList figures={figures} />
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('ask.hint')}</p>
      <ModelBasis header={answer} />
    </>
  );
}
