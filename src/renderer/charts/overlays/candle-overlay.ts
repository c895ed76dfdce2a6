import type { BarColumns } from '../../../shared/bars.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { changeShare, formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { BarPyramid } from '../bar-pyramid.ts';
import { formatSigned } from '../format-signed.ts';
import { levelSlice } from '../level-slice.ts';
import type { LegendItem, Overlay } from '../overlay.ts';

/** The letters before the figures of a bar. */
export interface BarLabels {
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  /** Null where the volume has a pane of its own. */
  readonly volume: string | null;
}

/** The candles of a series, with the figures of a bar as their legend. */
export function candleOverlay(bars: BarColumns, pyramid: BarPyramid, decimals: number, labels: BarLabels, language: Language): Overlay {
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
      const price = (label: string, value: number | undefined): LegendItem => ({ label, value: formatNumber(value ?? NaN, decimals), color });
      const changeText = `${formatSigned(change, decimals)} (${formatChange(changeShare(close, previous))})`;
      return [
        price(labels.open, bars.open[index]),
        price(labels.high, bars.high[index]),
        price(labels.low, bars.low[index]),
        price(labels.close, close),
        ...(index > 0 ? [{ label: '', value: changeText, color: change >= 0 ? ('rise' as const) : ('fall' as const) }] : []),
        ...(labels.volume === null ? [] : [{ label: labels.volume, value: formatAmount(bars.volume[index] ?? NaN, language) }]),
      ];
    },
  };
}
