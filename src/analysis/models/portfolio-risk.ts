import { AppError } from '../../shared/app-error.ts';
import type { Risk, RiskLevel, RiskPart } from './risk.ts';
import { riskLevel } from './risk.ts';

interface HoldingRisk {
  readonly symbol: string;
  /** Any positive number; weights are brought to a sum of 1. */
  readonly weight: number;
  readonly industry: string | null;
  /** Null where the symbol could not be judged. */
  readonly risk: Risk | null;
}

interface PortfolioRisk {
  /** Weighted mean over the holdings that could be judged. */
  readonly total: number | null;
  readonly level: RiskLevel | null;
  /** Weight that could be judged, 0..1. */
  readonly coverage: number;
  readonly highRisk: readonly { readonly symbol: string; readonly weight: number; readonly total: number }[];
  readonly highRiskWeight: number;
  readonly alerts: readonly { readonly symbol: string; readonly part: RiskPart; readonly score: number }[];
  /** Industries by weight, heaviest first; null stands for "unknown". */
  readonly industries: readonly { readonly industry: string | null; readonly weight: number }[];
  /** Sum of squared weights: 1 for a single holding, 1 ÷ n for n equal ones. */
  readonly concentration: number;
}

/** The risk of a portfolio from that of its holdings. */
export function portfolioRisk(holdings: readonly HoldingRisk[]): PortfolioRisk {
  const sum = holdings.reduce((total, { weight }) => total + weight, 0);
  const wrong = holdings.find(({ weight }) => !(weight > 0));
  if (wrong !== undefined || holdings.length === 0) {
    throw new AppError('model.value', { model: 'portfolio', field: 'weight', value: wrong?.weight ?? '–', allowed: '> 0' });
  }
  const shares = holdings.map((holding) => ({ ...holding, weight: holding.weight / sum }));
  const judged = shares.flatMap(({ symbol, weight, risk }) => (risk?.total === null || risk === null ? [] : [{ symbol, weight, total: risk.total }]));
  const coverage = judged.reduce((total, { weight }) => total + weight, 0);
  const total = coverage > 0 ? judged.reduce((all, { weight, total: own }) => all + weight * own, 0) / coverage : null;
  const highRisk = judged.filter((holding) => holding.total >= 60).sort((a, b) => b.total - a.total);
  const byIndustry = new Map<string | null, number>();
  for (const { industry, weight } of shares) byIndustry.set(industry, (byIndustry.get(industry) ?? 0) + weight);
  return {
    total,
    level: total === null ? null : riskLevel(total),
    coverage,
    highRisk,
    highRiskWeight: highRisk.reduce((all, { weight }) => all + weight, 0),
    alerts: shares.flatMap(({ symbol, risk }) =>
      (risk?.parts ?? []).flatMap(({ part, score }) => (score !== null && score >= 70 ? [{ symbol, part, score }] : [])),
    ),
    industries: [...byIndustry].map(([industry, weight]) => ({ industry, weight })).sort((a, b) => b.weight - a.weight),
    concentration: shares.reduce((all, { weight }) => all + weight * weight, 0),
  };
}
