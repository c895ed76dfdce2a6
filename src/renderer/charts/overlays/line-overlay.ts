import { lttb } from '../lttb.ts';
import type { Overlay } from '../overlay.ts';
import type { Pen } from '../shape.ts';

/** One value a bar as a line; `format` writes it in the legend. */
export function lineOverlay(id: string, label: string, values: Float64Array, pen: Pen, format: (value: number) => string): Overlay {
  return {
    id,
    shapes: ({ first, last, size }) => {
      // One point either side of the window, so that the line leaves it instead of stopping at its edge.
      const { x, y } = lttb(values, Math.max(0, first - size), Math.min(values.length - 1, last + size), size);
      return [{ kind: 'line', id, x, y, pen }];
    },
    legend: (index) => [{ label, value: format(values[index] ?? NaN), color: pen.color }],
  };
}
