import type { ChartFrame, PaneFrame } from './chart-frame.ts';
import { yPixel } from './chart-frame.ts';
import type { Shape } from './shape.ts';
import { spanOf } from './view-window.ts';

/**
 * Pixels of many like shapes, flat: four numbers each (`x y width height` of a rectangle, `x1 y1 x2 y2` of a segment) or two (`x y` of
 * a line's point, whose NaN breaks the line).
 */
export type PixelBatch = readonly number[];

export interface CandleBatches {
  readonly risingWicks: PixelBatch;
  readonly fallingWicks: PixelBatch;
  readonly risingBodies: PixelBatch;
  readonly fallingBodies: PixelBatch;
  /** Whether a rising body is wide enough to be told hollow. */
  readonly hollow: boolean;
}

export interface ColumnBatches {
  readonly rising: PixelBatch;
  readonly falling: PixelBatch;
}

const leastHollowPx = 3;
const bodyShare = 0.85;

/** An odd number of whole pixels, so that the wick stands in the middle; one pixel where bars are narrow. */
export function bodyWidth(slotPx: number): number {
  const width = Math.floor(slotPx * bodyShare);
  return Math.max(1, width % 2 === 0 ? width - 1 : width);
}

/** Candles in whole pixels, so that bodies, wicks and the columns under them line up and stay sharp. Bars without a value are left out. */
export function candleBatches(shape: Extract<Shape, { kind: 'candles' }>, pane: PaneFrame, frame: ChartFrame): CandleBatches {
  const { toX, width } = slots(frame, shape.size);
  const toY = (price: number): number => yPixel(pane, pane.scale.toAxis(price));
  const batches = { risingWicks: [] as number[], fallingWicks: [] as number[], risingBodies: [] as number[], fallingBodies: [] as number[] };
  const hollow = width >= leastHollowPx && shape.isGhost !== true;
  for (let i = 0; i < shape.x.length; i++) {
    const open = shape.open[i] as number;
    const close = shape.close[i] as number;
    const rising = shape.rising === undefined ? close >= open : shape.rising[i] === 1;
    const top = Math.round(toY(Math.max(open, close)));
    const bottom = Math.round(toY(Math.min(open, close)));
    const high = Math.round(toY(shape.high[i] as number));
    const low = Math.round(toY(shape.low[i] as number));
    if (top !== top || bottom !== bottom || high !== high || low !== low) continue;
    const middle = toX(shape.x[i] as number);
    const wicks = rising ? batches.risingWicks : batches.fallingWicks;
    if (high < top) wicks.push(middle + 0.5, high, middle + 0.5, top);
    if (low > bottom) wicks.push(middle + 0.5, bottom, middle + 0.5, low);
    const left = middle - (width - 1) / 2;
    const height = Math.max(1, bottom - top);
    if (rising && hollow && height > 1) batches.risingBodies.push(left + 0.5, top + 0.5, width - 1, height - 1);
    else if (rising && hollow) batches.risingWicks.push(left, top + 0.5, left + width, top + 0.5);
    else (rising ? batches.risingBodies : batches.fallingBodies).push(left, top, width, height);
  }
  return { ...batches, hollow };
}

/** Columns from zero in whole pixels; without directions all of them count as rising. */
export function columnBatches(shape: Extract<Shape, { kind: 'columns' }>, pane: PaneFrame, frame: ChartFrame): ColumnBatches {
  const { toX, width } = slots(frame, shape.size);
  const zero = Math.round(yPixel(pane, pane.scale.toAxis(0)));
  const batches = { rising: [] as number[], falling: [] as number[] };
  for (let i = 0; i < shape.x.length; i++) {
    const y = Math.round(yPixel(pane, pane.scale.toAxis(shape.y[i] as number)));
    if (y !== y) continue;
    const batch = shape.rising !== null && shape.rising[i] !== 1 ? batches.falling : batches.rising;
    batch.push(toX(shape.x[i] as number) - (width - 1) / 2, Math.min(y, zero), width, Math.max(1, Math.abs(zero - y)));
  }
  return batches;
}

function slots(frame: ChartFrame, size: number): { toX: (index: number) => number; width: number } {
  const barPx = frame.plotWidth / spanOf(frame.window);
  return { toX: (index) => Math.floor((index - frame.window.from) * barPx), width: bodyWidth(barPx * size) };
}
