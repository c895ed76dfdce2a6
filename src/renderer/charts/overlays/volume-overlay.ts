import type { BarColumns } from '../../../shared/bars.ts';
import type { BarPyramid } from '../bar-pyramid.ts';
import { formatCompact } from '../format-figure.ts';
import { levelSlice } from '../level-slice.ts';
import type { Overlay } from '../overlay.ts';
import type { ChartLanguage } from '../time-label.ts';

/** Volume as columns in the colour of their candle. */
export function volumeOverlay(bars: BarColumns, pyramid: BarPyramid, language: ChartLanguage): Overlay {
  return {
    id: 'volume',
    shapes: (range) => {
      const { x, size, from, to, level } = levelSlice(pyramid, range);
      const rising = new Uint8Array(to - from);
      for (let i = 0; i < rising.length; i++) rising[i] = (level.close[from + i] as number) >= (level.open[from + i] as number) ? 1 : 0;
      return [{ kind: 'columns', id: 'volume', x, size, y: level.volume.subarray(from, to), rising, pen: { color: 'muted', opacity: 0.75 } }];
    },
    legend: (index) => [{ label: '', value: formatCompact(bars.volume[index] ?? NaN, language) }],
  };
}
