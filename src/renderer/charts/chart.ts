import type { EChartsType } from 'echarts/core';
import type { BarColumns } from '../../shared/bars.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { chartFrame, indexAt, positionAt, type ChartFrame } from './chart-frame.ts';
import { chartInput } from './chart-input.ts';
import { barAt, drawCrosshair } from './crosshair.ts';
import { echartsCanvas } from './echarts-canvas.ts';
import { frameOption, type ChartFont } from './frame-option.ts';
import { openLegendLines } from './legend-lines.ts';
import type { Pane } from './overlay.ts';
import type { ScaleKind } from './price-scale.ts';
import { readThemeColors, type ThemeColors } from './theme-colors.ts';
import { openTopLayer } from './top-layer.ts';
import { watchAppearance } from './watch-appearance.ts';
import { barTimeLabel } from './time-label.ts';
import { clampWindow, firstWindow, followWindow, panWindow, revealBar, spanOf, wholeWindow, zoomWindow, type ViewWindow } from './view-window.ts';
import type { ChartCommand } from './chart-command.ts';
import { seriesClock } from './zone-clock.ts';

/** What a chart shows. The bars stay in their typed arrays; only the slice on screen reaches the drawing library. */
export interface ChartModel {
  /** Names the series: another key shows its newest bars, the same key keeps the place. */
  readonly key: string;
  readonly bars: BarColumns;
  /** Bars' worth of empty space after the newest, for what reaches into the future. */
  readonly ahead?: number;
  readonly intraday: boolean;
  readonly zone: string;
  readonly panes: readonly Pane[];
  readonly scale: ScaleKind;
  readonly language: Language;
}

export interface ChartLayout {
  readonly panes: readonly { readonly id: string; readonly top: number }[];
  readonly axisWidth: number;
}

export interface ChartListener {
  /** The bar under the cursor, and whether keys moved it there; null when there is none. */
  cursor?(index: number | null, byKeys: boolean): void;
  window?(window: ViewWindow): void;
  /** The bar that was clicked, or chosen with Enter; null when the choice was taken back. */
  select?(index: number | null): void;
  /** Asked before a command of the keys is run; true when it was taken care of. */
  command?(command: ChartCommand): boolean;
  /** Where each pane begins, from the top of the chart, and how wide the value axis is. */
  layout?(layout: ChartLayout): void;
  /** The user resized panes: weights by pane id. */
  weights?(weights: ReadonlyMap<string, number>): void;
}

export interface Chart {
  show(model: ChartModel): void;
  run(command: ChartCommand): void;
  setCursor(index: number | null): void;
  /** The price under the crosshair; the bar's close where keys moved it or it is below the price pane; null without a crosshair. */
  cursorPrice(): number | null;
  setWindow(window: ViewWindow): void;
  window(): ViewWindow;
  /** Gives the keys to the chart. */
  focus(): void;
  /** The picture as a PNG data URL, twice the pixels. */
  picture(): string;
  close(): void;
}

/** Width that a bar gets when a series is opened. */
const openingBarPx = 6;
const leastOpeningBars = 60;

