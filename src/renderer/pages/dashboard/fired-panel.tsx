import { useTranslation } from 'react-i18next';
import { formatUtc } from '../../../shared/time.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { useAnswer } from '../../stores/use-answer.ts';
import { OpenSymbol } from './open-symbol.tsx';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

const shown = 6;

/** The alerts that fired last. */
export function FiredPanel() {
  const { t } = useTranslation();
  const { answer, reload } = useAnswer('alerts.log', { limit: shown });
  return (
    <Panel title={t('nav.alerts')} area="third" page="alerts">
      {answer.state === 'failed' && <ErrorView compact title={t('dashboard.failed')} error={answer.error} onRetry={() => void reload()} />}
      {answer.value?.length === 0 && <p className={styles.note}>{t('dashboard.alerts.none')}</p>}
      <table aria-label={t('nav.alerts')} className={styles.table}>
        <tbody>
          {answer.value?.map(({ id, subject, name, bar, firedAt }) => (
            <tr key={id}>
              <th scope="row"><OpenSymbol symbol={subject} /></th>
              <td title={name}>{name}</td>
              <td className={styles.figure} title={formatUtc(firedAt)}>{bar.slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
