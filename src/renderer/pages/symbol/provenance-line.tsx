import { useTranslation } from 'react-i18next';
import { formatAsOf } from '../../../shared/format/format-as-of.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import type { ChartSeries } from './chart-series.ts';
import styles from './provenance-line.module.css';

/** One line that every figure above rests on: symbol, source, basis, number of bars, as of. */
export function ProvenanceLine({ series: { reply, bars }, replayDate }: { readonly series: ChartSeries; readonly replayDate: string | null }) {
  const { t } = useTranslation();
  const { series, freshness } = reply;
  const newest = freshness.asOf ?? series.to;
  const asOf = replayDate ?? (newest === null ? null : formatAsOf(newest));
  const parts = [
    series.symbol,
    series.source,
    t(`series.basis.${series.basis}`),
    t('series.bars', { count: bars.time.length, formatted: formatCount(bars.time.length) }),
    ...(asOf === null ? [] : [t('series.asOf', { date: asOf })]),
  ];
  return (
    <footer className={styles.line} title={parts.join(' · ')}>
      {parts.join(' · ')}
    </footer>
  );
}
