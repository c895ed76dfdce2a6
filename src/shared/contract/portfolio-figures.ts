/** A holding at the end of the period. Amounts in the portfolio's currency unless said. */
export interface HoldingFigures {
  readonly symbol: string;
  readonly name: { readonly en: string | null; readonly zh: string | null };
  readonly quantity: number;
  /** Per share in the instrument's currency, of `priceDate`. */
  readonly price: number;
  readonly priceDate: string;
  readonly currency: string | null;
  readonly value: number;
  /** Share of all holdings that could be valued. */
  readonly weight: number;
  /** Paid for what is still held, by average cost; null where a purchase is not known. */
  readonly cost: number | null;
  readonly gain: number | null;
  readonly industry: string | null;
  /** 0..100; null where it could not be judged. */
  readonly risk: number | null;
  readonly source: string;
  readonly basis: string;
  /** Bars used. */
  readonly bars: number;
}

export interface TailFigures {
  /** `historical`: the returns themselves ranked; `normal`: a bell curve fitted to them. */
  readonly method: string;
  readonly confidence: number;
  readonly valueAtRisk: number;
  readonly conditional: number;
  readonly samples: number;
}

/** Shares, not percent: 0.1 is 10 %. Null where there is too little to tell. */
export interface PortfolioAnalysis {
  readonly portfolio: string;
  /** Last day valued. */
  readonly asOf: string;
  readonly from: string;
  readonly currency: string;
  /** `ledger`: deposits and withdrawals are recorded, cash is counted. `implied`: what is bought is paid in, what is sold is paid out. */
  readonly cash: { readonly mode: 'ledger' | 'implied'; readonly balance: number };
  readonly source: string;
  readonly basis: string;
  /** Bars used of all holdings together. */
  readonly bars: number;
  /** Days valued, and how many of the closes that took were carried over from an earlier day. */
  readonly days: number;
  readonly carriedCloses: number;
  /** Share of the symbols that could be valued; the others are in `excluded`, with the reason. */
  readonly coverage: number;
  readonly excluded: readonly { readonly symbol: string; readonly reason: 'unknown' | 'bars' | 'basis' | 'rate' }[];
  readonly holdings: readonly HoldingFigures[];
  /** Worth by day, what was paid in (less paid out) by then, and the unit value: 1 at the start, payments taken out. */
  readonly series: { readonly dates: readonly string[]; readonly value: readonly number[]; readonly invested: readonly number[]; readonly unit: readonly number[] };
  readonly value: number;
  readonly timeWeightedReturn: number | null;
  /** A year, by the dates of the payments (actual/365). */
  readonly internalRateOfReturn: number | null;
  readonly cagr: number | null;
  readonly volatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  readonly riskFree: number;
  readonly sessionsPerYear: number;
  readonly drawdown: { readonly depth: number; readonly sessions: number; readonly recovered: boolean; readonly peak: string; readonly trough: string } | null;
  readonly tails: readonly TailFigures[];
  readonly benchmark: {
    /** Instrument key, or `equalWeight`. */
    readonly name: string;
    readonly symbols: number;
    readonly commonDates: number;
    readonly beta: number | null;
    readonly correlation: number | null;
  } | null;
  /** Of the holdings' daily returns, each pair on the dates both have; heaviest 20. */
  readonly correlations: { readonly symbols: readonly string[]; readonly matrix: readonly (readonly (number | null)[])[]; readonly commonDates: number };
  readonly risk: {
    readonly total: number | null;
    readonly level: string | null;
    readonly coverage: number;
    readonly highRiskWeight: number;
    readonly highRisk: readonly { readonly symbol: string; readonly weight: number; readonly total: number }[];
    readonly alerts: readonly { readonly symbol: string; readonly part: string; readonly score: number }[];
    readonly industries: readonly { readonly industry: string | null; readonly weight: number }[];
    readonly concentration: number;
  } | null;
}
