import { chartCommand, type ChartCommand } from './chart-command.ts';
import type { ChartFrame } from './chart-frame.ts';
import { spanOf, type ViewWindow } from './view-window.ts';

/** What pointer and wheel ask of a chart. */
export interface ChartInputTarget {
  frame(): ChartFrame | null;
  view(): ViewWindow;
  /** Moves by bars from the window where the drag began. */
  pan(bars: number, start: ViewWindow): void;
  /** Zooms about a pixel from the left edge. */
  zoom(factor: number, x: number): void;
  point(at: { readonly x: number; readonly y: number } | null): void;
  click(x: number): unknown;
  /** While a divider is dragged, and once more when it is let go. */
  resizePanes(weights: ReadonlyMap<string, number>, isDone: boolean): void;
  run(command: ChartCommand): unknown;
}

type Drag =
  | { readonly kind: 'pan'; readonly startX: number; readonly start: ViewWindow }
  | { readonly kind: 'divider'; readonly place: number; readonly startY: number; readonly heights: readonly number[] };

const dividerReachPx = 4;
const leastPanePx = 40;
const clickReachPx = 4;

/** Listens to keys, pointer and wheel on a chart, which takes the focus: drag pans, the wheel zooms about the cursor, a drag between panes resizes them. */
export function chartInput(host: HTMLElement, target: ChartInputTarget): { close(): void } {
  const closing = new AbortController();
  const listening = { signal: closing.signal };
  let drag: Drag | null = null;

  const position = (event: MouseEvent): { x: number; y: number } => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const dividerAt = (y: number): number => {
    const panes = target.frame()?.panes ?? [];
    return panes.findIndex(({ rect }, place) => place < panes.length - 1 && Math.abs(y - rect.top - rect.height) <= dividerReachPx);
  };

  host.tabIndex = 0;
  host.addEventListener('keydown', (event) => {
    const command = event.target === host ? chartCommand(event) : null;
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    target.run(command);
  }, listening);

  host.addEventListener('pointerdown', (event) => {
    const frame = target.frame();
    if (event.button !== 0 || frame === null || isControl(event.target)) return;
    const { x, y } = position(event);
    const place = dividerAt(y);
    drag = place >= 0
      ? { kind: 'divider', place, startY: y, heights: frame.panes.map(({ rect }) => rect.height) }
      : { kind: 'pan', startX: x, start: target.view() };
    host.setPointerCapture(event.pointerId);
  }, listening);

  host.addEventListener('pointermove', (event) => {
    const frame = target.frame();
    if (frame === null) return;
    const { x, y } = position(event);
    if (drag?.kind === 'pan') {
      target.pan(((drag.startX - x) / frame.plotWidth) * spanOf(drag.start), drag.start);
      host.classList.add('chart-dragging');
    } else if (drag?.kind === 'divider') target.resizePanes(movedDivider(frame, drag, y), false);
    host.classList.toggle('chart-resizing', drag?.kind === 'divider' || (drag === null && dividerAt(y) >= 0));
    target.point(x <= frame.plotWidth && !isControl(event.target) ? { x, y } : null);
  }, listening);

  const end = (event: PointerEvent): void => {
    const frame = target.frame();
    const { x } = position(event);
    if (drag?.kind === 'pan' && event.type === 'pointerup' && Math.abs(x - drag.startX) < clickReachPx) target.click(x);
    if (drag?.kind === 'divider' && frame !== null) target.resizePanes(movedDivider(frame, drag, position(event).y), true);
    drag = null;
    host.classList.remove('chart-dragging');
  };
  host.addEventListener('pointerup', end, listening);
  host.addEventListener('pointercancel', end, listening);
  host.addEventListener('pointerleave', () => drag === null && target.point(null), listening);
  host.addEventListener('dblclick', (event) => isControl(event.target) || target.run('reset'), listening);

  host.addEventListener('wheel', (event) => {
    const frame = target.frame();
    if (frame === null) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      target.pan(((sideways * pixels) / frame.plotWidth) * spanOf(target.view()), target.view());
      return;
    }
    target.zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY * pixels)) * 0.0018), Math.min(position(event).x, frame.plotWidth));
  }, { ...listening, passive: false });

  return { close: () => closing.abort() };
}

/** Legend buttons lie over the canvas; their clicks are not the chart's. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, [role="menu"]') !== null;
}

function movedDivider(frame: ChartFrame, drag: Extract<Drag, { kind: 'divider' }>, y: number): Map<string, number> {
  const above = drag.heights[drag.place] ?? 0;
  const below = drag.heights[drag.place + 1] ?? 0;
  const moved = Math.max(leastPanePx - above, Math.min(below - leastPanePx, y - drag.startY));
  return new Map(frame.panes.map(({ pane }, place) => {
    const change = place === drag.place ? moved : place === drag.place + 1 ? -moved : 0;
    return [pane.id, (drag.heights[place] ?? 0) + change];
  }));
}
