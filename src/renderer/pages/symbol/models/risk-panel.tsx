import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../../shared/format/format-number.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { classNames } from '../../../components/class-names.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { TrackRecord } from '../../../universe/track-record.tsx';
import { Gauge } from './gauge.tsx';
import type { ModelAnswers } from './model-answers.ts';
import { ModelBasis } from './model-basis.tsx';
import styles from './model-panel.module.css';
import { ModelView } from './model-view.tsx';
import { PositionForm } from './position-form.tsx';
import type { ModelQuestion, ModelState } from './use-model.ts';

const levelLimits = [20, 40, 60, 80];

/** The risk of the last bar with its parts, and how large a position the rules would allow. */
export function RiskPanel({ state, freq, asOf }: { readonly state: ModelState<'risk'> } & Omit<ModelQuestion, 'symbol'>) {
  const { t } = useTranslation();
  return (
    <ModelView state={state} title={t('risk.title')}>
      {(risk) => (
        <div className={styles.panel} data-layout="half">
          <RiskHeadline risk={risk} asOf={asOf} />
          <RiskParts risk={risk} />
          <PositionForm symbol={risk.symbol} freq={freq} asOf={asOf} />
        </div>
      )}
    </ModelView>
  );
}

function RiskHeadline({ risk, asOf }: { readonly risk: ModelAnswers['risk'] } & Pick<ModelQuestion, 'asOf'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { total, level, coverage, alerts, reversal, bars } = risk;
  return (
    <div className={styles.column}>
      <Gauge label={t('risk.title')} value={total} state={level === null ? null : modelText(`riskLevel.${level}`, language)} limits={levelLimits} />
      {total === null && <p className={styles.note}>{t('risk.none', { coverage: formatPercent(coverage), bars: formatCount(bars) })}</p>}
      {total !== null && coverage < 1 && <p className={styles.note}>{t('risk.coverage', { coverage: formatPercent(coverage) })}</p>}
      {alerts.length > 0 && <p className={styles.mark}>{t('risk.alerts', { parts: alerts.map((part) => modelText(`riskPart.${part}`, language)).join(', ') })}</p>}
      {reversal !== null && <p className={styles.note}>{t(`risk.reversal.${reversal}`)}</p>}
      <ModelBasis header={risk} />
      <TrackRecord metric="risk" scope={asOf === null ? {} : { asOf }} />
    </div>
  );
}

function RiskParts({ risk: { parts, rows } }: { readonly risk: ModelAnswers['risk'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('risk.why')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('risk.column.part')}</th>
          <th scope="col" className={styles.figure}>{t('risk.column.score')}</th>
          <th scope="col">{t('score.column.rule')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.value')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.threshold')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.points')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, score, level }, place) => {
          const row = rows[place];
          return (
            <tr key={part} className={classNames(score === null && styles.missing)}>
              <th scope="row">{modelText(`riskPart.${part}`, language)}</th>
              <td className={styles.figure}>{score === null ? '–' : `${formatNumber(score, 0)} · ${modelText(`riskLevel.${level ?? 'medium'}`, language)}`}</td>
              <td>{row === undefined ? '' : modelText(row.code, language)}</td>
              <td className={styles.figure}>{row === undefined || row.input === null ? t('score.notApplicable') : formatNumber(row.input, 2)}</td>
              <td className={styles.figure}>{row === undefined || row.threshold === null ? '–' : formatNumber(row.threshold, 1)}</td>
              <td className={styles.figure}>{row === undefined || row.input === null ? '–' : formatNumber(row.contribution, 1)} / {formatNumber(row?.maximum ?? null, 1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
