import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionAnswer } from '../../../../shared/contract/model-figures.ts';
import { formatChange } from '../../../../shared/format/format-change.ts';
import { formatNumber } from '../../../../shared/format/format-number.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { ErrorView } from '../../../components/error-view.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { Fact, FactsList } from '../facts-list.tsx';
import styles from './model-panel.module.css';
import type { ModelQuestion } from './use-model.ts';

/** How large a position may be for an accepted loss and a stop, and what the rules of discipline say of one that is held. */
export function PositionForm({ symbol, freq, asOf }: ModelQuestion) {
  const { t } = useTranslation();
  const [riskPercent, setRisk] = useState(2);
  const [stopPercent, setStop] = useState(5);
  const [entryPrice, setEntry] = useState(0);
  const entry = entryPrice > 0 ? { entryPrice } : {};
  const { answer, reload } = useAnswer('models.position', { symbol, freq, riskPercent, stopPercent, ...entry, ...(asOf === null ? {} : { asOf }) });
  return (
    <section aria-label={t('position.title')} className={styles.column}>
      <h2 className={styles.title}>{t('position.title')}</h2>
      <NumberField label={t('position.risk')} value={riskPercent} min={0.1} max={100} step={0.1} onChange={setRisk} />
      <NumberField label={t('position.stop')} value={stopPercent} min={0.1} max={100} step={0.1} onChange={setStop} />
      <NumberField label={t('position.entry')} value={entryPrice} min={0} max={1e9} step={0.01} onChange={setEntry} />
      {answer.state === 'failed' && <ErrorView compact error={answer.error} onRetry={() => void reload()} />}
      {answer.value !== null && <PositionFacts answer={answer.value} />}
      <p className={styles.note}>{t('position.discipline')}</p>
    </section>
  );
}

function PositionFacts({ answer: { position, volatility, gainPercent, discipline } }: { readonly answer: PositionAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const percent = (value: number): string => `${formatNumber(value, 1)}%`;
  return (
    <>
      <FactsList>
        <Fact name={t('position.factor')}>{volatility === null ? t('score.notApplicable') : `× ${formatNumber(position.volatilityFactor, 1)}`}</Fact>
        <Fact name={t('position.uncapped')}>{percent(position.uncapped)}</Fact>
        <Fact name={t('position.size')}><strong>{percent(position.percent)}</strong></Fact>
        {gainPercent !== null && <Fact name={t('position.gain')}>{formatChange(gainPercent / 100)}</Fact>}
      </FactsList>
      {position.capped && <p className={styles.note}>{t('position.capped')}</p>}
      {discipline.map(({ code, figures }) => <p key={code} className={styles.mark}>{modelText(code, language, figures)}</p>)}
    </>
  );
}
