import type { PositionSize } from '../../../../analysis/models/position-size.ts';
import type { Level } from '../../../../analysis/models/levels.ts';
import type { RadarValue } from '../../../../analysis/models/technical-radar.ts';
import type { Risk } from '../../../../analysis/models/risk.ts';
import type { ScenarioCone } from '../../../../analysis/models/scenario-cone.ts';
import type { Score } from '../../../../analysis/models/score.ts';
import type { Basis } from '../../../../shared/basis.ts';

/** What every answer about a symbol says of its data. */
export interface ModelHeader {
  readonly symbol: string;
  readonly asOf: string | null;
  readonly source: string;
  readonly basis: Basis;
  /** Bars used. */
  readonly bars: number;
}

/** What `analyze.symbol` answers, by part. */
export interface ModelAnswers {
  readonly score: ModelHeader & Omit<Score, 'bars'> & { readonly radar: readonly RadarValue[] };
  readonly risk: ModelHeader & Omit<Risk, 'bars'> & { readonly position: PositionSize };
  readonly levels: ModelHeader & { readonly close: number | null; readonly supports: readonly Level[]; readonly resistances: readonly Level[] };
  readonly scenario: ModelHeader & { readonly horizon?: number; readonly cone: Omit<ScenarioCone, 'bars'> | null };
}

export type ModelPart = keyof ModelAnswers;
