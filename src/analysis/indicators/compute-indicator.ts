import { AppError } from '../../shared/app-error.ts';
import type { Basis } from '../../shared/basis.ts';
import { advanceRuns } from './advance-runs.ts';
import type { Indicator, InputColumns, InputName, Memory, OutputColumns } from './indicator.ts';
import type { Parameters, ParameterValues } from './parameter.ts';
import { resolveParameters } from './resolve-parameters.ts';

interface ComputeOptions {
  /** A preset of the indicator, applied under the given parameters. */
  readonly preset?: string;
  /** The basis of the bars; `raw` when not said. */
  readonly basis?: Basis;
}

/**
 * Computes an indicator over whole columns into new ones, NaN where there is no value.
 * Throws `AppError` for a parameter, a preset, a missing column or a basis that is not allowed.
 */
export function computeIndicator<I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
  input: InputColumns<I>,
  given: Partial<ParameterValues<P>> = {},
  options: ComputeOptions = {},
): Record<O, Float64Array> {
  const parameters = resolveParameters(indicator, given, options.preset);
  checkBasis(indicator, options.basis);
  const length = inputLength(indicator, input);
  const output = allocateOutput(indicator, length);
  computeInto(indicator, input, parameters, output, newMemory(indicator, parameters), length);
  return output;
}

/** Computes the first `length` bars into the caller's columns and memory, without allocating. Parameters come from `resolveParameters`. */
export function computeInto<I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
  input: InputColumns<I>,
  parameters: ParameterValues<P>,
  output: OutputColumns<O>,
  memory: Memory,
  length: number,
): void {
  memory.start = 0;
  memory.slots.fill(0);
  advanceRuns(indicator, input, parameters, output, memory, 0, length);
}

/** Memory for one series under these parameters. */
export function newMemory<P extends Parameters>(
  indicator: { slots(parameters: ParameterValues<P>): number },
  parameters: ParameterValues<P>,
): Memory {
  return { start: 0, slots: new Float64Array(indicator.slots(parameters)) };
}

/** Output columns of `length` bars for `computeInto`. */
export function allocateOutput<I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
  length: number,
): Record<O, Float64Array> {
  const columns = {} as Record<O, Float64Array>;
  for (const name of Object.keys(indicator.outputs) as O[]) columns[name] = new Float64Array(length);
  return columns;
}

/** Refuses figures that mean nothing on the basis, e.g. returns of forward-adjusted prices that were shifted by an amount. */
export function checkBasis(indicator: Pick<Indicator, 'id' | 'needsPositivePrices'>, basis: Basis = 'raw'): void {
  if (indicator.needsPositivePrices === true && basis === 'forwardAdditive') {
    throw new AppError('analysis.basis', { indicator: indicator.id, field: 'basis', value: basis, allowed: 'raw, split, total' });
  }
}

/** The common length of the columns the indicator needs; throws when one is missing or of another length. */
export function inputLength<I extends InputName>(indicator: Pick<Indicator<I>, 'id' | 'inputs'>, input: Partial<InputColumns<I>>): number {
  let length = -1;
  for (const name of indicator.inputs) {
    const column = input[name];
    if (column === undefined) {
      throw new AppError('analysis.input', { indicator: indicator.id, field: name, allowed: indicator.inputs.join(', ') });
    }
    if (length >= 0 && column.length !== length) {
      throw new AppError('analysis.length', { indicator: indicator.id, field: name, value: column.length, allowed: length });
    }
    length = column.length;
  }
  return length;
}
