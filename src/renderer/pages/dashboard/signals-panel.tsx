import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SignalKind } from '../../../analysis/universe/signals.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { joinWords } from '../../../shared/i18n/join-words.ts';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useDesk } from '../../desk-context.ts';
import { useUniverseAge } from '../../freshness/use-universe-age.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { OpenSymbol } from './open-symbol.tsx';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

const shown = 6;

/** The strongest signals with the user's own weights. */
export function SignalsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { signalSettings } = useDesk();
  const scope = useScope();
  const settings = useStore(signalSettings, (state) => state.settings);
  const { answer, reload } = useAnswer('signals.list', { ...scope, settings, minStrength: 0.0001, limit: shown });
  const age = useUniverseAge(answer.value);
  return (
    <Panel title={t('scan.signals')} area="third" page="scan" age={age}>
      {answer.state === 'failed' && <ErrorView compact title={t('dashboard.failed')} error={answer.error} onRetry={() => void reload()} />}
      {answer.state === 'loading' && <SkeletonRows count={shown} />}
      {answer.value?.rows.length === 0 && <p className={styles.note}>{t('signals.none')}</p>}
      <table aria-label={t('scan.signals')} className={styles.table}>
        <tbody>
          {answer.value?.rows.map(({ symbol, strength, rows }) => {
            const kinds = joinWords(rows.filter(({ contribution }) => contribution > 0).map(({ code }) => t(`signals.short.${code.slice('signal.'.length) as SignalKind}`)), language);
            return (
              <tr key={symbol}>
                <th scope="row"><OpenSymbol symbol={symbol} /></th>
                <td className={styles.figure}>{formatNumber(strength, 2)}</td>
                <td title={kinds}>{kinds}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
