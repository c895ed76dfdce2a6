import type { CustomSeriesRenderItemReturn } from 'echarts';
import type { CandleBatches, ColumnBatches, PixelBatch } from './pixel-batch.ts';
import type { Box, Level, Mark, Pen, Shape } from './shape.ts';
import type { ThemeColors } from './theme-colors.ts';

/** Turns a bar position and an axis position into pixels. */
export type ToPixel = (index: number, position: number) => readonly [number, number];

const markFont = '11px system-ui, sans-serif';

interface BatchStyle {
  readonly fill?: string;
  readonly stroke?: string;
  readonly opacity: number;
  readonly lineWidth?: number;
  readonly lineDash?: readonly number[];
  readonly lineJoin?: 'round';
}

/** ECharts' types know its own shapes only; ours are registered in `echarts-canvas.ts`. */
function batchGroup(parts: readonly { type: 'rectBatch' | 'segmentBatch' | 'lineBatch'; batch: PixelBatch; style: BatchStyle }[]): CustomSeriesRenderItemReturn {
  const children = parts
    .filter(({ batch }) => batch.length > 0)
    .map(({ type, batch, style }) => ({ type, shape: { batch }, style: { lineWidth: 1, fill: 'none', ...style } }));
  return { type: 'group', children } as unknown as CustomSeriesRenderItemReturn;
}

/** Candles: falling ones filled, rising ones hollow where there is room. */
export function candleItem(batches: CandleBatches, colors: ThemeColors, opacity: number): CustomSeriesRenderItemReturn {
  const { rise, fall, panel } = colors;
  return batchGroup([
    { type: 'segmentBatch', batch: batches.risingWicks, style: { stroke: rise, opacity } },
    { type: 'segmentBatch', batch: batches.fallingWicks, style: { stroke: fall, opacity } },
    { type: 'rectBatch', batch: batches.risingBodies, style: batches.hollow ? { fill: panel, stroke: rise, opacity } : { fill: rise, opacity } },
    { type: 'rectBatch', batch: batches.fallingBodies, style: { fill: fall, opacity } },
  ]);
}

/** Columns in the direction's colours, or all in the pen's. */
export function columnItem(batches: ColumnBatches, colors: ThemeColors, pen: Pen, directed: boolean): CustomSeriesRenderItemReturn {
  const opacity = pen.opacity ?? 1;
  return batchGroup([
    { type: 'rectBatch', batch: batches.rising, style: { fill: directed ? colors.rise : colors[pen.color], opacity } },
    { type: 'rectBatch', batch: batches.falling, style: { fill: colors.fall, opacity } },
  ]);
}

/** A line through values, broken where one is missing. */
export function lineItem(x: ArrayLike<number>, y: ArrayLike<number>, pen: Pen, colors: ThemeColors, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const batch: number[] = [];
  for (let i = 0; i < x.length; i++) batch.push(...toPixel(x[i] as number, y[i] as number));
  const dashes = pen.dashed === true ? { lineDash: [4, 3] } : {};
  const style = { stroke: colors[pen.color], lineWidth: pen.width ?? 1.25, opacity: pen.opacity ?? 1, lineJoin: 'round' as const, ...dashes };
  return batchGroup([{ type: 'lineBatch', batch, style }]);
}

/** Fills between two lines. */
export function bandItem({ x, low, high, pen, fillOpacity }: Extract<Shape, { kind: 'band' }>, colors: ThemeColors, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const there = Array.from(x, (index, i): [number, number] => [...toPixel(index, high[i] as number)] as [number, number]);
  const back = Array.from(x, (index, i): [number, number] => [...toPixel(index, low[i] as number)] as [number, number]).reverse();
  return { type: 'polygon', shape: { points: [...there, ...back] }, style: { fill: colors[pen.color], opacity: fillOpacity } };
}

const levelTextPx = 13;

interface LevelPlace {
  /** Bar positions of the edges. */
  readonly from: number;
  readonly to: number;
  readonly halo: string;
  /** Where the legend ends, in pixels: no name stands above that. */
  readonly clearOf: number;
}

