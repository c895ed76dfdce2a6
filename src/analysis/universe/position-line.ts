/** Windows of the four lines: white, yellow, purple, red. */
export const positionWindows = { white: 3, yellow: 10, purple: 20, red: 21 } as const;

/**
 * Where the close of bar `last` lies in the range of the last `window` bars, 0 at the low and 100 at the high. NaN for a window that
 * is too short or has no range: such a bar is neither low nor high.
 */
export function positionAt(high: Float64Array, low: Float64Array, close: Float64Array, last: number, window: number): number {
  const first = last - window + 1;
  if (first < 0) return NaN;
  let top = -Infinity;
  let bottom = Infinity;
  for (let bar = first; bar <= last; bar += 1) {
    top = Math.max(top, high[bar] as number);
    bottom = Math.min(bottom, low[bar] as number);
  }
  if (!(top > bottom)) return NaN;
  // A close outside its own high–low is possible in stored data.
  return Math.min(100, Math.max(0, (100 * ((close[last] as number) - bottom)) / (top - bottom)));
}
