import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { plotted } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Relative volume: volume over its own mean of the last `period` bars, this one included. Not the intraday volume ratio. A window
 * without volume does not apply. Warm-up `period - 1` bars. Source: definition.
 */
export const relativeVolume = defineIndicator({
  id: 'relative-volume',
  name: { en: 'Relative volume', zh: '相对成交量' },
  inputs: ['volume'],
  parameters: { period: bars(20) },
  outputs: { ratio: plotted('histogram', 'Relative volume', '相对成交量') },
  pane: 'own',
  guides: [1],
  presets: { definition: {} },
  source: 'definition',
  warmUp: ({ period }) => period - 1,
  slots: ({ period }) => meanSlots(period),
  advance({ volume }, { period }, { ratio }, { slots }, from, to) {
    for (let i = from; i < to; i++) {
      const mean = stepMean(slots, 0, volume[i] as number, period);
      ratio[i] = mean > 0 ? (volume[i] as number) / mean : NaN;
    }
  },
});
