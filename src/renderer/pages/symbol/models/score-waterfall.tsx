import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../shared/format/format-number.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { classNames } from '../../../components/class-names.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import type { ModelAnswers } from './model-answers.ts';
import styles from './score-waterfall.module.css';
import { waterfallRows, type WaterfallRow } from './waterfall-rows.ts';

/** Why the score is what it is: every rule with what it saw, its threshold and its points, end to end, and the sum. */
export function ScoreWaterfall({ score }: { readonly score: ModelAnswers['score'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { groups, gained, judged, possible } = waterfallRows(score.dimensions);
  const points = (value: number): string => formatNumber(value, 1);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{score.score === null ? t('score.why.none') : t('score.why', { score: points(score.score) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('score.column.dimension')}</th>
          <th scope="col">{t('score.column.rule')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.value')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.threshold')}</th>
          <th scope="col" className={styles.figure}>{t('score.column.points')}</th>
          <th scope="col" className={styles.bar}><span className={styles.spoken}>{t('score.column.bar')}</span></th>
        </tr>
      </thead>
      {groups.map(({ group, points: own, maximum, rows }) => (
        <tbody key={group}>
          {rows.map((row, place) => (
            <tr key={row.code} className={classNames(row.input === null && styles.missing)}>
              {place === 0 && (
                <th scope="rowgroup" rowSpan={rows.length} className={styles.group}>
                  {modelText(`dimension.${group}`, language)}
                  <span className={styles.subtotal}>{own === null ? '–' : points(own)} / {points(maximum)}</span>
                </th>
              )}
              <td className={styles.rule}>{modelText(row.code, language)}</td>
              <td className={styles.figure}>{row.input === null ? t('score.notApplicable') : formatNumber(row.input, 2)}</td>
              <td className={styles.figure}>{row.threshold === null ? '–' : formatNumber(row.threshold, row.threshold % 1 === 0 ? 0 : 1)}</td>
              <td className={styles.figure}>{row.input === null ? '–' : points(row.contribution)} / {points(row.maximum)}</td>
              <td className={styles.bar}><Bar row={row} possible={possible} /></td>
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>{t('score.sum', { gained: points(gained), judged: points(judged) })}</th>
          <td className={styles.figure}>{score.score === null ? '–' : points(score.score)}</td>
          <td className={styles.bar}>
            <Sum share={gained / possible} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Bar({ row: { start, contribution, maximum, input }, possible }: { readonly row: WaterfallRow; readonly possible: number }) {
  const scale = 100 / possible;
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden className={styles.drawing}>
      <rect className={input === null ? styles.unknown : styles.possible} x={start * scale} y={2} width={maximum * scale} height={6} />
      <rect className={styles.gained} x={start * scale} y={2} width={contribution * scale} height={6} />
    </svg>
  );
}

function Sum({ share }: { readonly share: number }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden className={styles.drawing}>
      <rect className={styles.whole} x={0} y={1} width={share * 100} height={8} />
    </svg>
  );
}
