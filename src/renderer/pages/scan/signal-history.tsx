import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { scaledCount } from '../../../analysis/universe/scaled-count.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { useDesk } from '../../desk-context.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import styles from './scan-tools.module.css';

/** Which signals fired on each of the last sessions. */
export function SignalHistory({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation();
  const { signalSettings } = useDesk();
  const scope = useScope();
  const settings = useStore(signalSettings, (state) => state.settings);
  const { answer } = useAnswer('signals.history', { ...scope, of: symbol, settings });
  if (answer.value === null || answer.value.of !== symbol) return null;
  const mark = (fired: boolean): string => (fired ? '●' : '·');
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('signals.history')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bar.time')}</th>
          <th scope="col" className={styles.figure}>{t('rank.column.rank')}</th>
          <th scope="col" className={styles.figure}>{t('signals.history.top', { rank: scaledCount(100, answer.value.symbols) })}</th>
          {(['jump', 'steady'] as const).map((kind) => <th key={kind} scope="col" className={styles.figure}>{t(`signals.short.${kind}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {answer.value.days.toReversed().map(({ date, rank, hot, jump, steady }) => (
          <tr key={date}>
            <th scope="row">{date}</th>
            <td className={styles.figure}>{formatNumber(rank, 0)}</td>
            <td className={styles.figure}>{mark(hot)}</td>
            <td className={styles.figure}>{mark(jump)}</td>
            <td className={styles.figure}>{mark(steady)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
