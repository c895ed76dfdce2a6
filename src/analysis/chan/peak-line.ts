import type { Direction } from './direction.ts';
import type { Line } from './line.ts';

/**
 * The line running in `direction` whose end lies furthest out, looking at indices `from` to `to` (either order); the later one looked
 * at wins a tie, and a line is passed over when the one two before it ended further out. Undefined when there is none.
 */
export function findPeakLine(lines: readonly Line[], from: number, to: number, direction: Direction): Line | undefined {
  const step = from <= to ? 1 : -1;
  let peak: Line | undefined;
  let best = -Infinity;
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    const line = lines[at] as Line;
    const value = line.endValue * direction;
    if (line.direction !== direction || value < best) continue;
    if (at >= 2 && (lines[at - 2] as Line).endValue * direction > value) continue;
    best = value;
    peak = line;
  }
  return peak;
}
