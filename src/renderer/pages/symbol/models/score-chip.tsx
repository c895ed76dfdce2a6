import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../shared/format/format-number.ts';
import type { Frequency } from '../../../../shared/frequency.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { useDesk } from '../../../desk-context.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import styles from './score-chip.module.css';
import { useModel } from './use-model.ts';

/** The score of the newest bar in a word; opens its explanation. Nothing where there is no score. */
export function ScoreChip({ symbol, freq }: { readonly symbol: string; readonly freq: Frequency }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { chartSettings, notices } = useDesk();
  const score = useModel('score', { symbol, freq, asOf: null });
  if (score.kind !== 'ready' || score.isOther || score.value.score === null || score.value.state === null) return null;
  const figure = formatNumber(score.value.score, 1);
  const state = modelText(`state.${score.value.state}`, language);
  const label = t('score.chip', { score: figure, state });
  return (
    <button type="button" className={styles.chip} title={label} aria-label={label} onClick={() => void chartSettings.getState().change({ panel: 'score' }).catch(notices.getState().showThrown)}>
      <span className={styles.figure}>{figure}</span> <span className={styles.state}>{state}</span>
    </button>
  );
}
