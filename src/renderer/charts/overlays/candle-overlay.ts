import type { BarColumns } from '../../../shared/bars.ts';
import type { BarPyramid } from '../bar-pyramid.ts';
import { formatChange, formatCompact, formatFixed, formatPercent } from '../format-figure.ts';
import type { LegendItem, Overlay } from '../overlay.ts';
import { levelSlice } from '../level-slice.ts';
import type { ChartLanguage } from '../time-label.ts';

/** The letters before the figures of a bar. */
export interface BarLabels {
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
}

/** The candles of a series; while one has no volume pane, its volume stands in this legend. */
export function candleOverlay(bars: BarColumns, pyramid: BarPyramid, decimals: number, labels: BarLabels, language: ChartLanguage): Overlay {
  return {
    id: 'candles',
    shapes: (range) => {
      const { x, size, from, to, level } = levelSlice(pyramid, range);
      return [{
        kind: 'candles', id: 'candles', x, size, open: level.open.subarray(from, to), high: level.high.subarray(from, to),
        low: level.low.subarray(from, to), close: level.close.subarray(from, to),
      }];
    },
    legend(index): LegendItem[] {
      const close = bars.close[index] ?? NaN;
      const previous = bars.close[index - 1] ?? NaN;
      const change = close - previous;
      const color = close >= (bars.open[index] ?? NaN) ? 'rise' : 'fall';
      const price = (label: string, value: number | undefined): LegendItem => ({ label, value: formatFixed(value ?? NaN, decimals), color });
      const ratio = previous > 0 ? ` (${formatPercent((change / previous) * 100)})` : '';
      return [
        price(labels.open, bars.open[index]),
        price(labels.high, bars.high[index]),
        price(labels.low, bars.low[index]),
        price(labels.close, close),
        { label: '', value: `${formatChange(change, decimals)}${ratio}`, color: change >= 0 ? 'rise' : 'fall' },
        { label: labels.volume, value: formatCompact(bars.volume[index] ?? NaN, language) },
      ];
    },
  };
}
