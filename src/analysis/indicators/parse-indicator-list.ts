import type { Indicator } from './indicator.ts';
import { parseChoices, type Choice } from './parse-choices.ts';
import { findIndicator } from './registry.ts';

/** One indicator as somebody asked for it. */
type IndicatorChoice = Omit<Choice<Indicator>, 'chosen'> & { readonly indicator: Indicator };

/** Reads a list of indicators as `parseChoices` does. Throws also as `findIndicator` does. */
export function parseIndicatorList(text: string): IndicatorChoice[] {
  return parseChoices(text, findIndicator).map(({ chosen, ...rest }) => ({ ...rest, indicator: chosen }));
}
