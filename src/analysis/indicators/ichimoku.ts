import { stepHighest, stepLowest } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Ichimoku: mid-points of the ranges of three windows. The columns stand at the bar they are computed on; the spans are plotted
 * `shift` bars ahead and the close `shift` bars back. Warm-up: tenkan `conversion - 1`, kijun and span A `base - 1`, span B `span - 1`
 * bars. Source: Hosoda.
 */
export const ichimoku = defineIndicator({
  id: 'ichimoku',
  name: { en: 'Ichimoku cloud', zh: '一目均衡表' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    conversion: bars(9, 1, { en: 'Conversion', zh: '转换线' }),
    base: bars(26, 1, { en: 'Base', zh: '基准线' }),
    span: bars(52, 1, { en: 'Span B', zh: '先行带 B' }),
    shift: bars(26, 0, { en: 'Displacement', zh: '位移' }),
  },
  outputs: {
    tenkan: line('Conversion', '转换线'),
    kijun: line('Base', '基准线'),
    spanA: { ...line('Span A', '先行带 A'), shift: { parameter: 'shift', direction: 'ahead' } },
    spanB: { ...line('Span B', '先行带 B'), shift: { parameter: 'shift', direction: 'ahead' } },
    chikou: { ...line('Lagging', '延迟线'), shift: { parameter: 'shift', direction: 'back' } },
  },
  pane: 'price',
  presets: { definition: {}, tradingview: { shift: 25 } },
  source: 'Hosoda 1969',
  warmUp: ({ conversion, base, span }) => Math.max(conversion, base, span) - 1,
  slots: () => 6,
  advance({ high, low, close }, { conversion, base, span }, output, { start, slots }, from, to) {
    const { tenkan, kijun, spanA, spanB, chikou } = output;
    for (let i = from; i < to; i++) {
      const age = i - start + 1;
      const short = (stepHighest(slots, 0, high, i, conversion, start) + stepLowest(slots, 1, low, i, conversion, start)) / 2;
      const middle = (stepHighest(slots, 2, high, i, base, start) + stepLowest(slots, 3, low, i, base, start)) / 2;
      const long = (stepHighest(slots, 4, high, i, span, start) + stepLowest(slots, 5, low, i, span, start)) / 2;
      if (age >= conversion) tenkan[i] = short;
      if (age >= base) kijun[i] = middle;
      if (age >= base && age >= conversion) spanA[i] = (short + middle) / 2;
      if (age >= span) spanB[i] = long;
      chikou[i] = close[i] as number;
    }
  },
});
