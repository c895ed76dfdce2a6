import type { Shape } from './shape.ts';

/** Lowest and highest value; `low > high` where there is none. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

export const noExtent: Extent = { low: Infinity, high: -Infinity };

function ofColumn(extent: Extent, lows: Float64Array, highs: Float64Array): Extent {
  let { low, high } = extent;
  for (let i = 0; i < lows.length; i++) {
    const bottom = lows[i] as number;
    const top = highs[i] as number;
    if (bottom < low) low = bottom;
    if (top > high) high = top;
  }
  return { low, high };
}

/** The values that a pane must show for its shapes; boxes and marks hang on bars that are counted already. */
export function shapesExtent(shapes: readonly Shape[]): Extent {
  let extent = noExtent;
  for (const shape of shapes) {
    if (shape.kind === 'candles' || shape.kind === 'band') extent = ofColumn(extent, shape.low, shape.high);
    else if ((shape.kind === 'line' && shape.isLoose !== true) || shape.kind === 'dots') extent = ofColumn(extent, shape.y, shape.y);
    else if (shape.kind === 'columns') {
      const { low, high } = ofColumn(extent, shape.y, shape.y);
      extent = { low: Math.min(low, 0), high: Math.max(high, 0) };
    }
  }
  return extent;
}
