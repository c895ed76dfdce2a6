/**
 * Why a model said what it said: one rule, what it saw and what it gave. `code` names a text of the message catalogue. `input` is null
 * where the rule does not apply (missing or flat data); then it gives nothing and its maximum does not count as covered.
 */
export interface ExplanationRow {
  readonly code: string;
  readonly input: number | null;
  /** The value the input is held against; null where the rule has none. */
  readonly threshold: number | null;
  readonly contribution: number;
  readonly maximum: number;
}

/** Share of the maximum that could be judged, 0..1. */
export function coverageOf(rows: readonly ExplanationRow[]): number {
  let judged = 0;
  let possible = 0;
  for (const { input, maximum } of rows) {
    possible += maximum;
    if (input !== null) judged += maximum;
  }
  return possible > 0 ? judged / possible : 0;
}

/** Sum of the contributions. */
export function totalOf(rows: readonly ExplanationRow[]): number {
  return rows.reduce((sum, { contribution }) => sum + contribution, 0);
}
