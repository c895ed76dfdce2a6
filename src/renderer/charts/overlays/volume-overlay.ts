import type { BarColumns } from '../../../shared/bars.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { BarPyramid } from '../bar-pyramid.ts';
import { levelSlice } from '../level-slice.ts';
import type { Overlay } from '../overlay.ts';

/** Volume as columns in the colour of their candle. */
export function volumeOverlay(bars: BarColumns, pyramid: BarPyramid, language: Language): Overlay {
  return {
    id: 'volume',
    shapes: (range) => {
      const { x, size, from, to, level } = levelSlice(pyramid, range);
      const rising = new Uint8Array(to - from);
      for (let i = 0; i < rising.length; i++) rising[i] = (level.close[from + i] as number) >= (level.open[from + i] as number) ? 1 : 0;
      return [{ kind: 'columns', id: 'volume', x, size, y: level.volume.subarray(from, to), rising, pen: { color: 'muted', opacity: 0.7 } }];
    },
    legend: (index) => [{ label: '', value: formatAmount(bars.volume[index] ?? NaN, language) }],
  };
}
