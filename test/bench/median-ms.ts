/** Median of ten runs after two to warm up, in milliseconds. */
export function medianMs(work: () => void): number {
  const times: number[] = [];
  for (let run = 0; run < 12; run += 1) {
    const start = performance.now();
    work();
    if (run >= 2) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return ((times[4] ?? 0) + (times[5] ?? 0)) / 2;
}
