const firstCapacity = 256;
const rsiPeriod = 14;

/**
 * MACD histogram and RSI bar by bar (spec section 1). Both EMAs start at the first close, there is no warm-up, and the histogram is
 * 2 × (DIF − DEA): the MACD indicator in its recursive, doubled form, in the arithmetic of the specification, whose comparisons allow
 * for no rounding. RSI is 50 on the first bar, plain means while fewer than 14 changes exist, then Wilder's smoothing.
 */
export class Momentum {
  count = 0;
  histogram: Float64Array;
  rsi: Float64Array;
  dif = 0;
  dea = 0;
  private readonly fast: number;
  private readonly slow: number;
  private readonly signal: number;
  private readonly withRsi: boolean;
  private fastAverage = 0;
  private slowAverage = 0;
  private previousClose = 0;
  private upSum = 0;
  private downSum = 0;
  private upAverage = 0;
  private downAverage = 0;

  constructor(periods: { fast: number; slow: number; signal: number }, withRsi: boolean, capacity = firstCapacity) {
    this.fast = periods.fast;
    this.slow = periods.slow;
    this.signal = periods.signal;
    this.withRsi = withRsi;
    this.histogram = new Float64Array(capacity);
    this.rsi = new Float64Array(withRsi ? capacity : 0);
  }

  push(close: number): void {
    const bar = this.count;
    if (bar === this.histogram.length) this.grow();
    if (bar === 0) {
      this.fastAverage = close;
      this.slowAverage = close;
    } else {
      this.fastAverage = (2 * close + (this.fast - 1) * this.fastAverage) / (this.fast + 1);
      this.slowAverage = (2 * close + (this.slow - 1) * this.slowAverage) / (this.slow + 1);
      this.dif = this.fastAverage - this.slowAverage;
      this.dea = (2 * this.dif + (this.signal - 1) * this.dea) / (this.signal + 1);
    }
    this.histogram[bar] = 2 * (this.dif - this.dea);
    if (this.withRsi) this.rsi[bar] = this.nextRsi(close, bar);
    this.previousClose = close;
    this.count = bar + 1;
  }

  private nextRsi(close: number, changes: number): number {
    if (changes === 0) return 50;
    const change = close - this.previousClose;
    const up = change > 0 ? change : 0;
    const down = change < 0 ? -change : 0;
    if (changes < rsiPeriod) {
      this.upSum += up;
      this.downSum += down;
      this.upAverage = this.upSum / changes;
      this.downAverage = this.downSum / changes;
    } else {
      this.upAverage = (this.upAverage * (rsiPeriod - 1) + up) / rsiPeriod;
      this.downAverage = (this.downAverage * (rsiPeriod - 1) + down) / rsiPeriod;
    }
    if (this.downAverage === 0) return this.upAverage > 0 ? 100 : 0;
    return 100 - 100 / (1 + this.upAverage / this.downAverage);
  }

  private grow(): void {
    const length = Math.max(firstCapacity, this.histogram.length * 2);
    const histogram = new Float64Array(length);
    histogram.set(this.histogram);
    this.histogram = histogram;
    if (!this.withRsi) return;
    const rsi = new Float64Array(length);
    rsi.set(this.rsi);
    this.rsi = rsi;
  }
}
