import type { Overlay } from '../overlay.ts';
import type { Pen } from '../shape.ts';

/** Horizontal guides across a pane, such as 30 and 70 of an oscillator. */
export function levelOverlay(id: string, values: readonly number[], pen: Pen): Overlay {
  return {
    id,
    shapes: () => values.map((y) => ({ kind: 'level', id: `${id}/${y}`, y, pen })),
    legend: () => [],
  };
}
