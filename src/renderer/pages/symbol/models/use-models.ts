import type { ChartSettings } from '../chart-settings.ts';
import type { ModelAnswers, ModelPart } from './model-answers.ts';
import { useModel, type ModelQuestion, type ModelState } from './use-model.ts';

export type Models = { readonly [Part in ModelPart]: ModelState<Part> };

/** The models of the symbol on the chart; each is asked only while its panel is open or it is drawn. */
export function useModels(question: ModelQuestion, { panel, levels, scenario }: ChartSettings): Models {
  return {
    score: useModel('score', question, panel === 'score'),
    risk: useModel('risk', question, panel === 'risk'),
    levels: useModel('levels', question, levels || panel === 'levels'),
    scenario: useModel('scenario', question, scenario || panel === 'scenario'),
  };
}

/** The answer to draw; none while it is still that of another symbol or was switched off. */
export function shownValue<Part extends ModelPart>(state: ModelState<Part>): ModelAnswers[Part] | null {
  return state.kind === 'ready' && !state.isOther ? state.value : null;
}
