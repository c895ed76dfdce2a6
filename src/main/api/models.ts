import { levelsPart, positionPart, riskPart, scenarioPart, scorePart } from './analyze/model-parts.ts';
import { modelSource } from './analyze/model-source.ts';
import type { AskUniverse } from '../universe/universe-answers.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';

/** The models of one symbol. */
export function modelsHandlers(from: BarSource, ask: AskUniverse): HandlersOf<'models'> {
  return {
    'models.score': (input) => scorePart(modelSource(from, input)),
    'models.risk': (input) => riskPart(modelSource(from, input)),
    'models.levels': (input) => levelsPart(modelSource(from, input)),
    'models.scenario': (input) => {
      const source = modelSource(from, input);
      return scenarioPart(source, from.calendarById(source.instrument.calendar), input);
    },
    'models.record': (input) => ask('models.record', input),
    'models.position': (input) => positionPart(modelSource(from, input), input),
  };
}
