import type { LocalText } from './local-text.ts';

/** A number the user may set. `step` 1 means whole numbers only; `min` and `max` are allowed values. */
export interface NumberParameter {
  readonly kind: 'number';
  readonly label: LocalText;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

/** One of a few named conventions. */
export interface ChoiceParameter<C extends string> {
  readonly kind: 'choice';
  readonly label: LocalText;
  readonly options: readonly C[];
  readonly default: C;
}

export type Parameter = NumberParameter | ChoiceParameter<string>;
export type Parameters = Readonly<Record<string, Parameter>>;
export type ParameterValue = number | string;

/** The values of a parameter table: a number, or one of the options. */
export type ParameterValues<P extends Parameters> = {
  readonly [K in keyof P]: ValueOf<P[K]>;
};

type ValueOf<T> = T extends ChoiceParameter<infer C> ? C : number;

/** Longest window anywhere: five years of sessions, or a little over five sessions of one-minute bars. */
export const longestWindow = 1300;

/** A window length in bars. */
export function bars(value: number, min = 1, label: LocalText = { en: 'Period', zh: '周期' }): NumberParameter {
  return { kind: 'number', label, min, max: longestWindow, step: 1, default: value };
}

/** A number with a range, e.g. a band's multiplier. */
export function decimal(value: number, min: number, max: number, step: number, label: LocalText): NumberParameter {
  return { kind: 'number', label, min, max, step, default: value };
}

/** A choice of conventions; the first option is the default. */
export function choice<const C extends string>(options: readonly [C, ...C[]], label: LocalText): ChoiceParameter<C> {
  return { kind: 'choice', label, options, default: options[0] };
}
