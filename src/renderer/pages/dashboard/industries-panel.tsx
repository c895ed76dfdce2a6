import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useDesk } from '../../desk-context.ts';
import { useUniverseAge } from '../../freshness/use-universe-age.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { IndustryMap } from '../industries/industry-map.tsx';
import { Panel } from './panel.tsx';
import styles from './rows.module.css';

/** Industries by traded value and change; choosing one opens their page. */
export function IndustriesPanel() {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  const scope = useScope();
  const { answer, reload } = useAnswer('industries.heat', scope);
  const rows = answer.value?.rows ?? [];
  const age = useUniverseAge(answer.value);
  return (
    <Panel title={t('nav.industries')} area="industries" page="industries" age={rows.length === 0 ? null : age}>
      {answer.state === 'failed' && <ErrorView compact title={t('dashboard.failed')} error={answer.error} onRetry={() => void reload()} />}
      {answer.state === 'loading' && <div className={styles.map}><div className={styles.wide}><SkeletonRows count={10} /></div></div>}
      {answer.state === 'ready' && rows.length === 0 && <p className={styles.note}>{t('industries.none.hint')}</p>}
      {rows.length > 0 && <div className={styles.map}><IndustryMap rows={rows} selected={null} onSelect={() => navigation.getState().openPage('industries')} /></div>}
    </Panel>
  );
}
