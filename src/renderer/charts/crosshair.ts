import { indexAt, positionAt, tagText, xPixel, yPixel, type ChartFrame, type PaneFrame } from './chart-frame.ts';
import type { ChartFont } from './frame-option.ts';
import type { ThemeColors } from './theme-colors.ts';

export interface CrosshairPoint {
  readonly index: number;
  /** From the top of the chart; null when the cursor is moved by keys. */
  readonly y: number | null;
  readonly timeText: string;
}

export interface LastPrice {
  readonly price: number;
  readonly rising: boolean;
}

/** What the layer above the picture shows. */
export interface CrosshairView {
  readonly frame: ChartFrame;
  readonly colors: ThemeColors;
  readonly font: ChartFont;
  readonly point: CrosshairPoint | null;
  /** The bar the user chose. */
  readonly selected: number | null;
  readonly lastPrice: LastPrice | null;
}

const tagHeight = 18;
const tagPadding = 6;
/** Of a tick's label on the axis. */
const tickHeight = 16;

/** Draws the cursor's lines and the tags on the axes, on a layer of their own so that moving them redraws nothing else. */
export function drawCrosshair(context: CanvasRenderingContext2D, view: CrosshairView): void {
  const { frame, font, lastPrice, point } = view;
  context.font = `${font.sizePx}px ${font.family}`;
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  for (const { rect } of frame.panes.slice(1)) strokeLine(context, 0, rect.top - 1, frame.plotWidth + frame.axisWidth, rect.top - 1, view.colors.line, []);
  const price = frame.panes[0];
  if (price !== undefined && lastPrice !== null) drawLastPrice(context, view, price, lastPrice);
  if (view.selected !== null) drawSelected(context, view, view.selected);
  if (point !== null) drawCursor(context, view, point);
}

function drawLastPrice(context: CanvasRenderingContext2D, view: CrosshairView, pane: PaneFrame, last: LastPrice): void {
  const position = pane.scale.toAxis(last.price);
  const y = yPixel(pane, position);
  if (!(y >= pane.rect.top && y <= pane.rect.top + pane.rect.height)) return;
  const color = last.rising ? view.colors.rise : view.colors.fall;
  strokeLine(context, 0, y, view.frame.plotWidth, y, color, [1, 3]);
  drawTag(context, view, pane, y, tagText(pane, position), color);
}

function drawSelected(context: CanvasRenderingContext2D, { frame, colors }: CrosshairView, index: number): void {
  const x = xPixel(frame, index);
  if (x < 0 || x > frame.plotWidth) return;
  strokeLine(context, x, 0, x, Math.max(...frame.panes.map(({ rect }) => rect.top + rect.height)), colors.accent, []);
}

function drawCursor(context: CanvasRenderingContext2D, view: CrosshairView, point: CrosshairPoint): void {
  const { frame, colors } = view;
  const x = xPixel(frame, point.index);
  if (x < 0 || x > frame.plotWidth) return;
  const bottom = Math.max(...frame.panes.map(({ rect }) => rect.top + rect.height));
  strokeLine(context, x, 0, x, bottom, colors.muted, [3, 3]);
  const width = Math.ceil(context.measureText(point.timeText).width) + 2 * tagPadding;
  const left = Math.round(Math.min(Math.max(0, x - width / 2), frame.plotWidth - width));
  fillTag(context, left, bottom + 3, width, colors.text);
  context.fillStyle = colors.panel;
  context.fillText(point.timeText, left + tagPadding, bottom + 3 + tagHeight / 2 + 0.5);
  const { y } = point;
  if (y === null) return;
  const pane = frame.panes.find(({ rect }) => y >= rect.top && y < rect.top + rect.height);
  if (pane === undefined) return;
  strokeLine(context, 0, y, frame.plotWidth, y, colors.muted, [3, 3]);
  drawTag(context, view, pane, y, tagText(pane, positionAt(pane, y)), colors.text);
}

function drawTag(context: CanvasRenderingContext2D, { frame, colors }: CrosshairView, pane: PaneFrame, y: number, label: string, fill: string): void {
  // A tick's label that the tag would cover in part gives way as a whole.
  context.fillStyle = colors.panel;
  for (const { at } of pane.marks) {
    const labelY = yPixel(pane, at);
    if (Math.abs(labelY - y) < (tagHeight + tickHeight) / 2) context.fillRect(frame.plotWidth + 1, labelY - tickHeight / 2, frame.axisWidth - 3, tickHeight);
  }
  fillTag(context, frame.plotWidth + 1, y - tagHeight / 2, frame.axisWidth - 2, fill);
  context.fillStyle = colors.panel;
  context.fillText(label, frame.plotWidth + tagPadding, Math.round(y - tagHeight / 2) + tagHeight / 2 + 0.5);
}

function fillTag(context: CanvasRenderingContext2D, left: number, top: number, width: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.roundRect(left, Math.round(top), width, tagHeight, 2);
  context.fill();
}

function strokeLine(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number, color: string, dash: number[]): void {
  const sharp = (value: number): number => Math.round(value) + 0.5;
  context.strokeStyle = color;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x1 === x2 ? sharp(x1) : x1, y1 === y2 ? sharp(y1) : y1);
  context.lineTo(x1 === x2 ? sharp(x2) : x2, y1 === y2 ? sharp(y2) : y2);
  context.stroke();
  context.setLineDash([]);
}

/** The bar nearest to a pixel, within the series. */
export function barAt(frame: ChartFrame, x: number, count: number): number {
  return Math.min(Math.max(0, Math.round(indexAt(frame, x))), count - 1);
}
