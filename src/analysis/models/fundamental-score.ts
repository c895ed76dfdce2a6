import { coverageOf, totalOf, type ExplanationRow } from './explanation.ts';

/** What is known of a company as of a time, percentages as numbers (15 is 15 %); null where unknown. */
export interface Fundamentals {
  /** Price ÷ earnings of the last twelve months; at or below zero for a loss. */
  readonly peTtm: number | null;
  readonly returnOnEquity: number | null;
  /** Liabilities ÷ assets. */
  readonly debtRatio: number | null;
  /** Compound growth a year over three years. */
  readonly revenueGrowth: number | null;
  readonly profitGrowth: number | null;
}

export interface FundamentalScore {
  /** Points gained of those that could be judged. */
  readonly points: number;
  /** The most these rules can give: 85. They give a share of what is usually called 100 points. */
  readonly maximum: number;
  /** Points that could be judged. */
  readonly judged: number;
  /** Points in percent of those judged; null where nothing could be. */
  readonly percent: number | null;
  readonly coverage: number;
  readonly rows: readonly ExplanationRow[];
}

/** `above` or `below`: the first threshold passed gives its points. */
interface Ladder {
  readonly code: string;
  readonly field: keyof Fundamentals;
  readonly passes: 'above' | 'below';
  readonly steps: readonly (readonly [threshold: number, points: number])[];
  readonly otherwise: number;
}

const growthSteps = [[30, 15], [20, 12], [10, 8], [0, 4]] as const;

const ladders: readonly Ladder[] = [
  { code: 'fundamental.valuation', field: 'peTtm', passes: 'below', steps: [[15, 25], [25, 20], [35, 15], [50, 10]], otherwise: 5 },
  { code: 'fundamental.returnOnEquity', field: 'returnOnEquity', passes: 'above', steps: [[20, 15], [15, 12], [10, 8], [5, 4]], otherwise: 0 },
  { code: 'fundamental.debt', field: 'debtRatio', passes: 'below', steps: [[30, 15], [50, 10], [70, 5]], otherwise: 0 },
  { code: 'fundamental.revenueGrowth', field: 'revenueGrowth', passes: 'above', steps: growthSteps, otherwise: 0 },
  { code: 'fundamental.profitGrowth', field: 'profitGrowth', passes: 'above', steps: growthSteps, otherwise: 0 },
];

/** Scores valuation, return, debt and growth. A loss gives no points for valuation; an unknown figure lowers coverage. Source: models.md 1.12. */
export function fundamentalScore(fundamentals: Fundamentals): FundamentalScore {
  const rows = ladders.map(({ code, field, passes, steps, otherwise }): ExplanationRow => {
    const input = fundamentals[field];
    const maximum = Math.max(...steps.map(([, points]) => points));
    if (input === null) return { code, input, threshold: null, contribution: 0, maximum };
    if (field === 'peTtm' && input <= 0) return { code, input, threshold: 0, contribution: 0, maximum };
    const step = steps.find(([threshold]) => (passes === 'above' ? input > threshold : input < threshold));
    return { code, input, threshold: step?.[0] ?? steps.at(-1)?.[0] ?? null, contribution: step?.[1] ?? otherwise, maximum };
  });
  const maximum = rows.reduce((sum, row) => sum + row.maximum, 0);
  const coverage = coverageOf(rows);
  const judged = coverage * maximum;
  const points = totalOf(rows);
  return { points, maximum, judged, percent: judged > 0 ? (points / judged) * 100 : null, coverage, rows };
}

/** Compound growth a year in percent; null when the earlier figure is not positive. */
export function compoundGrowth(latest: number, earlier: number, years: number): number | null {
  if (!(earlier > 0) || !(years > 0) || latest < 0) return null;
  return ((latest / earlier) ** (1 / years) - 1) * 100;
}
