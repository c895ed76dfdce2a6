import type { Language } from '../../shared/i18n/language.ts';
import { bucketSize } from './bucket-size.ts';
import { stepDecimals } from './nice-ticks.ts';
import type { Pane, VisibleRange } from './overlay.ts';
import { layoutPanes, type PaneRect } from './pane-layout.ts';
import { priceScale, type PriceScale, type ScaleKind } from './price-scale.ts';
import type { Shape } from './shape.ts';
import { shapesExtent } from './shape-extent.ts';
import { tickLabel } from './time-label.ts';
import { timeTicks } from './time-ticks.ts';
import { spanOf, visibleBars, type ViewWindow } from './view-window.ts';
import type { SeriesClock } from './zone-clock.ts';

/** What a frame is made from. */
export interface FrameInput {
  readonly time: Float64Array;
  readonly close: Float64Array;
  readonly clock: SeriesClock;
  readonly panes: readonly Pane[];
  readonly weights: readonly number[];
  readonly scale: ScaleKind;
  readonly window: ViewWindow;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
}

export interface AxisMark {
  /** Bar index or axis value. */
  readonly at: number;
  readonly label: string;
}

export interface PaneFrame {
  readonly pane: Pane;
  readonly rect: PaneRect;
  readonly scale: PriceScale;
  /** Ends of the value axis, in axis units of `scale`. */
  readonly min: number;
  readonly max: number;
  readonly marks: readonly AxisMark[];
  readonly decimals: number;
  readonly shapes: readonly Shape[];
}

/** Everything a picture of the chart needs, worked out without one. */
export interface ChartFrame {
  readonly window: ViewWindow;
  readonly range: VisibleRange;
  readonly panes: readonly PaneFrame[];
  readonly timeMarks: readonly AxisMark[];
  readonly plotWidth: number;
  readonly axisWidth: number;
  readonly height: number;
}

/** At most so many candles are drawn; more would not be told apart. */
const mostBuckets = 450;
const leastBucketPx = 2;
const axisCharacterPx = 6.6;
const axisPaddingPx = 14;
const tickGapPx = 44;
const timeLabelGapPx = 58;
/** A date nearer to the edge would be cut off; its grid line stays. */
const labelEdgePx = 16;
/** Marks above the highest and below the lowest candle need as much more. */
const markRoomPx = 20;
/** Labels nearer to the edge of a pane would touch the next one's. */
const edgePx = 8;
const mostPadding = 0.4;
const paddingPx = { price: [30, 12], value: [26, 8], volume: [24, 0] } as const;

/** Works out one frame: what is visible, where each pane lies, its scale, ticks and shapes. */
export function chartFrame(input: FrameInput): ChartFrame {
  const { window, time, close } = input;
  const visible = visibleBars(window, time.length);
  const buckets = Math.min(mostBuckets, Math.max(50, Math.floor(input.width / leastBucketPx)));
  const range: VisibleRange = { ...visible, size: bucketSize(spanOf(window), buckets) };
  const base = firstFinite(close, visible.first, visible.last);
  const rects = layoutPanes(input.weights, input.height);
  const panes = input.panes.map((pane, place) =>
    paneFrame(pane, rects[place] ?? { top: 0, height: 1 }, priceScale(pane.axis === 'price' ? input.scale : 'linear', base), range),
  );
  const longest = Math.max(5, ...panes.flatMap(longestTexts));
  const axisWidth = Math.ceil(longest * axisCharacterPx + axisPaddingPx);
  const plotWidth = Math.max(1, input.width - axisWidth);
  const leastGap = (timeLabelGapPx * spanOf(window)) / plotWidth;
  const indexes: number[] = [];
  for (let index = Math.ceil(visible.first / range.size) * range.size; index <= visible.last; index += range.size) indexes.push(index);
  const timeMarks = timeTicks(time, indexes, input.clock, leastGap).map((tick) => {
    const x = ((tick.index - window.from) / spanOf(window)) * plotWidth;
    return { at: tick.index, label: x < labelEdgePx || x > plotWidth - labelEdgePx ? '' : tickLabel(tick, input.language) };
  });
  return { window, range, panes, timeMarks, plotWidth, axisWidth, height: input.height };
}