/** Lines from edge to edge with their names at the left, below the line where the legend is above; a name that would cover an earlier one is left out. */
export function levelItems(levels: readonly Level[], { from, to, halo, clearOf }: LevelPlace, colors: ThemeColors, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const taken: number[] = [];
  const drawn = levels.map(({ price, text, pen }) => {
    const [left, height] = toPixel(from, price);
    const [right] = toPixel(to, price);
    const y = Math.round(height) + 0.5;
    const color = colors[pen.color];
    const opacity = pen.opacity ?? 1;
    const bottom = y - 2 - levelTextPx >= clearOf ? y - 2 : Math.max(y + 2, clearOf) + levelTextPx;
    const isFree = taken.every((other) => Math.abs(other - bottom) >= levelTextPx);
    if (isFree) taken.push(bottom);
    const style = { stroke: color, lineWidth: pen.width ?? 1, lineDash: dash(pen), opacity };
    const label = { x: left + 6, y: bottom, text, fill: color, stroke: halo, lineWidth: 3, font: markFont, verticalAlign: 'bottom' as const };
    return { line: { type: 'line' as const, shape: { x1: left, y1: y, x2: right, y2: y }, style }, names: isFree ? [{ type: 'text' as const, style: label }] : [] };
  });
  // Names lie over all lines, so that a near one does not strike them through.
  return { type: 'group', children: [...drawn.map(({ line }) => line), ...drawn.flatMap(({ names }) => names)] };
}

function dash(pen: Pen): number[] | 'solid' {
  return pen.dashed === true ? [4, 3] : 'solid';
}

/** Rectangles over bars and prices, each with its label inside. */
export function boxItems(boxes: readonly Box[], colors: ThemeColors, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const children = boxes.flatMap((box) => {
    const [left, bottom] = toPixel(box.fromIndex, box.low);
    const [right, top] = toPixel(box.toIndex, box.high);
    const shape = { x: Math.round(left) + 0.5, y: Math.round(top) + 0.5, width: Math.max(1, Math.round(right - left)), height: Math.max(1, Math.round(bottom - top)) };
    const color = colors[box.pen.color];
    const opacity = box.pen.opacity ?? 1;
    const outline = { fill: 'none', stroke: color, lineWidth: box.pen.width ?? 1, lineDash: dash(box.pen), opacity };
    const label = { x: shape.x + 4, y: shape.y + 3, text: box.label ?? '', fill: color, font: markFont, opacity };
    return [
      { type: 'rect' as const, shape, style: { fill: color, opacity: box.fillOpacity } },
      { type: 'rect' as const, shape, style: outline },
      ...(box.label === undefined ? [] : [{ type: 'text' as const, style: label }]),
    ];
  });
  return { type: 'group', children };
}

/** Small triangles that point at bars, with text behind them; a dashed pen leaves them hollow. */
export function markItems(marks: readonly Mark[], colors: ThemeColors, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const children = marks.flatMap((mark) => {
    const [x, y] = toPixel(mark.index, mark.price);
    const direction = mark.side === 'above' ? -1 : 1;
    const color = colors[mark.pen.color];
    const opacity = mark.pen.opacity ?? 1;
    const tip = y + direction * 5;
    const base = y + direction * 11;
    const points: [number, number][] = [[x, tip], [x - 4, base], [x + 4, base]];
    const label = {
      x, y: base + direction * 2, text: mark.text, fill: color, opacity, font: markFont, align: 'center' as const,
      verticalAlign: mark.side === 'above' ? ('bottom' as const) : ('top' as const),
    };
    return [
      { type: 'polygon' as const, shape: { points }, style: { fill: mark.pen.dashed === true ? 'none' : color, stroke: color, opacity } },
      { type: 'text' as const, style: label },
    ];
  });
  return { type: 'group', children };
}

/** Small round dots, for values that are steps and not a path. */
export function dotItems(x: Float64Array, y: Float64Array, color: string, opacity: number, toPixel: ToPixel): CustomSeriesRenderItemReturn {
  const batch: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const [left, top] = toPixel(x[i] as number, y[i] as number);
    if (top === top) batch.push(Math.round(left) - 1, Math.round(top) - 1, 3, 3);
  }
  return batchGroup([{ type: 'rectBatch', batch, style: { fill: color, opacity } }]);
}
