import { AppError } from '../../shared/app-error.ts';
import { advanceRuns, fillOutputs, firstMissing } from './advance-runs.ts';
import { allocateOutput, newMemory } from './compute-indicator.ts';
import type { Indicator, InputColumns, InputName, Memory } from './indicator.ts';
import type { ParameterValue } from './parameter.ts';
import { resolveParameters } from './resolve-parameters.ts';

export interface IndicatorPlan {
  readonly indicator: Indicator;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly preset?: string;
}

interface Prepared {
  readonly indicator: Indicator;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly warmUp: number;
  readonly memory: Memory;
  readonly output: Record<string, Float64Array>;
}

/**
 * Several indicators computed over one series after the other into the same columns: nothing is allocated between series, and each
 * input column is looked through for gaps once instead of once per indicator. Columns hold `capacity` bars; a series may be shorter,
 * and then only its own bars are written.
 */
export class IndicatorSet {
  private readonly prepared: readonly Prepared[];
  private readonly inputs: readonly InputName[];

  constructor(plans: readonly IndicatorPlan[], capacity: number) {
    this.prepared = plans.map(({ indicator, parameters: given, preset }) => {
      const parameters = resolveParameters(indicator, given, preset);
      return {
        indicator,
        parameters,
        warmUp: indicator.warmUp(parameters),
        memory: newMemory(indicator, parameters),
        output: allocateOutput(indicator, capacity),
      };
    });
    this.inputs = [...new Set(plans.flatMap(({ indicator }) => indicator.inputs))];
  }

  /** The columns of the plan at `index`, as the last `compute` left them. */
  output(index: number): Readonly<Record<string, Float64Array>> {
    return this.prepared[index]?.output ?? {};
  }

  /** Computes every plan over the first `length` bars. Throws `analysis.input` for a column that a plan needs and `input` lacks. */
  compute(input: Partial<InputColumns<InputName>>, length: number): void {
    const columns = this.needed(input);
    const gapless = this.inputs.every((name) => firstMissing(columns[name], 0, length) === length);
    for (const { indicator, parameters, warmUp, memory, output } of this.prepared) {
      memory.start = 0;
      memory.slots.fill(0);
      if (gapless && indicator.needsPositivePrices !== true) {
        fillOutputs(output, 0, Math.min(warmUp, length));
        indicator.advance(columns, parameters, output, memory, 0, length);
      } else advanceRuns(indicator, columns, parameters, output, memory, 0, length);
    }
  }

  private needed(input: Partial<InputColumns<InputName>>): InputColumns<InputName> {
    for (const { indicator } of this.prepared) {
      for (const name of indicator.inputs) {
        if (input[name] === undefined) throw new AppError('analysis.input', { indicator: indicator.id, field: name, allowed: indicator.inputs.join(', ') });
      }
    }
    // No plan reads a column it did not name.
    return input as InputColumns<InputName>;
  }
}
