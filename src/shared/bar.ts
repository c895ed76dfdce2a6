/**
 * One bar by itself, in the units of `BarColumns`: `time` a `TradingDate` for daily and longer bars, the bar's open as `UtcMs` for
 * intraday ones; shares or coins and currency; NaN where it has no value.
 */
export interface Bar {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly amount: number;
}
