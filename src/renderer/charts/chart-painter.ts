import type { EChartsType } from 'echarts/core';
import type { BarColumns } from '../../shared/bars.ts';
import { chartFrame, type ChartFrame } from './chart-frame.ts';
import type { ChartModel } from './chart-model.ts';
import { drawCrosshair } from './crosshair.ts';
import { echartsCanvas } from './echarts-canvas.ts';
import { frameOption, type ChartFont } from './frame-option.ts';
import { openLegendLines } from './legend-lines.ts';
import { readThemeColors, type ThemeColors } from './theme-colors.ts';
import { barTimeLabel } from './time-label.ts';
import { openTopLayer } from './top-layer.ts';
import type { ViewWindow } from './view-window.ts';
import { seriesClock } from './zone-clock.ts';

/** What is to be seen now. */
export interface ChartScene {
  readonly model: ChartModel;
  readonly view: ViewWindow;
  /** The bar of the crosshair and its height in pixels, null where keys moved it. */
  readonly cursor: { readonly index: number; readonly y: number | null } | null;
  readonly selected: number | null;
  /** Weights of panes the user resized, by their id. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface ChartLayout {
  readonly panes: readonly { readonly id: string; readonly top: number }[];
  readonly axisWidth: number;
}

/** Puts a scene on the screen, at most once an animation frame. */
export interface ChartPainter {
  /** Paints the scene at the next animation frame: crosshair and legend, and where it is `whole` the panes too. */
  redraw(whole: boolean): void;
  /** The panes as they were painted last; null before the first time. */
  frame(): ChartFrame | null;
  /** Takes up the colours and fonts of the page. */
  restyle(): void;
  /** Takes up the size of the element. */
  resize(): void;
  /** The picture as a PNG data URL, twice the pixels. */
  picture(): string;
  close(): void;
}

/** Opens a painter in an element that is positioned and has a size. `scene` gives null as long as there is nothing to see. */
export function openChartPainter(host: HTMLElement, scene: () => ChartScene | null, onLayout: (layout: ChartLayout) => void): ChartPainter {
  const surface = document.createElement('div');
  surface.className = 'chart-surface';
  host.classList.add('chart');
  host.append(surface);
  let canvas: EChartsType = echartsCanvas(surface);
  const top = openTopLayer(host);
  const legend = openLegendLines(host);
  let frame: ChartFrame | null = null;
  let colors: ThemeColors = readThemeColors(host);
  let font: ChartFont = readFont(host);
  let structure = '';
  let laidOut = '';
  let density = window.devicePixelRatio;
  let pending: { request: number; whole: boolean } | null = null;

  /** A canvas keeps the density it was made for; on another screen it is made anew. True when it fits already. */
  function matchDensity(): boolean {
    if (density === window.devicePixelRatio) return true;
    density = window.devicePixelRatio;
    canvas.dispose();
    canvas = echartsCanvas(surface);
    structure = '';
    return false;
  }

  const clocks = new Map<string, ReturnType<typeof seriesClock>>();
  function clockOf({ intraday, zone }: ChartModel): ReturnType<typeof seriesClock> {
    const key = `${String(intraday)} ${zone}`;
    const clock = clocks.get(key) ?? seriesClock(intraday, zone);
    clocks.set(key, clock);
    return clock;
  }

  function paintPanes({ model, view, weights }: ChartScene): ChartFrame {
    const { bars } = model;
    const painted = chartFrame({
      time: bars.time, close: bars.close, clock: clockOf(model), panes: model.panes, weights: model.panes.map((pane) => weights.get(pane.id) ?? pane.weight),
      scale: model.scale, window: view, width: host.clientWidth, height: host.clientHeight, language: model.language,
    });
    const option = frameOption(painted, colors, font);
    const next = painted.panes.map((pane) => `${pane.pane.id}:${pane.shapes.map((shape) => shape.id + shape.kind).join()}`).join(';');
    if (next === structure) canvas.setOption(option, { silent: true });
    else canvas.setOption(option, { silent: true, notMerge: true });
    structure = next;
    return painted;
  }

  function draw(): void {
    const isSharp = matchDensity();
    const whole = (pending?.whole ?? true) || !isSharp;
    pending = null;
    const now = scene();
    if (now === null) return;
    const { model, cursor, selected } = now;
    if (whole || frame === null) {
      frame = paintPanes(now);
      const layout = { panes: frame.panes.map(({ pane, rect }) => ({ id: pane.id, top: rect.top })), axisWidth: frame.axisWidth };
      if (JSON.stringify(layout) !== laidOut) onLayout(layout);
      laidOut = JSON.stringify(layout);
    }
    const { bars } = model;
    const count = bars.time.length;
    const index = cursor?.index ?? count - 1;
    const timeText = count === 0 ? '' : barTimeLabel(clockOf(model)(bars.time[index] as number), model.intraday);
    const point = cursor === null ? null : { index, y: cursor.y, timeText };
    const current = frame;
    top.draw((context) => drawCrosshair(context, { frame: current, colors, font, point, selected, lastPrice: lastPrice(bars) }));
    legend.draw(frame, index, timeText);
  }

  return {
    redraw(whole) {
      if (pending === null) pending = { request: requestAnimationFrame(draw), whole };
      else pending.whole ||= whole;
    },
    frame: () => frame,
    restyle() {
      colors = readThemeColors(host);
      font = readFont(host);
    },
    resize: () => canvas.resize({ silent: true }),
    picture: () => canvas.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colors.panel }),
    close() {
      if (pending !== null) cancelAnimationFrame(pending.request);
      legend.close();
      top.close();
      canvas.dispose();
      surface.remove();
    },
  };
}

function lastPrice(bars: BarColumns): { price: number; rising: boolean } | null {
  const last = bars.close.length - 1;
  const price = bars.close[last];
  if (price === undefined || !Number.isFinite(price)) return null;
  return { price, rising: price >= (bars.close[last - 1] ?? bars.open[last] ?? price) };
}

function readFont(host: HTMLElement): ChartFont {
  return { family: getComputedStyle(host).fontFamily, sizePx: 11 };
}
