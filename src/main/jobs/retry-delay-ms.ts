const firstMs = 30_000;
const lastMs = 3_600_000;

/** How long a job waits after its `attempts`-th failure in a row: doubling up to `capMs` (an hour), from half of it at random. */
export function retryDelayMs(attempts: number, random: number, capMs = lastMs): number {
  const full = Math.min(capMs, firstMs * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + random / 2));
}
