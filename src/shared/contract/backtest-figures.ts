import type { UniverseHeader } from './universe-figures.ts';

/** What a rule played over the past came to. */
export interface BacktestAnswer extends UniverseHeader {
  readonly entry: string;
  readonly exit: string;
  readonly from: string;
  readonly to: string;
  readonly trades: readonly BacktestTradeRow[];
  readonly unfilled: readonly { readonly symbol: string; readonly date: string; readonly side: 'buy' | 'sell'; /** `modelText('unfilled.…')`. */ readonly reason: string }[];
  readonly equity: readonly { readonly date: string; readonly value: number }[];
  readonly statistics: BacktestStatistics;
  /** Whether some order used market rules that were not verified for its date. */
  readonly assumedRules: boolean;
}

export interface BacktestTradeRow {
  readonly symbol: string;
  readonly entryDate: string;
  readonly entryPrice: number;
  readonly quantity: number;
  /** Null while the position is open; the price is then the last close. */
  readonly exitDate: string | null;
  readonly exitPrice: number;
  readonly costs: number;
  readonly profit: number;
  readonly returnPercent: number;
  readonly sessions: number;
}

export interface BacktestStatistics {
  readonly capital: number;
  readonly finalValue: number;
  readonly returnPercent: number;
  readonly closedTrades: number;
  readonly winRate: number | null;
  readonly payoffRatio: number | null;
  readonly profitFactor: number | null;
  /** Share of the sessions on which something was held. */
  readonly exposure: number;
  readonly maxDrawdown: number | null;
  readonly annualReturn: number | null;
  readonly annualVolatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
}
