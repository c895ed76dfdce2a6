export interface PaneRect {
  readonly top: number;
  readonly height: number;
}

/** Height of the strip under the panes that carries the dates. */
export const timeAxisHeight = 24;

const gap = 1;
const leastHeight = 32;

/** Stacks panes by weight over the height that the time axis leaves; none is lower than is readable as long as there is room. */
export function layoutPanes(weights: readonly number[], height: number): PaneRect[] {
  const room = Math.max(0, height - timeAxisHeight - gap * (weights.length - 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const least = Math.min(leastHeight, room / Math.max(1, weights.length));
  const free = Math.max(0, room - least * weights.length);
  let top = 0;
  return weights.map((weight) => {
    const rect = { top: Math.round(top), height: Math.max(1, Math.round(least + (free * weight) / total)) };
    top += least + (free * weight) / total + gap;
    return rect;
  });
}
