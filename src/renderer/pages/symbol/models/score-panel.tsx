import { useTranslation } from 'react-i18next';
import type { ScoreMarket } from '../../../../analysis/models/score-market.ts';
import { formatPercent } from '../../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../../shared/format/format-number.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { TrackRecord } from '../../../universe/track-record.tsx';
import type { ModelAnswers } from './model-answers.ts';
import { ModelBasis } from './model-basis.tsx';
import { ModelView } from './model-view.tsx';
import styles from './model-panel.module.css';
import { Radar } from './radar.tsx';
import { ScoreWaterfall } from './score-waterfall.tsx';
import type { ModelQuestion, ModelState } from './use-model.ts';

/** Bars from which every rule can be judged: the longest average runs over sixty. */
const wholeBars = 60;

/** The score, why it is what it is, and the radar beside it. */
export function ScorePanel({ state, asOf }: { readonly state: ModelState<'score'> } & Pick<ModelQuestion, 'asOf'>) {
  const { t } = useTranslation();
  return (
    <ModelView state={state} title={t('score.title')}>
      {(score) => (
        <div className={styles.panel} data-layout="score">
          <Headline score={score} />
          <ScoreWaterfall score={score} />
          <ScoreRadar radar={score.radar} asOf={asOf} />
        </div>
      )}
    </ModelView>
  );
}

function Headline({ score }: { readonly score: ModelAnswers['score'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { coverage, state, marks, market, bars } = score;
  const figures = { coverage: formatPercent(coverage), bars: formatCount(bars), needed: wholeBars };
  return (
    <div className={styles.column}>
      <p className={styles.headline}>
        <span className={styles.large}>{formatNumber(score.score, 1)}</span>
        {state !== null && <span className={styles.state}>{modelText(`state.${state}`, language)}</span>}
        <span className={styles.note}>{t('score.market', { market: t(`score.market.${market as ScoreMarket}`) })}</span>
      </p>
      <p className={styles.note}>{score.score === null ? t('score.none', figures) : coverage < 1 ? t('score.coverage.part', figures) : t('score.coverage.whole')}</p>
      {marks.map((mark) => <p key={mark} className={styles.mark}>{modelText(`mark.${mark}`, language)}</p>)}
      <ModelBasis header={score} />
    </div>
  );
}

function ScoreRadar({ radar, asOf }: Pick<ModelAnswers['score'], 'radar'> & Pick<ModelQuestion, 'asOf'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.column} aria-label={t('score.radar')}>
      <h2 className={styles.title}>{t('score.radar')}</h2>
      <Radar label={t('score.radar')} axes={radar.map(({ axis, value }) => ({ label: modelText(`radarAxis.${axis}`, language), value }))} />
      <p className={styles.note}>{t('score.notAdvice')}</p>
      <TrackRecord metric="score" scope={asOf === null ? {} : { asOf }} />
    </section>
  );
}
