import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useUniverseAge } from '../../freshness/use-universe-age.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { MoodStrip } from '../../universe/mood-strip.tsx';
import { UniverseBasis } from '../../universe/universe-basis.tsx';
import { useScope } from '../../universe/use-scope.ts';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

/** The mood of the market and what it rests on. */
export function MarketPanel() {
  const { t } = useTranslation();
  const scope = useScope();
  const { answer, reload } = useAnswer('scan.ranks', { ...scope, limit: 1 });
  const age = useUniverseAge(answer.value);
  return (
    <Panel title={t('mood.title')} area="market" page="scan" age={age}>
      {answer.state === 'failed' && <ErrorView compact title={t('dashboard.failed')} error={answer.error} onRetry={() => void reload()} />}
      {answer.state === 'loading' && <SkeletonRows count={2} />}
      {answer.value !== null && <div className={styles.strip}><MoodStrip mood={answer.value.mood} volatility={answer.value.volatility} /></div>}
      {answer.value !== null && <UniverseBasis header={answer.value} />}
    </Panel>
  );
}
