import { useTranslation } from 'react-i18next';
import type { BarsReply } from '../../../shared/contract/bars.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusDot } from '../../components/status-dot.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import styles from './freshness-badge.module.css';

const dots = { fresh: 'good', stale: 'warn', failed: 'bad', frozen: 'none' } as const;

/** How old the bars are against the exchange's calendar: a dot and an age; where they come from on demand. */
export function FreshnessBadge({ reply: { freshness, series } }: { readonly reply: Pick<BarsReply, 'freshness' | 'series'> }) {
  const { t } = useTranslation();
  const { state, sessionsBehind, asOf } = freshness;
  const stateText = t(`fresh.${state}`);
  const age = sessionsBehind !== null && sessionsBehind > 0 ? t('fresh.behind', { count: sessionsBehind, formatted: formatCount(sessionsBehind) }) : stateText;
  const details = t('fresh.tooltip', {
    state: sessionsBehind !== null && sessionsBehind > 0 ? `${stateText} (${age})` : stateText,
    source: series.source,
    fetched: formatUtc(series.fetchedAt).replace('T', ' '),
    asOf: asOf ?? series.to ?? '',
  });
  return (
    <Tooltip text={details}>
      <button type="button" className={styles.badge}>
        <StatusDot state={dots[state]} />
        <span className={styles.age}>{age}</span>
      </button>
    </Tooltip>
  );
}
