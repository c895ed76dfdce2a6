import { BarFlag } from '../../../shared/bar-flag.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { buildPyramid, type BarPyramid } from '../bar-pyramid.ts';
import { formatSigned } from '../format-signed.ts';
import { levelSlice } from '../level-slice.ts';
import { lttb } from '../lttb.ts';
import type { LegendItem, Overlay, VisibleRange } from '../overlay.ts';
import type { Mark, Pen, Shape } from '../shape.ts';

/** The columns of the HAMA indicator. */
export type HamaColumns = Readonly<Record<
  'open' | 'high' | 'low' | 'close' | 'ma' | 'colour' | 'cross' | 'deviation' | 'state' | 'bandUpper' | 'bandMiddle' | 'bandLower', Float64Array
>>;

export interface HamaOverlayOptions {
  readonly title: string;
  readonly decimals: number;
  readonly showsBands: boolean;
  /** What the states are called: rising trend, falling trend, neither. */
  readonly states: readonly [bullish: string, bearish: string, ranging: string];
}

const linePen: Pen = { color: 'accent', width: 1.75 };
const bandPen: Pen = { color: 'muted', dashed: true };

/** HAMA candles behind the price, the MA line, its crosses and, when asked for, the bands. What the open bar still may change is hollow. */
export function hamaOverlay(bars: BarColumns, columns: HamaColumns, { title, decimals, showsBands, states }: HamaOverlayOptions): Overlay {
  const pyramid = buildPyramid({ ...bars, open: columns.open, high: columns.high, low: columns.low, close: columns.close });
  const line = (name: string, values: Float64Array, pen: Pen, range: VisibleRange): Shape => ({
    kind: 'line', id: `hama/${name}`, pen, isLoose: pen === bandPen,
    ...lttb(values, Math.max(0, range.first - range.size), Math.min(values.length - 1, range.last + range.size), range.size),
  });
  return {
    id: 'hama',
    shapes: (range) => [
      candles(pyramid, columns.colour, range),
      line('ma', columns.ma, linePen, range),
      ...(showsBands ? (['bandUpper', 'bandMiddle', 'bandLower'] as const).map((name) => line(name, columns[name], bandPen, range)) : []),
      { kind: 'marks', id: 'hama/crosses', marks: crossMarks(bars, columns, range) },
    ],
    legend(index): LegendItem[] {
      const ma = columns.ma[index] ?? NaN;
      const state = columns.state[index] ?? NaN;
      if (Number.isNaN(ma)) return [{ label: title, value: formatNumber(NaN, 0) }];
      return [
        { label: title, value: formatNumber(ma, decimals), color: 'accent' },
        { label: '', value: `${formatSigned(columns.deviation[index] ?? NaN, 2)}%` },
        { label: '', value: state > 0 ? states[0] : state < 0 ? states[1] : states[2], color: state > 0 ? 'rise' : state < 0 ? 'fall' : 'muted' },
      ];
    },
  };
}

function candles(pyramid: BarPyramid, colour: Float64Array, range: VisibleRange): Shape {
  const { x, size, from, to, level } = levelSlice(pyramid, range);
  const part = (column: Float64Array): Float64Array => column.subarray(from, to);
  const rising = new Uint8Array(to - from);
  for (let i = 0; i < rising.length; i++) rising[i] = (colour[Math.min(colour.length - 1, (from + i + 1) * size - 1)] ?? 0) > 0 ? 1 : 0;
  return { kind: 'candles', id: 'hama/candles', x, size, open: part(level.open), high: part(level.high), low: part(level.low), close: part(level.close), rising, isGhost: true };
}

/** Crosses are too many to tell apart once bars share pixels. */
const mostBucketBars = 3;

function crossMarks(bars: BarColumns, { cross, low, high }: HamaColumns, { first, last, size }: VisibleRange): Mark[] {
  if (size > mostBucketBars) return [];
  const marks: Mark[] = [];
  for (let index = first; index <= last; index++) {
    const direction = cross[index] ?? 0;
    if (direction !== 1 && direction !== -1) continue;
    const isOpen = ((bars.flags[index] ?? 0) & BarFlag.open) !== 0;
    const isUp = direction === 1;
    const price = isUp ? Math.min(low[index] ?? NaN, bars.low[index] ?? NaN) : Math.max(high[index] ?? NaN, bars.high[index] ?? NaN);
    marks.push({ index, price, side: isUp ? 'below' : 'above', text: '', pen: { color: isUp ? 'rise' : 'fall', ...(isOpen ? { dashed: true, opacity: 0.6 } : {}) } });
  }
  return marks;
}