/** Opens a chart in an element that is positioned and has a size. Draws at most once an animation frame. */
export function openChart(host: HTMLElement, listener: ChartListener = {}): Chart {
  const surface = document.createElement('div');
  surface.className = 'chart-surface';
  host.classList.add('chart');
  host.append(surface);
  let canvas: EChartsType = echartsCanvas(surface);
  const top = openTopLayer(host);
  const legend = openLegendLines(host);
  let model: ChartModel | null = null;
  let frame: ChartFrame | null = null;
  let view: ViewWindow = firstWindow(0);
  let cursor: { index: number; y: number | null } | null = null;
  let selected: number | null = null;
  let colors: ThemeColors = readThemeColors(host);
  let font: ChartFont = readFont(host);
  let structure = '';
  let laidOut = '';
  let density = window.devicePixelRatio;
  let width = host.clientWidth;
  /** Nobody has moved the window since the series was opened. */
  let isOpening = true;
  let pending: { request: number; whole: boolean } | null = null;
  const weights = new Map<string, number>();

  /** A canvas keeps the density it was made for; on another screen it is made anew. True when it fits already. */
  function matchDensity(): boolean {
    if (density === window.devicePixelRatio) return true;
    density = window.devicePixelRatio;
    canvas.dispose();
    canvas = echartsCanvas(surface);
    structure = '';
    return false;
  }

  function redraw(whole: boolean): void {
    if (pending !== null) {
      pending.whole ||= whole;
      return;
    }
    pending = { request: requestAnimationFrame(draw), whole };
  }

  function draw(): void {
    const isSharp = matchDensity();
    const whole = (pending?.whole ?? true) || !isSharp;
    pending = null;
    if (model === null) return;
    const { bars } = model;
    const clock = clockOf(model);
    if (whole || frame === null) {
      frame = chartFrame({
        time: bars.time, close: bars.close, clock, panes: model.panes, weights: model.panes.map((pane) => weights.get(pane.id) ?? pane.weight),
        scale: model.scale, window: view, width: host.clientWidth, height: host.clientHeight, language: model.language,
      });
      const option = frameOption(frame, colors, font);
      const next = frame.panes.map((pane) => `${pane.pane.id}:${pane.shapes.map((shape) => shape.id + shape.kind).join()}`).join(';');
      if (next === structure) canvas.setOption(option, { silent: true });
      else canvas.setOption(option, { silent: true, notMerge: true });
      structure = next;
      const layout = { panes: frame.panes.map(({ pane, rect }) => ({ id: pane.id, top: rect.top })), axisWidth: frame.axisWidth };
      if (JSON.stringify(layout) !== laidOut) listener.layout?.(layout);
      laidOut = JSON.stringify(layout);
    }
    const count = bars.time.length;
    const index = cursor?.index ?? count - 1;
    const timeText = count === 0 ? '' : barTimeLabel(clock(bars.time[index] as number), model.intraday);
    const point = cursor === null ? null : { index, y: cursor.y, timeText };
    const current = frame;
    top.draw((context) => drawCrosshair(context, { frame: current, colors, font, point, selected, lastPrice: lastPrice(bars) }));
    legend.draw(frame, index, timeText);
  }

  const clocks = new Map<string, ReturnType<typeof seriesClock>>();
  function clockOf({ intraday, zone }: ChartModel): ReturnType<typeof seriesClock> {
    const key = `${String(intraday)} ${zone}`;
    const clock = clocks.get(key) ?? seriesClock(intraday, zone);
    clocks.set(key, clock);
    return clock;
  }

  function setWindow(next: ViewWindow): void {
    if (next.from === view.from && next.to === view.to) return;
    isOpening = false;
    view = next;
    listener.window?.(view);
    redraw(true);
  }

  function setCursor(next: { index: number; y: number | null } | null): void {
    const changed = next?.index !== cursor?.index;
    cursor = next;
    redraw(false);
    if (changed) listener.cursor?.(next?.index ?? null, next !== null && next.y === null);
  }

  function openingWindow(bars: number): ViewWindow {
    return firstWindow(bars, Math.max(leastOpeningBars, Math.round(host.clientWidth / openingBarPx)));
  }

  function setSelected(index: number | null): void {
    if (index === selected) return;
    selected = index;
    listener.select?.(index);
    redraw(false);
  }

  function count(): number {
    return model?.bars.time.length ?? 0;
  }

  /** The bars and the space after them. */
  function reach(): number {
    return count() + (model?.ahead ?? 0);
  }

  function stepCursor(bars: number): void {
    if (count() === 0) return;
    const from = cursor?.index ?? (bars > 0 ? Math.max(0, Math.ceil(view.from)) - 1 : Math.min(count(), Math.floor(view.to) + 1));
    const index = Math.min(Math.max(0, from + bars), count() - 1);
    setWindow(revealBar(view, index, reach()));
    setCursor({ index, y: null });
  }

  function run(command: ChartCommand): void {
    const page = Math.max(1, Math.round(spanOf(view) * 0.9));
    const anchor = cursor?.index ?? view.to;
    switch (command) {
      case 'previousBar': return stepCursor(-1);
      case 'nextBar': return stepCursor(1);
      case 'previousPage': return setWindow(panWindow(view, -page, reach()));
      case 'nextPage': return setWindow(panWindow(view, page, reach()));
      case 'firstBar': return stepCursor(-Infinity);
      case 'lastBar': return stepCursor(Infinity);
      case 'zoomIn': return setWindow(zoomWindow(view, 1 / 1.25, anchor, reach()));
      case 'zoomOut': return setWindow(zoomWindow(view, 1.25, anchor, reach()));
      case 'wholeSeries': return setWindow(wholeWindow(reach()));
      case 'reset': return setWindow(openingWindow(reach()));
      case 'select': return setSelected(cursor?.index ?? null);
      case 'hideCursor':
        setSelected(null);
        return setCursor(null);
    }
  }

  const input = chartInput(host, {
    frame: () => frame,
    pan: (bars, start) => setWindow(panWindow(start, bars, reach())),
    zoom: (factor, x) => frame !== null && setWindow(zoomWindow(view, factor, indexAt(frame, x), reach())),
    view: () => view,
    point(at) {
      if (at !== null && frame !== null && count() > 0) setCursor({ index: barAt(frame, at.x, count()), y: at.y });
      // A cursor that keys have set stays when the pointer merely leaves.
      else if (cursor?.y !== null) setCursor(null);
    },
    click: (x) => frame !== null && count() > 0 && setSelected(barAt(frame, x, count())),
    resizePanes(changed, isDone) {
      for (const [id, weight] of changed) weights.set(id, weight);
      redraw(true);
      if (isDone) listener.weights?.(weights);
    },
    run: (command) => listener.command?.(command) === true || run(command),
  });

  const unwatch = watchAppearance(host, {
    theme() {
      colors = readThemeColors(host);
      font = readFont(host);
      redraw(true);
    },
    size() {
      canvas.resize({ silent: true });
      // Bars keep their width: a wider chart shows more of them, the newest staying where they are.
      if (isOpening) view = openingWindow(reach());
      else if (host.clientWidth > 0 && width > 0) view = clampWindow({ from: view.to - (spanOf(view) * host.clientWidth) / width, to: view.to }, reach());
      width = host.clientWidth;
      redraw(true);
    },
    density: () => redraw(true),
  });

  return {
    show(next) {
      const before = model;
      const reachBefore = reach();
      model = next;
      if (before === null || before.key !== next.key) {
        view = openingWindow(reach());
        isOpening = true;
        cursor = null;
        setSelected(null);
        listener.cursor?.(null, false);
        listener.window?.(view);
      } else {
        if (reachBefore !== reach()) view = followWindow(view, reachBefore, reach());
        if (cursor !== null && cursor.index >= next.bars.time.length) cursor = null;
        if (selected !== null && selected >= next.bars.time.length) setSelected(null);
      }
      redraw(true);
    },
    run,
    setCursor(index) {
      if (index !== null) setWindow(revealBar(view, index, reach()));
      setCursor(index === null ? null : { index, y: null });
    },
    cursorPrice() {
      if (cursor === null) return null;
      const pane = frame?.panes[0];
      const { y, index } = cursor;
      if (y !== null && pane !== undefined && y >= pane.rect.top && y < pane.rect.top + pane.rect.height) return pane.scale.fromAxis(positionAt(pane, y));
      return model?.bars.close[index] ?? null;
    },
    setWindow,
    window: () => view,
    focus: () => host.focus(),
    picture: () => canvas.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colors.panel }),
    close() {
      if (pending !== null) cancelAnimationFrame(pending.request);
      input.close();
      unwatch();
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
