import { useTranslation } from 'react-i18next';
import type { LevelTrack, PriceLevel } from '../../../../shared/contract/model-figures.ts';
import { formatPercent } from '../../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../../shared/format/format-number.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { ModelBasis } from './model-basis.tsx';
import styles from './model-panel.module.css';
import { ModelView } from './model-view.tsx';
import type { ModelState } from './use-model.ts';

interface LevelsPanelProps {
  readonly state: ModelState<'levels'>;
  readonly decimals: number;
  /** Whether the chart shows the prices the levels were found in. */
  readonly isDrawn: boolean;
}

/** Support and resistance, the farthest resistance first, as they lie on the chart. */
export function LevelsPanel({ state, decimals, isDrawn }: LevelsPanelProps) {
  const { t } = useTranslation();
  return (
    <ModelView state={state} title={t('levels.title')}>
      {(levels) => {
        const { close, supports, resistances, bars } = levels;
        if (close === null) return <p className={styles.note}>{t('levels.none')}</p>;
        return (
          <div className={styles.panel} data-layout="two">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('levels.column.side')}</th>
                  <th scope="col" className={styles.figure}>{t('levels.column.price')}</th>
                  <th scope="col" className={styles.figure}>{t('levels.column.distance')}</th>
                  <th scope="col">{t('levels.column.strength')}</th>
                  <th scope="col">{t('levels.column.reason')}</th>
                  <th scope="col">{t('levels.column.term')}</th>
                </tr>
              </thead>
              <tbody>
                {resistances.toReversed().map((level) => <LevelRow key={level.price} side="resistance" level={level} decimals={decimals} />)}
                <tr>
                  <th scope="row">{t('levels.close')}</th>
                  <td className={styles.figure}><strong>{formatNumber(close, decimals)}</strong></td>
                  <td className={styles.figure}>–</td>
                  <td colSpan={3}>{t('levels.here')}</td>
                </tr>
                {supports.map((level) => <LevelRow key={level.price} side="support" level={level} decimals={decimals} />)}
              </tbody>
            </table>
            <div className={styles.column}>
              {bars < 20 && <p className={styles.note}>{t('levels.short', { bars })}</p>}
              {!isDrawn && <p className={styles.mark}>{t('levels.notDrawn')}</p>}
              <p className={styles.note}>{t('levels.hint')}</p>
              <LevelRecord record={levels.record} />
              <ModelBasis header={levels} />
            </div>
          </div>
        );
      }}
    </ModelView>
  );
}

function LevelRow({ side, level: { price, sources, distancePercent, term }, decimals }: { readonly side: 'support' | 'resistance'; readonly level: PriceLevel; readonly decimals: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">{t(`levels.${side}`)}</th>
      <td className={styles.figure}>{formatNumber(price, decimals)}</td>
      <td className={styles.figure}>{side === 'support' ? '\u2212' : '+'}{formatNumber(distancePercent, 2)}%</td>
      <td>{'●'.repeat(sources.length)} {sources.length}</td>
      <td>{sources.map((source) => modelText(`level.${source}`, language)).join(' + ')}</td>
      <td className={styles.word}>{term === null ? '–' : modelText(`term.${term}`, language)}</td>
    </tr>
  );
}

/** How often the nearest levels of the past were reached, and then held. */
function LevelRecord({ record }: { readonly record: readonly LevelTrack[] }) {
  const { t } = useTranslation();
  if (record.every(({ samples }) => samples === 0)) return <p className={styles.note}>{t('levels.record.none')}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('levels.record')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('levels.column.side')}</th>
          <th scope="col" className={styles.figure}>{t('levels.column.reached')}</th>
          <th scope="col" className={styles.figure}>{t('levels.column.held')}</th>
          <th scope="col" className={styles.figure}>{t('levels.column.samples')}</th>
        </tr>
      </thead>
      <tbody>
        {record.map(({ side, samples, reached, held }) => (
          <tr key={side}>
            <th scope="row">{t(`levels.${side}`)}</th>
            <td className={styles.figure}>{formatPercent(samples > 0 ? reached / samples : null)}</td>
            <td className={styles.figure}>{formatPercent(reached > 0 ? held / reached : null)}</td>
            <td className={styles.figure}>{formatCount(samples)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
