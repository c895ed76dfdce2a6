import { defineIndicator } from './indicator.ts';
import { plotted } from './output.ts';

/** Prices are stored as given; a close this close to the limit is at it. */
const tolerance = 1e-9;

/**
 * Limit-up streak: how many bars in a row, this one included, closed at their upper price limit; 0 when this one did not. The limit is
 * the exchange's for the board, status and date of each bar. No warm-up. Source: definition (连板).
 */
export const limitUpStreak = defineIndicator({
  id: 'limit-up-streak',
  name: { en: 'Limit-up streak', zh: '连板数' },
  inputs: ['close', 'upperLimit'],
  parameters: {},
  outputs: { streak: plotted('histogram', 'Limit-ups in a row', '连板') },
  pane: 'own',
  presets: { definition: {} },
  source: 'definition',
  warmUp: () => 0,
  slots: () => 1,
  advance({ close, upperLimit }, _parameters, { streak }, { slots }, from, to) {
    for (let i = from; i < to; i++) {
      const limit = upperLimit[i] as number;
      const atLimit = (close[i] as number) >= limit - Math.abs(limit) * tolerance;
      const count = atLimit ? (slots[0] as number) + 1 : 0;
      slots[0] = count;
      streak[i] = count;
    }
  },
});
