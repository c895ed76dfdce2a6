import { defineIndicator } from './indicator.ts';
import { plotted } from './output.ts';

/** Turnover rate: the bar's volume in percent of the shares in free float on it. Without a float it does not apply. No warm-up. Source: definition (换手率). */
export const turnoverRate = defineIndicator({
  id: 'turnover-rate',
  name: { en: 'Turnover rate', zh: '换手率' },
  inputs: ['volume', 'floatShares'],
  parameters: {},
  outputs: { rate: plotted('histogram', 'Turnover %', '换手率 %') },
  pane: 'own',
  presets: { definition: {} },
  source: 'definition',
  warmUp: () => 0,
  slots: () => 0,
  advance({ volume, floatShares }, _parameters, { rate }, _memory, from, to) {
    for (let i = from; i < to; i++) {
      const shares = floatShares[i] as number;
      rate[i] = shares > 0 ? (100 * (volume[i] as number)) / shares : NaN;
    }
  },
});
