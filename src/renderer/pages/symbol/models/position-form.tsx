import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultRiskPercent, defaultStopPercent, positionSize } from '../../../../analysis/models/position-size.ts';
import { formatNumber } from '../../../../shared/format/format-number.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { Fact, FactsList } from '../facts-list.tsx';
import styles from './model-panel.module.css';

/** How large a position may be for an accepted loss and a stop, and the rules of discipline beside it. `volatility` in percent, null where unknown. */
export function PositionForm({ volatility }: { readonly volatility: number | null }) {
  const { t } = useTranslation();
  const [riskPercent, setRisk] = useState(defaultRiskPercent);
  const [stopPercent, setStop] = useState(defaultStopPercent);
  const size = positionSize({ riskPercent, stopPercent, volatility });
  const percent = (value: number): string => `${formatNumber(value, 1)}%`;
  return (
    <section aria-label={t('position.title')} className={styles.column}>
      <h2 className={styles.title}>{t('position.title')}</h2>
      <NumberField label={t('position.risk')} value={riskPercent} min={0.1} max={100} step={0.1} onChange={setRisk} />
      <NumberField label={t('position.stop')} value={stopPercent} min={0.1} max={100} step={0.1} onChange={setStop} />
      <FactsList>
        <Fact name={t('position.factor')}>{volatility === null ? t('score.notApplicable') : `× ${formatNumber(size.volatilityFactor, 1)}`}</Fact>
        <Fact name={t('position.uncapped')}>{percent(size.uncapped)}</Fact>
        <Fact name={t('position.size')}><strong>{percent(size.percent)}</strong></Fact>
      </FactsList>
      {size.capped && <p className={styles.note}>{t('position.capped')}</p>}
      <p className={styles.note}>{t('position.discipline')}</p>
    </section>
  );
}
