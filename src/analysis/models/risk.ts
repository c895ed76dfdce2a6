import { barCount, type BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { coverageOf, type ExplanationRow } from './explanation.ts';
import { averageWindows, scoreColumns, type ScoreColumns } from './score-columns.ts';
import { refuseShiftedPrices } from './score.ts';

export const riskParts = ['volatility', 'trend', 'reversal', 'volume'] as const;
export type RiskPart = (typeof riskParts)[number];

export type RiskLevel = 'veryHigh' | 'high' | 'medium' | 'low' | 'veryLow';

interface RiskPartScore {
  readonly part: RiskPart;
  /** 0..100, higher is riskier; null where it does not apply. */
  readonly score: number | null;
  readonly level: 'high' | 'medium' | 'low' | null;
}

export interface Risk {
  /** 0..100, higher is riskier; null where less than half of the weight could be judged. */
  readonly total: number | null;
  readonly level: RiskLevel | null;
  readonly parts: readonly RiskPartScore[];
  /** Parts at 70 or more. */
  readonly alerts: readonly RiskPart[];
  /** Where the reversal signals point, by the last that fired. */
  readonly reversal: 'up' | 'down' | null;
  readonly rows: readonly ExplanationRow[];
  readonly coverage: number;
  readonly bars: number;
}

const weights: Readonly<Record<RiskPart, number>> = { volatility: 0.3, trend: 0.3, reversal: 0.25, volume: 0.15 };

/** Bars over which "usual volatility" is measured: a year. */
const usualBars = 250;

/** The risk of the last bar. Source: models.md 1.10. */
export function risk(bars: BarColumns, basis: Basis): Risk {
  refuseShiftedPrices(basis, 'risk');
  const length = barCount(bars);
  return riskAt(bars, scoreColumns(length)(bars, length - 1, Math.max(0, length - usualBars)), length - 1);
}

/** The risk of bar `i` from columns whose true ranges reach back a year before it. */
export function riskAt(bars: BarColumns, columns: ScoreColumns, i: number): Risk {
  const volatility = volatilityRisk(bars, columns, i);
  const trend = trendRisk(bars, columns, i);
  const reversal = reversalRisk(bars, columns, i);
  const volume = volumeRisk(bars, columns, i);
  const found: Readonly<Record<RiskPart, Finding>> = { volatility, trend, reversal, volume };
  const rows = riskParts.map((part): ExplanationRow => {
    const { code, input, threshold, score } = found[part];
    return { code, input: score === null ? null : input, threshold, contribution: (score ?? 0) * weights[part], maximum: 100 * weights[part] };
  });
  const coverage = coverageOf(rows);
  const total = coverage >= 0.5 ? rows.reduce((sum, row) => sum + row.contribution, 0) / coverage : null;
  const parts = riskParts.map((part): RiskPartScore => {
    const { score } = found[part];
    return { part, score, level: score === null ? null : score >= 60 ? 'high' : score >= 30 ? 'medium' : 'low' };
  });
  return {
    total,
    level: total === null ? null : riskLevel(total),
    parts,
    alerts: parts.filter(({ score }) => score !== null && score >= 70).map(({ part }) => part),
    reversal: reversal.direction,
    rows,
    coverage,
    bars: i + 1,
  };
}

export function riskLevel(total: number): RiskLevel {
  if (total >= 80) return 'veryHigh';
  if (total >= 60) return 'high';
  if (total >= 40) return 'medium';
  return total >= 20 ? 'low' : 'veryLow';
}

interface Finding {
  readonly code: string;
  readonly input: number | null;
  readonly threshold: number | null;
  readonly score: number | null;
}

function volatilityRisk({ close }: BarColumns, { atr }: ScoreColumns, i: number): Finding {
  let sum = 0;
  let count = 0;
  for (let bar = Math.max(0, i - usualBars + 1); bar <= i; bar += 1) {
    const share = ((atr[bar] as number) / (close[bar] as number)) * 100;
    if (!(share >= 0)) continue;
    sum += share;
    count += 1;
  }
  const now = ((atr[i] as number) / (close[i] as number)) * 100;
  const code = 'risk.volatility';
  if (!(now > 0) || count === 0) return { code, input: null, threshold: null, score: null };
  const excess = now / (sum / count) - 1;
  const steps = [
    [5, 0.5, 90],
    [4, 0.3, 75],
    [3, 0.1, 60],
    [2, -Infinity, 40],
    [1, -Infinity, 20],
  ] as const;
  const step = steps.find(([level, more]) => now > level && excess > more);
  return { code, input: now, threshold: step?.[0] ?? 1, score: step?.[2] ?? 0 };
}

function trendRisk({ close }: BarColumns, { short, medium, long, atr }: ScoreColumns, i: number): Finding {
  const [fast, middle, slow] = [short[i] as number, medium[i] as number, long[i] as number];
  if (i < averageWindows.long - 1 || !((atr[i] as number) > 0) || !((close[i] as number) > 0)) {
    return { code: 'risk.trendMixed', input: null, threshold: null, score: null };
  }
  const gap = ((middle - fast) / middle) * 100;
  if (fast < middle && middle < slow) {
    const step = ([[5, 90], [3, 75], [1, 60]] as const).find(([level]) => gap > level);
    return { code: 'risk.trendBear', input: gap, threshold: step?.[0] ?? 0, score: step?.[1] ?? 50 };
  }
  const bull = fast > middle && middle > slow;
  return { code: bull ? 'risk.trendBull' : 'risk.trendMixed', input: gap, threshold: 0, score: bull ? 20 : 40 };
}

function reversalRisk({ close }: BarColumns, columns: ScoreColumns, i: number): Finding & { readonly direction: 'up' | 'down' | null } {
  const strength = columns.rsi[i] as number;
  const medium = columns.medium[i] as number;
  const price = close[i] as number;
  if (i < averageWindows.medium - 1 || Number.isNaN(strength)) {
    return { code: 'risk.reversal', input: null, threshold: null, score: null, direction: null };
  }
  const before = columns.histogram[i - 1] as number;
  const now = columns.histogram[i] as number;
  const fired: ('up' | 'down')[] = [];
  if (strength > 75) fired.push('down');
  else if (strength < 25) fired.push('up');
  // Before bar 35 the signal line still leans on its start.
  if (i >= 34 && before <= 0 && now > 0) fired.push('up');
  else if (i >= 34 && before >= 0 && now < 0) fired.push('down');
  if (price > 1.1 * medium) fired.push('down');
  else if (price < 0.9 * medium) fired.push('up');
  return { code: 'risk.reversal', input: fired.length, threshold: 2, score: [10, 40, 70, 90][fired.length] ?? 90, direction: fired.at(-1) ?? null };
}

function volumeRisk({ close, volume }: BarColumns, { volumeMean }: ScoreColumns, i: number): Finding {
  const ratio = (volume[i] as number) / (volumeMean[i] as number);
  if (!Number.isFinite(ratio)) return { code: 'risk.volume', input: null, threshold: null, score: null };
  const step = ([[3, 90], [2, 70], [1.5, 50]] as const).find(([level]) => ratio > level);
  const base: Finding = { code: 'risk.volume', input: ratio, threshold: step?.[0] ?? 0.5, score: step?.[1] ?? (ratio < 0.5 ? 40 : 20) };
  const divergence = volumeDivergence(close, volume, i);
  return divergence !== null && (divergence.score ?? 0) > (base.score ?? 0) ? divergence : base;
}

/** Price and volume against four bars earlier, the first of the last five. */
function volumeDivergence(close: Float64Array, volume: Float64Array, i: number): Finding | null {
  if (i < 4) return null;
  const price = finiteOrNull(((close[i] as number) / (close[i - 4] as number) - 1) * 100);
  const traded = finiteOrNull(((volume[i] as number) / (volume[i - 4] as number) - 1) * 100);
  if (price === null || traded === null) return null;
  if (price > 5 && traded < -30) return { code: 'risk.riseOnFallingVolume', input: traded, threshold: -30, score: 80 };
  if (price < -5 && traded < -30) return { code: 'risk.fallOnFallingVolume', input: traded, threshold: -30, score: 70 };
  if (price < -5 && traded > 50) return { code: 'risk.fallOnRisingVolume', input: traded, threshold: 50, score: 85 };
  return null;
}
