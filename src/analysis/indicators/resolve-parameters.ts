import { AppError } from '../../shared/app-error.ts';
import type { Indicator, InputName, PresetName } from './indicator.ts';
import type { Parameter, Parameters, ParameterValue, ParameterValues } from './parameter.ts';

/**
 * The parameters to compute with: defaults, then the preset, then what was given.
 * Throws `analysis.parameter-unknown`, `analysis.parameter` or `analysis.preset`, each naming the field, the value and what is allowed.
 */
export function resolveParameters<I extends InputName, P extends Parameters, O extends string>(
  indicator: Pick<Indicator<I, P, O>, 'id' | 'parameters' | 'presets'>,
  given: Readonly<Record<string, ParameterValue | undefined>> = {},
  preset?: string,
): ParameterValues<P> {
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(indicator.parameters)) values[name] = parameter.default;
  if (preset !== undefined) Object.assign(values, presetValues(indicator, preset));
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const parameter = Object.hasOwn(indicator.parameters, name) ? indicator.parameters[name] : undefined;
    if (parameter === undefined) {
      const allowed = Object.keys(indicator.parameters).join(', ') || '–';
      throw new AppError('analysis.parameter-unknown', { indicator: indicator.id, field: name, value, allowed });
    }
    if (!isAllowed(parameter, value)) {
      throw new AppError('analysis.parameter', { indicator: indicator.id, field: name, value, allowed: allowedText(parameter) });
    }
    values[name] = value;
  }
  return values as ParameterValues<P>;
}

function presetValues(indicator: Pick<Indicator, 'id' | 'presets'>, preset: string): Readonly<Record<string, ParameterValue | undefined>> {
  const values = Object.hasOwn(indicator.presets, preset) ? indicator.presets[preset as PresetName] : undefined;
  if (values === undefined) {
    const allowed = Object.keys(indicator.presets).join(', ') || '–';
    throw new AppError('analysis.preset', { indicator: indicator.id, field: 'preset', value: preset, allowed });
  }
  return values;
}

function isAllowed(parameter: Parameter, value: ParameterValue): boolean {
  if (parameter.kind === 'choice') return typeof value === 'string' && parameter.options.includes(value);
  if (typeof value !== 'number' || !(value >= parameter.min && value <= parameter.max)) return false;
  return parameter.step !== 1 || Number.isInteger(value);
}

function allowedText(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  const { min, max, step } = parameter;
  return step === 1 ? `${min}, ${min + 1} … ${max}` : `${min} … ${max}`;
}
