import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shared/format/format-number.ts';
import { StatusDot } from '../components/status-dot.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { useDesk } from '../desk-context.ts';
import type { FigureAge } from './figure-age.ts';
import styles from './freshness-badge.module.css';
import { FreshnessDetails } from './freshness-details.tsx';

const dots = { fresh: 'good', stale: 'warn', failed: 'bad', frozen: 'none' } as const;

interface FreshnessBadgeProps {
  /** Null draws nothing: there is no figure to speak of. */
  readonly age: FigureAge | null;
  /** Leaves out the day where it stands beside the badge anyway. */
  readonly short?: boolean;
  /** Where a click leads; to data health where left out. */
  readonly onOpen?: () => void;
}

/** How old the figures below are: a dot, the day they stand as of, and their age where they are not up to date. The tooltip has the rest. */
export function FreshnessBadge({ age, short = false, onOpen }: FreshnessBadgeProps) {
  const { t } = useTranslation();
  const { sources, navigation } = useDesk();
  if (age === null) return null;
  const { state, sessionsBehind, asOf, oldest } = age;
  const openHealth = (): void => {
    sources.getState().show('health');
    navigation.getState().openPage('data');
  };
  const behind = sessionsBehind === null || sessionsBehind === 0 ? t(`fresh.${state}`) : t('fresh.behind', { count: sessionsBehind, formatted: formatCount(sessionsBehind) });
  const shortBehind = sessionsBehind === null || sessionsBehind === 0 ? behind : t('fresh.behindShort', { formatted: formatCount(sessionsBehind) });
  const worst = state === 'failed' ? t('fresh.failed') : oldest !== null ? t('fresh.oldest', { date: oldest.slice(0, 10) }) : short ? shortBehind : behind;
  const isPlain = state === 'fresh' && oldest === null;
  return (
    <Tooltip text={<FreshnessDetails age={age} />}>
      <button type="button" className={styles.badge} onClick={onOpen ?? openHealth}>
        <StatusDot state={dots[state]} />
        <span className={styles.age}>
          <span className={short ? styles.spoken : undefined}>{asOf.slice(0, 10)}{isPlain ? '' : ' · '}</span>
          <span className={!short && isPlain ? styles.spoken : undefined}>{short ? worst : worst.toLowerCase()}</span>
        </span>
      </button>
    </Tooltip>
  );
}
