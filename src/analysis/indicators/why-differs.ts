import { AppError } from '../../shared/app-error.ts';
import type { Basis } from '../../shared/basis.ts';
import { computeIndicator } from './compute-indicator.ts';
import type { Indicator, InputColumns, InputName, PresetName } from './indicator.ts';
import type { ParameterValue } from './parameter.ts';
import { resolveParameters } from './resolve-parameters.ts';

export interface WhyDiffers {
  readonly indicator: string;
  readonly output: string;
  readonly basis: Basis;
  /** The bar asked about. */
  readonly index: number;
  readonly presets: readonly PresetValue[];
  /** Each pair of presets, and where and why they part. */
  readonly pairs: readonly PresetPair[];
}

interface PresetValue {
  readonly preset: PresetName;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly value: number | null;
}

export interface PresetPair {
  readonly presets: readonly [PresetName, PresetName];
  /** The parameters in which the two differ. */
  readonly because: readonly { readonly field: string; readonly values: readonly [ParameterValue, ParameterValue] }[];
  /** The first bar on which they part, and what each has there; null when they never do. */
  readonly firstBar: { readonly index: number; readonly values: readonly [number | null, number | null] } | null;
  /** The bar from which on they agree up to the bar asked about; null when they differ there. */
  readonly agreeFrom: number | null;
}

export interface WhyDiffersQuestion {
  readonly output: string;
  readonly index: number;
  /** Parameters that stand over every preset, e.g. the period the user has set. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly basis?: Basis;
}

/** Values this close, relative to the larger of one and themselves, are the same figure. */
const tolerance = 1e-9;

/**
 * Why a figure differs from another program's: its value under each preset, and for each pair the convention that separates them and
 * the first bar on which it shows. Throws `analysis.output` for an unknown output and as `computeIndicator` does.
 */
export function whyDiffers(indicator: Indicator, input: InputColumns<InputName>, question: WhyDiffersQuestion): WhyDiffers {
  const { output, index, parameters = {}, basis = 'raw' } = question;
  if (!Object.hasOwn(indicator.outputs, output)) {
    throw new AppError('analysis.output', { indicator: indicator.id, field: 'output', value: output, allowed: Object.keys(indicator.outputs).join(', ') });
  }
  const names = Object.keys(indicator.presets) as PresetName[];
  const sets = names.map((preset) => {
    const values = resolveParameters(indicator, parameters, preset);
    const column = computeIndicator(indicator, input, values, { basis })[output] ?? new Float64Array(0);
    return { preset, parameters: values, column };
  });
  const pairs = sets.flatMap((one, i) => sets.slice(i + 1).map((other): PresetPair => {
    const because = Object.keys(indicator.parameters)
      .map((field) => ({ field, values: [one.parameters[field] ?? '', other.parameters[field] ?? ''] as const }))
      .filter(({ values: [a, b] }) => a !== b);
    return { presets: [one.preset, other.preset], because, ...parting(one.column, other.column, index) };
  }));
  return {
    indicator: indicator.id,
    output,
    basis,
    index,
    presets: sets.map(({ preset, parameters: values, column }) => ({ preset, parameters: values, value: shown(column, index) })),
    pairs,
  };
}

function parting(a: Float64Array, b: Float64Array, index: number): Pick<PresetPair, 'firstBar' | 'agreeFrom'> {
  let first = -1;
  let last = -1;
  for (let i = 0; i <= index && i < a.length; i++) {
    if (isSame(a[i] as number, b[i] as number)) continue;
    if (first < 0) first = i;
    last = i;
  }
  return {
    firstBar: first < 0 ? null : { index: first, values: [shown(a, first), shown(b, first)] },
    agreeFrom: last === index ? null : last + 1,
  };
}

function isSame(a: number, b: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

function shown(column: Float64Array, index: number): number | null {
  const value = column[index];
  return value === undefined || Number.isNaN(value) ? null : value;
}
