import { stepHighest, stepLowest } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Position lines: where the close stands between the lowest low and the highest high of four windows, 0..100. A flat window does not
 * apply. Warm-up: each window less one bar. Source: Tonghuashun position lines (white 3, yellow 10, purple 20, red 21).
 */
export const positionLines = defineIndicator({
  id: 'position-lines',
  name: { en: 'Position lines', zh: '位置线' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    white: bars(3, 1, { en: 'White', zh: '白线' }),
    yellow: bars(10, 1, { en: 'Yellow', zh: '黄线' }),
    purple: bars(20, 1, { en: 'Purple', zh: '紫线' }),
    red: bars(21, 1, { en: 'Red', zh: '红线' }),
  },
  outputs: { white: line('White', '白线'), yellow: line('Yellow', '黄线'), purple: line('Purple', '紫线'), red: line('Red', '红线') },
  pane: 'own',
  guides: [20, 80],
  presets: { definition: {} },
  source: 'Tonghuashun position lines',
  warmUp: ({ white, yellow, purple, red }) => Math.max(white, yellow, purple, red) - 1,
  slots: () => 8,
  advance({ high, low, close }, parameters, output, { start, slots }, from, to) {
    for (const [at, name] of names.entries()) {
      const period = parameters[name];
      const out = output[name];
      for (let i = from; i < to; i++) {
        const top = stepHighest(slots, 2 * at, high, i, period, start);
        const bottom = stepLowest(slots, 2 * at + 1, low, i, period, start);
        if (i < start + period - 1) continue;
        // A close stored outside its bar's range still counts as standing at the edge.
        out[i] = Math.min(100, Math.max(0, (100 * ((close[i] as number) - bottom)) / (top - bottom)));
      }
    }
  },
});

const names = ['white', 'yellow', 'purple', 'red'] as const;
