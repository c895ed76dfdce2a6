/**
 * A run of bars as columns, all of the same length, oldest first. `time` strictly increases and holds a `TradingDate` for daily
 * and longer frequencies and the bar-open `UtcMs` for intraday ones. Prices are in price units, `volume` in shares or coins,
 * `amount` in currency. NaN means "no value". `flags` holds `BarFlag` bits.
 */
export interface BarColumns {
  readonly time: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly amount: Float64Array;
  readonly flags: Uint8Array;
}

export const barColumnNames = ['time', 'open', 'high', 'low', 'close', 'volume', 'amount', 'flags'] as const;

export function barCount(bars: BarColumns): number {
  return bars.time.length;
}

/** Columns of `length` bars, prices zero, to be filled by the caller. */
export function allocateBars(length: number): BarColumns {
  const column = (): Float64Array => new Float64Array(length);
  return {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    amount: new Float64Array(length).fill(NaN),
    flags: new Uint8Array(length),
  };
}

/** Bars `from` (inclusive) to `to` (exclusive) as views on the same memory. */
export function sliceBars(bars: BarColumns, from: number, to: number): BarColumns {
  return {
    time: bars.time.subarray(from, to),
    open: bars.open.subarray(from, to),
    high: bars.high.subarray(from, to),
    low: bars.low.subarray(from, to),
    close: bars.close.subarray(from, to),
    volume: bars.volume.subarray(from, to),
    amount: bars.amount.subarray(from, to),
    flags: bars.flags.subarray(from, to),
  };
}
