/**
 * The part of the series on screen, in bar indexes: bar `i` covers `i - 0.5` to `i + 0.5`. `from` and `to` may lie between bars,
 * so that dragging is smooth, and `to` a little past the last bar, so that it does not stick to the axis.
 */
export interface ViewWindow {
  readonly from: number;
  readonly to: number;
}

/** Fewer bars than this cannot be zoomed to. */
export const leastBars = 10;

/** The share of the width that stays empty right of the newest bar. */
const marginShare = 0.03;

/** Bars shown when a series is first opened. */
const firstBars = 160;

export function spanOf(window: ViewWindow): number {
  return window.to - window.from;
}

function edges(span: number, count: number): { least: number; most: number } {
  const most = count - 0.5 + span * marginShare;
  return { least: Math.min(-0.5, most - span), most };
}

/** Moves a window back inside the series, keeping its width where the series is long enough. */
export function clampWindow(window: ViewWindow, count: number): ViewWindow {
  const widest = Math.max(leastBars, count / (1 - marginShare));
  const span = Math.min(Math.max(spanOf(window), leastBars), widest);
  const { least, most } = edges(span, count);
  const to = Math.min(Math.max(window.to, least + span), most);
  return { from: to - span, to };
}

/** The newest bars, as a series is first shown. */
export function firstWindow(count: number, bars: number = firstBars): ViewWindow {
  const span = Math.min(bars, Math.max(leastBars, count));
  return clampWindow({ from: count - span, to: count + span * marginShare }, count);
}

/** The whole series. */
export function wholeWindow(count: number): ViewWindow {
  return clampWindow({ from: -Infinity, to: Infinity }, count);
}

/** Moves by a number of bars, to later ones when positive. */
export function panWindow(window: ViewWindow, bars: number, count: number): ViewWindow {
  return clampWindow({ from: window.from + bars, to: window.to + bars }, count);
}

/** Shows `factor` times as many bars; the bar position `anchor` keeps its place on screen as long as the series allows. */
export function zoomWindow(window: ViewWindow, factor: number, anchor: number, count: number): ViewWindow {
  const widest = Math.max(leastBars, count / (1 - marginShare));
  const span = Math.min(Math.max(spanOf(window) * factor, leastBars), widest);
  const share = (anchor - window.from) / spanOf(window);
  const from = anchor - share * span;
  return clampWindow({ from, to: from + span }, count);
}

/** The smallest move that brings a bar on screen. */
export function revealBar(window: ViewWindow, index: number, count: number): ViewWindow {
  const before = index - 0.5 - window.from;
  const after = index + 0.5 - window.to;
  if (before < 0) return panWindow(window, before, count);
  return after > 0 ? panWindow(window, after, count) : window;
}

/** Where a window goes when the series grows: it follows the newest bar if that was on screen, else it stays. */
export function followWindow(window: ViewWindow, countBefore: number, count: number): ViewWindow {
  const followed = window.to >= countBefore - 0.5;
  return followed ? panWindow(window, count - countBefore, count) : clampWindow(window, count);
}

/** First and last bar of which any part is on screen; `last < first` where there is none. */
export function visibleBars(window: ViewWindow, count: number): { readonly first: number; readonly last: number } {
  return {
    first: Math.max(0, Math.ceil(window.from - 0.5)),
    last: Math.min(count - 1, Math.floor(window.to + 0.5)),
  };
}
