import { BellPlus, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { changeShare, formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { draftAt } from '../../alerts/draft-at.ts';
import { Button } from '../../components/button.tsx';
import { DirectionText } from '../../components/direction-text.tsx';
import { Flash } from '../../components/flash.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { FreshnessBadge } from '../../freshness/freshness-badge.tsx';
import { useSeriesAge } from '../../freshness/use-series-age.ts';
import { symbolName } from '../../list/symbol-name.ts';
import { WatchlistStar } from '../../watchlists/watchlist-star.tsx';
import type { ChartSeries } from './chart-series.ts';
import { ScoreChip } from './models/score-chip.tsx';
import styles from './symbol-header.module.css';

/** Code, name, market, last price and change, and how old they are. In a replay nothing that speaks of today. */
export function SymbolHeader({ symbol, series, isReplay }: { readonly symbol: string; readonly series: ChartSeries | null; readonly isReplay: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { alerts, navigation, symbols } = useDesk();
  const row = useStore(symbols, ({ rows }) => rows.value?.find((candidate) => candidate.symbol === symbol));
  const name = row === undefined ? null : symbolName(row, language);
  const details = [row?.market, row?.currency].filter((text) => text !== undefined && text !== null && text !== '');
  const alertHere = ({ bars, reply }: ChartSeries): void => {
    alerts.getState().prepare(draftAt(symbol, reply.freq, bars.close.at(-1) ?? 0));
    navigation.getState().openOverlay('alert');
  };
  return (
    <header className={styles.header}>
      <h1 className={styles.code}>{row?.code ?? symbol}</h1>
      {name !== null && <span className={styles.name} title={name}>{name}</span>}
      <WatchlistStar symbol={symbol} />
      <span className={styles.details}>{details.join(' · ')}</span>
      {series !== null && <LastPrice series={series} label={t('bar.change')} />}
      <span className={styles.space} />
      {series !== null && !isReplay && <ScoreChip symbol={symbol} freq={series.reply.freq} />}
      {series !== null && !isReplay && <SeriesBadge series={series} />}
      {series !== null && (
        <span className={styles.report}>
          <Button icon={<BellPlus size={16} aria-hidden />} aria-label={t('alerts.command')} onClick={() => alertHere(series)}>
            <span className={styles.reportText}>{t('alerts.short')}</span>
          </Button>
        </span>
      )}
      {series !== null && (
        <span className={styles.report}>
          <Button icon={<FileText size={16} aria-hidden />} aria-label={t('report.open')} aria-keyshortcuts="Control+E" onClick={() => navigation.getState().openOverlay('report')}>
            <span className={styles.reportText}>{t('report.open')}</span>
          </Button>
        </span>
      )}
    </header>
  );
}

function SeriesBadge({ series: { reply } }: { readonly series: ChartSeries }) {
  return <FreshnessBadge short age={useSeriesAge(reply)} />;
}

function LastPrice({ series: { bars }, label }: { readonly series: ChartSeries; readonly label: string }) {
  const last = bars.close.length - 1;
  const [close, previous] = [bars.close[last] ?? NaN, bars.close[last - 1] ?? NaN];
  const decimals = seriesDecimals(bars.close);
  const change = close - previous;
  return (
    <>
      <span className={styles.price}>
        <Flash value={close}>{formatNumber(close, decimals)}</Flash>
      </span>
      <span className={styles.change} title={label}>
        <DirectionText value={change} text={`${change > 0 ? '▲' : change < 0 ? '▼' : ''} ${formatSigned(change, decimals)} (${formatChange(changeShare(close, previous))})`} />
      </span>
    </>
  );
}
