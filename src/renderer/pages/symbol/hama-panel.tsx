import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hamaLive } from '../../../analysis/indicators/hama-live.ts';
import { BarFlag } from '../../../shared/bar-flag.ts';
import { errorText } from '../../../shared/app-error.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ChartSeries } from './chart-series.ts';
import type { HamaPreset } from './chart-settings.ts';
import { Fact, FactsList } from './facts-list.tsx';
import styles from './hama-panel.module.css';
import { HamaStrip } from './hama-strip.tsx';
import { hamaView } from './hama-view.ts';

interface HamaPanelProps {
  readonly series: ChartSeries;
  readonly preset: HamaPreset;
  readonly freqs: readonly Frequency[];
  readonly isReplay: boolean;
}

/** What HAMA says on the last closed bar, and what it says on the other timeframes. */
export function HamaPanel({ series, preset, freqs, isReplay }: HamaPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bars, reply } = series;
  const view = useMemo(() => hamaView(bars, reply.series.basis, preset), [bars, reply, preset]);
  if (view.kind === 'refused') return <p className={styles.note}>{errorText(view.error.code, view.error.params, language)}</p>;
  const { reading } = view;
  const strip = isReplay ? <p className={styles.note}>{t('hama.frames.replay')}</p> : <HamaStrip series={series} preset={preset} freqs={freqs} />;
  if (reading.kind === 'needs-bars') return <div className={styles.panel}><p className={styles.note}>{t('hama.needs', { needed: reading.needed, available: reading.available })}</p>{strip}</div>;
  const intraday = isIntraday(reply.freq);
  const clock = seriesClock(intraday, reply.zone);
  const date = (time: number): string => barTimeLabel(clock(time), intraday);
  const decimals = seriesDecimals(bars.close);
  const { band, lastCross, state } = reading;
  const last = bars.close.length - 1;
  const isOpen = ((bars.flags[last] ?? 0) & BarFlag.open) !== 0;
  const live = hamaLive(reading, bars.close[last] ?? NaN);
  const confirmed = reading.volumeConfirmed;
  return (
    <div className={styles.panel}>
      <div className={styles.column}>
        <h2 className={styles.state}>
          <DirectionText value={state === 'bullish' ? 1 : state === 'bearish' ? -1 : 0} text={`${state === 'bullish' ? '▲ ' : state === 'bearish' ? '▼ ' : ''}${t(`hama.${state}`)}`} />
          <span className={styles.asOf}>{t('hama.asOf', { date: date(reading.time) })}</span>
        </h2>
        <FactsList>
          <Fact name={t('hama.line')}>{formatNumber(reading.ma, decimals)} · {t(`hama.${reading.maDirection}`)}</Fact>
          <Fact name={t('hama.deviation')}>{formatSigned(reading.deviationPercent, 2)}%</Fact>
          <Fact name={t('hama.confidence')}>{formatPercent(reading.confidence)}</Fact>
          <Fact name={t('hama.strength')}>{t(`hama.${reading.strength}`)}</Fact>
        </FactsList>
      </div>
      <div className={styles.column}>
        <FactsList>
          <Fact name={t('hama.cross')}>{lastCross === null ? t('hama.cross.none') : t(`hama.cross.${lastCross.direction}`, { date: date(lastCross.time) })}</Fact>
          {lastCross !== null && <Fact name={t('hama.cross.ago')}>{formatCount(lastCross.barsAgo)}</Fact>}
          <Fact name={t('hama.volume')}>{confirmed === null ? t('hama.unknown') : confirmed ? t('hama.yes') : t('hama.no')}</Fact>
          <Fact name={t('hama.band')}>
            {band.kind === 'ready' ? t(`hama.${band.state}`) : t('hama.needs', { needed: band.needed, available: band.available })}
          </Fact>
          {band.kind === 'ready' && <Fact name={t('hama.bandWidth')}>{formatPercent(band.width, 1)}</Fact>}
          {isOpen && live !== 'unknown' && <Fact name={t('hama.live')}>{t(`hama.${live}`)}</Fact>}
        </FactsList>
      </div>
      {strip}
    </div>
  );
}
