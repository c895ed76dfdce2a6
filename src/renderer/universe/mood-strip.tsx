import { useTranslation } from 'react-i18next';
import type { MarketMood, VolatilitySummary } from '../../shared/contract/rank-figures.ts';
import { formatChange } from '../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../shared/format/format-number.ts';
import { modelText } from '../../shared/i18n/model-text.ts';
import { DirectionText } from '../components/direction-text.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './mood-strip.module.css';

/** The state of the market in one line: its mood, how many rise and fall, and where volatility goes. */
export function MoodStrip({ mood, volatility }: { readonly mood: MarketMood; readonly volatility: VolatilitySummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const means = volatility.days.map(({ mean }) => mean ?? NaN);
  return (
    <dl className={styles.strip}>
      <div>
        <dt>{t('mood.state')}</dt>
        <dd className={styles.state}>{modelText(`mood.${mood.state}`, language)}</dd>
      </div>
      <div>
        <dt>{t('mood.breadth')}</dt>
        <dd>
          <DirectionText value={1} text={`▲ ${formatCount(mood.advancing)}`} /> <DirectionText value={-1} text={`▼ ${formatCount(mood.declining)}`} /> <span>= {formatCount(mood.unchanged)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('mood.median')}</dt>
        <dd><DirectionText value={mood.medianChange ?? NaN} text={formatChange(mood.medianChange === null ? null : mood.medianChange / 100)} /></dd>
      </div>
      <div>
        <dt>{t('mood.strong', { from: formatNumber(mood.strongFrom, 0) })}</dt>
        <dd>{formatNumber(mood.strongShare, 1)}%</dd>
      </div>
      <div>
        <dt>{t('mood.mean')}</dt>
        <dd>{formatNumber(mood.meanMetric, 1)}</dd>
      </div>
      <div>
        <dt>{t('mood.volatility')}</dt>
        <dd className={styles.volatility}>
          {formatNumber(means.at(-1) ?? null, 2)}% {volatility.direction !== null && t(`mood.volatility.${volatility.direction}`)}
          <Sparkline values={means} />
        </dd>
      </div>
    </dl>
  );
}
