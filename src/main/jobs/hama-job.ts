import { hamaReading } from '../../analysis/indicators/hama-reading.ts';
import type { Store } from '../store/store.ts';
import { analysisJob } from './analysis-job.ts';
import type { JobDefinition } from './job.ts';

/** HAMA of the last closed daily bar. */
export function hamaJob(store: Pick<Store, 'read' | 'write'>): JobDefinition {
  return analysisJob('hama', store, (bars, { basis }) => {
    const reading = hamaReading(bars, {}, { basis });
    if (reading.kind !== 'ready') return null;
    const { time, state, colour, close, ma, maDirection, deviationPercent, confidence, strength, lastCross, volumeConfirmed, meetsBuy, meetsSell, band } = reading;
    return {
      asOf: time,
      figures: {
        state, colour, close, ma, maDirection, deviationPercent, confidence, strength, volumeConfirmed, meetsBuy, meetsSell,
        cross: lastCross?.direction ?? null, crossBarsAgo: lastCross?.barsAgo ?? null, band: band.kind === 'ready' ? band.state : null,
      },
    };
  });
}
