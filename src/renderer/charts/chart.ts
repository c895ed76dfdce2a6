import { indexAt, positionAt } from './chart-frame.ts';
import { chartInput } from './chart-input.ts';
import type { ChartCommand } from './chart-command.ts';
import type { ChartModel } from './chart-model.ts';
import { openChartPainter, type ChartLayout } from './chart-painter.ts';
import { barAt } from './crosshair.ts';
import { clampWindow, firstWindow, followWindow, panWindow, revealBar, spanOf, wholeWindow, zoomWindow, type ViewWindow } from './view-window.ts';
import { watchAppearance } from './watch-appearance.ts';

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
  let model: ChartModel | null = null;
  let view: ViewWindow = firstWindow(0);
  let cursor: { index: number; y: number | null } | null = null;
  let selected: number | null = null;
  let width = host.clientWidth;
  /** Nobody has moved the window since the series was opened. */
  let isOpening = true;
  const weights = new Map<string, number>();

  const painter = openChartPainter(
    host,
    () => (model === null ? null : { model, view, cursor, selected, weights }),
    (layout) => listener.layout?.(layout),
  );

  function setWindow(next: ViewWindow): void {
    if (next.from === view.from && next.to === view.to) return;
    isOpening = false;
    view = next;
    listener.window?.(view);
    painter.redraw(true);
  }

  function setCursor(next: { index: number; y: number | null } | null): void {
    const changed = next?.index !== cursor?.index;
    cursor = next;
    painter.redraw(false);
    if (changed) listener.cursor?.(next?.index ?? null, next !== null && next.y === null);
  }

  function openingWindow(bars: number): ViewWindow {
    return firstWindow(bars, Math.max(leastOpeningBars, Math.round(host.clientWidth / openingBarPx)));
  }

  function setSelected(index: number | null): void {
    if (index === selected) return;
    selected = index;
    listener.select?.(index);
    painter.redraw(false);
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
    frame: painter.frame,
    pan: (bars, start) => setWindow(panWindow(start, bars, reach())),
    zoom(factor, x) {
      const frame = painter.frame();
      if (frame !== null) setWindow(zoomWindow(view, factor, indexAt(frame, x), reach()));
    },
    view: () => view,
    point(at) {
      const frame = painter.frame();
      if (at !== null && frame !== null && count() > 0) setCursor({ index: barAt(frame, at.x, count()), y: at.y });
      // A cursor that keys have set stays when the pointer merely leaves.
      else if (cursor?.y !== null) setCursor(null);
    },
    click(x) {
      const frame = painter.frame();
      if (frame !== null && count() > 0) setSelected(barAt(frame, x, count()));
    },
    resizePanes(changed, isDone) {
      for (const [id, weight] of changed) weights.set(id, weight);
      painter.redraw(true);
      if (isDone) listener.weights?.(weights);
    },
    run: (command) => listener.command?.(command) === true || run(command),
  });

  const unwatch = watchAppearance(host, {
    theme() {
      painter.restyle();
      painter.redraw(true);
    },
    size() {
      painter.resize();
      // Bars keep their width: a wider chart shows more of them, the newest staying where they are.
      if (isOpening) view = openingWindow(reach());
      else if (host.clientWidth > 0 && width > 0) view = clampWindow({ from: view.to - (spanOf(view) * host.clientWidth) / width, to: view.to }, reach());
      width = host.clientWidth;
      painter.redraw(true);
    },
    density: () => painter.redraw(true),
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
      painter.redraw(true);
    },
    run,
    setCursor(index) {
      if (index !== null) setWindow(revealBar(view, index, reach()));
      setCursor(index === null ? null : { index, y: null });
    },
    cursorPrice() {
      if (cursor === null) return null;
      const pane = painter.frame()?.panes[0];
      const { y, index } = cursor;
      if (y !== null && pane !== undefined && y >= pane.rect.top && y < pane.rect.top + pane.rect.height) return pane.scale.fromAxis(positionAt(pane, y));
      return model?.bars.close[index] ?? null;
    },
    setWindow,
    window: () => view,
    focus: () => host.focus(),
    picture: painter.picture,
    close() {
      input.close();
      unwatch();
      painter.close();
    },
  };
}
