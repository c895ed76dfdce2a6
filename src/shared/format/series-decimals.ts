const mostDecimals = 6;
const recentBars = 250;

/**
 * Decimals that a column of prices is shown with: what nearly all of its recent values need, at least two and at most six. Older ones
 * do not count, as adjusting leaves them with decimals that were never quoted; prices without end are shown with two.
 */
export function seriesDecimals(prices: Float64Array): number {
  const recent = prices.subarray(-recentBars).filter(Number.isFinite);
  for (let decimals = 2; decimals < mostDecimals; decimals++) {
    const fitting = recent.filter((price) => fits(price, decimals)).length;
    if (fitting >= recent.length * 0.95) return decimals;
  }
  return Math.abs(recent.at(-1) ?? 0) >= 10 ? 2 : mostDecimals;
}

function fits(price: number, decimals: number): boolean {
  const scaled = price * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-4;
}
