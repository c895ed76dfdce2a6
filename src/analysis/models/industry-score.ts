import { coverageOf, totalOf, type ExplanationRow } from './explanation.ts';

interface IndustryScore {
  /** 0..100, 50 is neither way; null where nothing is known. */
  readonly score: number | null;
  readonly state: 'strong' | 'firm' | 'neutral' | 'weak' | null;
  readonly coverage: number;
  readonly rows: readonly ExplanationRow[];
}

/**
 * Scores an industry by its change in percent, its net inflow in hundred millions of currency, and whether it rose or fell over a
 * series of periods. Source: models.md 1.14.
 */
export function industryScore(input: {
  readonly changePercent: number | null;
  readonly netFlow: number | null;
  /** Index levels or mean closes, oldest first. */
  readonly levels: readonly number[];
}): IndustryScore {
  const { changePercent, netFlow, levels } = input;
  const direction = levels.length < 2 ? null : levels.slice(1).reduce((sum, level, index) => sum + (level > (levels[index] ?? 0) ? 1 : -1), 0);
  const rows: ExplanationRow[] = [
    ladderRow('industry.change', changePercent, [[3, 10], [1, 5]], 10),
    ladderRow('industry.flow', netFlow, [[5, 20], [2, 15], [0, 10]], 20),
    ladderRow('industry.direction', direction, [[0, 10]], 10),
  ];
  const coverage = coverageOf(rows);
  const score = coverage > 0 ? Math.min(100, Math.max(0, 50 + totalOf(rows))) : null;
  const state = score === null ? null : score >= 80 ? 'strong' : score >= 60 ? 'firm' : score >= 40 ? 'neutral' : 'weak';
  return { score, state, coverage, rows };
}

/** Points for the first threshold passed upwards, the same taken away for its mirror image downwards. */
function ladderRow(code: string, input: number | null, steps: readonly (readonly [number, number])[], maximum: number): ExplanationRow {
  const size = Math.abs(input ?? 0);
  const step = steps.find(([threshold]) => size > threshold);
  return { code, input, threshold: step?.[0] ?? null, contribution: (step?.[1] ?? 0) * Math.sign(input ?? 0), maximum };
}
