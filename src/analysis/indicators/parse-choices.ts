import { AppError } from '../../shared/app-error.ts';
import type { Indicator } from './indicator.ts';
import type { ParameterValue } from './parameter.ts';
import { resolveParameters } from './resolve-parameters.ts';

/** Something with parameters that is asked for by its id. */
export type Choosable = Pick<Indicator, 'id' | 'parameters' | 'presets'>;

/** One of them as somebody asked for it. */
export interface Choice<T extends Choosable> {
  /** What was written, without spaces: `rsi`, `rsi@tongdaxin(period=9)`. */
  readonly text: string;
  readonly chosen: T;
  /** The parameters that were written. */
  readonly given: Readonly<Record<string, ParameterValue>>;
  /** Those to compute with: defaults, the preset, and what was written. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

const item = /^([a-z0-9-]+)(?:@([A-Za-z']+))?(?:\(([^()]*)\))?$/;
const assignment = /^([A-Za-z0-9]+)=([A-Za-z0-9.+-]+)$/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * Reads `sma(20),macd@tongdaxin,bollinger(period=10,deviation=sample)`: ids joined by commas, each with a preset and parameters of its
 * own, by name or, where numbers, by their place.
 * Throws `analysis.indicator-text` for text that is none of this, else as `find` and `resolveParameters` do.
 */
export function parseChoices<T extends Choosable>(text: string, find: (id: string) => T): Choice<T>[] {
  // Commas inside parentheses part parameters, the others indicators.
  return text.replaceAll(/\s+/g, '').split(/,(?![^(]*\))/).map((one) => {
    const match = item.exec(one);
    if (match === null) throw unreadable(one);
    const [, id = '', preset, assignments] = match;
    const chosen = find(id);
    const given = assignments === undefined ? {} : readAssignments(assignments, chosen);
    return { text: one, chosen, given, parameters: resolveParameters(chosen, given, preset) };
  });
}

function readAssignments(text: string, { parameters }: Choosable): Record<string, ParameterValue> {
  const places = Object.keys(parameters);
  const pairs = text.split(',').map((pair, place): [string, ParameterValue] => {
    const named = plainNumber.test(pair) && place < places.length ? `${places[place]}=${pair}` : pair;
    const match = assignment.exec(named);
    if (match === null) throw unreadable(pair);
    const [, name = '', value = ''] = match;
    // Some conventions are called `0` or `100`, so only what is a number there is read as one.
    const choice = Object.hasOwn(parameters, name) && parameters[name]?.kind === 'choice';
    const number = Number(value);
    return [name, choice || Number.isNaN(number) ? value : number];
  });
  return Object.fromEntries(pairs);
}

function unreadable(value: string): AppError {
  return new AppError('analysis.indicator-text', { field: 'set', value, allowed: 'id, id@preset, id(value,value), id(name=value,name=value)' });
}
