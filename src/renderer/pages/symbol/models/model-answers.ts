import type { LevelsAnswer, RiskAnswer, ScenarioAnswer, ScoreAnswer } from '../../../../shared/contract/model-figures.ts';

/** The models drawn on or under the chart, and what the core answers for each. */
export interface ModelAnswers {
  readonly score: ScoreAnswer;
  readonly risk: RiskAnswer;
  readonly levels: LevelsAnswer;
  readonly scenario: ScenarioAnswer;
}

export type ModelPart = keyof ModelAnswers;
