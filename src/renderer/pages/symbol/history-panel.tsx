import { useTranslation } from 'react-i18next';
import { scoreStates } from '../../../analysis/models/score-state.ts';
import type { StoredAnalysis } from '../../../shared/contract/jobs.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { missingText } from '../../../shared/format/missing.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useAnswer } from '../../stores/use-answer.ts';
import styles from './history-panel.module.css';

const hamaStates = ['bullish', 'bearish', 'ranging'] as const;
const shownDays = 250;

/** What jobs computed of the symbol, day by day; during a replay nothing of a later bar. */
export function HistoryPanel({ symbol, asOf }: { readonly symbol: string; readonly asOf: string | null }) {
  const { t } = useTranslation();
  const { answer, isOther, reload } = useAnswer('jobs.analyses', { symbol, limit: 2 * shownDays });
  if (answer.state === 'loading' || isOther) return <SkeletonRows />;
  if (answer.value === null) return <ErrorView compact error={answer.error} onRetry={() => void reload()} />;
  const kept = answer.value.filter((one) => asOf === null || one.asOf.slice(0, 10) <= asOf);
  if (kept.length === 0) return <p className={styles.none}>{t('history.none')}</p>;
  const days = [...Map.groupBy(kept, (one) => one.asOf)];
  const hamaText = ({ state, deviationPercent }: StoredAnalysis['figures']): string => {
    const known = hamaStates.find((one) => one === state);
    return `${known === undefined ? missingText : t(`hama.${known}`)} ${typeof deviationPercent === 'number' ? formatChange(deviationPercent / 100) : ''}`;
  };
  const scoreText = ({ score, state }: StoredAnalysis['figures']): string => {
    const known = scoreStates.find((one) => one === state);
    return typeof score === 'number' ? `${formatNumber(score, 1)}${known === undefined ? '' : ` · ${t(`model.state.${known}`)}`}` : missingText;
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('history.asOf')}</th>
          <th scope="col">{t('history.score')}</th>
          <th scope="col">{t('history.hama')}</th>
          <th scope="col">{t('history.computed')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(([day, found]) => {
          const [hama, score] = [found.find(({ kind }) => kind === 'hama'), found.find(({ kind }) => kind === 'score')];
          return (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{score === undefined ? missingText : scoreText(score.figures)}</td>
              <td>{hama === undefined ? missingText : hamaText(hama.figures)}</td>
              <td className={styles.muted}>{formatMinute((hama ?? score)?.computedAt ?? null)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
