import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hamaTimeframes } from '../../../analysis/indicators/hama-timeframes.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { formatSigned } from '../../charts/format-signed.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import type { ChartSeries } from './chart-series.ts';
import type { HamaPreset } from './chart-settings.ts';
import styles from './hama-strip.module.css';
import { useFrames } from './use-frames.ts';

/** The state on every timeframe side by side, so that agreement or conflict is seen at once. */
export function HamaStrip({ series: { reply }, preset, freqs }: { readonly series: ChartSeries; readonly preset: HamaPreset; readonly freqs: readonly Frequency[] }) {
  const { t } = useTranslation();
  const frames = useFrames(reply.series.symbol, freqs, reply.version);
  const readings = useMemo(
    () => hamaTimeframes(frames.map(({ freq, columns }) => ({ frequency: freq, bars: columns })), {}, { preset, basis: reply.series.basis }),
    [frames, preset, reply.series.basis],
  );
  return (
    <div className={styles.strip} role="list" aria-label={t('hama.frames')}>
      {readings.map(({ frequency, reading }) => (
        <div key={frequency} role="listitem" className={styles.frame} data-current={frequency === reply.freq || undefined}>
          <span className={styles.name}>{t(`chart.frequency.${frequency}`)}</span>
          {reading.kind === 'ready' ? (
            <>
              <DirectionText value={reading.state === 'bullish' ? 1 : reading.state === 'bearish' ? -1 : 0} text={`${reading.state === 'bullish' ? '▲ ' : reading.state === 'bearish' ? '▼ ' : '– '}${t(`hama.${reading.state}`)}`} />
              <span className={styles.figure}>{formatSigned(reading.deviationPercent, 2)}%</span>
            </>
          ) : (
            <span className={styles.needs}>{t('hama.needs', { needed: reading.needed, available: reading.available })}</span>
          )}
        </div>
      ))}
    </div>
  );
}