/** Lengths of what may stand beside a pane: its ticks, and the tags of values at either end. */
function longestTexts(pane: PaneFrame): number[] {
  const tags = [pane.min, pane.max].map((position) => tagText(pane, position));
  return [...pane.marks.map(({ label }) => label), ...(pane.shapes.length === 0 ? [] : tags)].map(({ length }) => length);
}

/** The text of a tag on the axis: with the decimals of the values, or of percents where the axis shows those. */
export function tagText({ pane, scale }: Pick<PaneFrame, 'pane' | 'scale'>, position: number): string {
  return axisText(pane, scale, position, scale.kind === 'percent' ? 2 : pane.decimals);
}

function firstFinite(column: Float64Array, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const value = column[i] as number;
    if (Number.isFinite(value)) return value;
  }
  return NaN;
}

function paneFrame(pane: Pane, rect: PaneRect, scale: PriceScale, range: VisibleRange): PaneFrame {
  const shapes = range.last < range.first ? [] : pane.overlays.flatMap((overlay) => overlay.shapes(range));
  const { low, high } = shapesExtent(shapes);
  const [topPx, bottomPx] = paddingPx[pane.axis];
  const room = shapes.some((shape) => shape.kind === 'marks' && shape.marks.length > 0) ? markRoomPx : 0;
  const [top, bottom] = [topPx + room, bottomPx + room];
  const { min, max } = paddedAxis(scale.toAxis(low), scale.toAxis(high), rect.height, top, bottom);
  const ticks = scale.ticks(min, max, Math.max(1, Math.floor(rect.height / tickGapPx)));
  const decimals = stepDecimals(ticks.step);
  const edge = (edgePx * (max - min)) / rect.height;
  const marks = (pane.marks?.map((value) => scale.toAxis(value)) ?? ticks.values)
    .filter((at) => at >= min + edge && at <= max - edge)
    .map((at) => ({ at, label: axisText(pane, scale, at, pane.marks === undefined ? decimals : 0) }));
  return { pane, rect, scale, min, max, marks, decimals, shapes };
}

/** The text of an axis position: the price, or in a percent scale the change. */
function axisText(pane: Pane, scale: PriceScale, position: number, decimals: number): string {
  if (scale.kind === 'percent') return `${pane.format(position, Math.max(decimals, 0))}%`;
  return pane.format(scale.fromAxis(position), decimals);
}

/** Widens a range so that the legend line above and a little air below stay free. */
function paddedAxis(low: number, high: number, height: number, topPx: number, bottomPx: number): { min: number; max: number } {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high < low) return { min: 0, max: 1 };
  const flat = high - low <= Math.abs(high) * 1e-12;
  const room = flat ? Math.max(Math.abs(high) * 0.02, 1e-6) : 0;
  const [least, most] = [low - room, high + room];
  // A low pane keeps more than half of its height for what it shows.
  const shrink = Math.min(1, (height * mostPadding) / Math.max(1, topPx + bottomPx));
  const scale = (most - least) / (height - (topPx + bottomPx) * shrink);
  return { min: least - bottomPx * shrink * scale, max: most + topPx * shrink * scale };
}

/** Pixel of a bar index, from the left edge of the plot. */
export function xPixel(frame: ChartFrame, index: number): number {
  return ((index - frame.window.from) / spanOf(frame.window)) * frame.plotWidth;
}

/** Bar position under a pixel. */
export function indexAt(frame: ChartFrame, x: number): number {
  return frame.window.from + (x / frame.plotWidth) * spanOf(frame.window);
}

/** Pixel of an axis position, from the top of the chart. */
export function yPixel(pane: PaneFrame, position: number): number {
  return pane.rect.top + (1 - (position - pane.min) / (pane.max - pane.min)) * pane.rect.height;
}

/** Axis position under a pixel. */
export function positionAt(pane: PaneFrame, y: number): number {
  return pane.min + (1 - (y - pane.rect.top) / pane.rect.height) * (pane.max - pane.min);
}
