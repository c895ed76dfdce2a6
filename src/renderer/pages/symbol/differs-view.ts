import type { InputColumns, InputName, PresetName } from '../../../analysis/indicators/indicator.ts';
import { longestWindow, type Parameter, type ParameterValue } from '../../../analysis/indicators/parameter.ts';
import { whyDiffers, type PresetPair } from '../../../analysis/indicators/why-differs.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';

/** A figure as one convention has it; `chart` is the one on the chart. */
export interface DiffersRow {
  readonly preset: PresetName | 'chart';
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly value: number | null;
}

export interface DiffersView {
  readonly rows: readonly DiffersRow[];
  readonly pairs: readonly PresetPair[];
}

/** A figure of the chart under every convention. The windows set on the chart hold for all of them: what they hide is the rest. */
export function differsView({ indicator, parameters, columns }: ComputedIndicator, input: InputColumns<InputName>, output: string, index: number, basis: Basis): DiffersView {
  const windows = Object.entries(parameters).filter(([name]) => isWindow(indicator.parameters[name]));
  const answer = whyDiffers(indicator, input, { output, index, parameters: Object.fromEntries(windows), basis });
  const value = columns[output]?.[index];
  return {
    rows: [{ preset: 'chart', parameters, value: value === undefined || Number.isNaN(value) ? null : value }, ...answer.presets],
    pairs: answer.pairs,
  };
}

function isWindow(parameter: Parameter | undefined): boolean {
  return parameter?.kind === 'number' && parameter.step === 1 && parameter.max === longestWindow;
}
