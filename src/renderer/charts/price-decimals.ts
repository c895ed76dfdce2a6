/** Decimals that a column of prices is shown with: what its values need, at least two and at most six. */
export function priceDecimals(prices: Float64Array): number {
  const sampleEvery = Math.max(1, Math.floor(prices.length / 500));
  let needed = 2;
  for (let i = prices.length - 1; i >= 0 && needed < 6; i -= sampleEvery) {
    const price = prices[i] as number;
    if (!Number.isFinite(price)) continue;
    while (needed < 6 && !fits(price, needed)) needed++;
  }
  // Adjusted prices have endless decimals, which say nothing: four digits of a large price are enough.
  return needed === 6 && Math.abs(prices.findLast(Number.isFinite) ?? 0) >= 10 ? 2 : needed;
}

function fits(price: number, decimals: number): boolean {
  const scaled = price * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-4;
}
