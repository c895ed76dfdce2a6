import type { BarColumns } from '../../shared/bars.ts';
import type { TradingRules } from '../../shared/market-rules/market-rules.ts';

/** A symbol that a back-test may trade. */
export interface BacktestSeries {
  readonly symbol: string;
  readonly bars: BarColumns;
  /** Whether to be in and whether to be out after the close of each bar: 1 yes, 0 no, -1 unknown. From `evaluateRule`. */
  readonly entry: Int8Array;
  readonly exit: Int8Array;
  /** The market's rules on bar `i`. */
  readonly rulesAt: (i: number) => TradingRules;
}
