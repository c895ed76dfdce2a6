import { useTranslation } from 'react-i18next';
import type { AlertTrial } from '../../shared/contract/alerts.ts';
import { formatCount, formatNumber } from '../../shared/format/format-number.ts';
import { seriesDecimals } from '../../shared/format/series-decimals.ts';
import styles from './alert-dialog.module.css';
import { OutcomeText } from './outcome-text.tsx';

const shownFires = 6;

/** Where the condition would have fired, and what became of the price. */
export function TrialView({ trial }: { readonly trial: AlertTrial }) {
  const { t } = useTranslation();
  const shown = trial.fires.slice(0, shownFires);
  const decimals = seriesDecimals(Float64Array.from(shown, ({ close }) => close));
  return (
    <section className={styles.trial} role="status">
      <p>{t('alerts.trial', { count: trial.count, formatted: formatCount(trial.count), bars: formatCount(trial.bars), from: trial.from ?? '–', to: trial.to ?? '–' })}</p>
      {shown.length > 0 && (
        <table className={styles.fires}>
          <thead>
            <tr>
              <th scope="col">{t('alerts.column.bar')}</th>
              <th scope="col">{t('alerts.column.close')}</th>
              <th scope="col">{t('alerts.after', { bars: 5 })}</th>
              <th scope="col">{t('alerts.after', { bars: 10 })}</th>
              <th scope="col">{t('alerts.after', { bars: 20 })}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ bar, close, after5, after10, after20 }) => (
              <tr key={bar}>
                <td>{bar.slice(0, 16).replace('T', ' ')}</td>
                <td>{formatNumber(close, decimals)}</td>
                <td><OutcomeText percent={after5} /></td>
                <td><OutcomeText percent={after10} /></td>
                <td><OutcomeText percent={after20} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
