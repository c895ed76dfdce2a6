import type { BarColumns } from '../../../shared/bars.ts';
import { allocateOutput, computeInto, inputLength, newMemory } from '../../indicators/compute-indicator.ts';
import type { Indicator, InputName, Memory } from '../../indicators/indicator.ts';
import type { ParameterValue } from '../../indicators/parameter.ts';
import { findIndicator } from '../../indicators/registry.ts';
import { resolveParameters } from '../../indicators/resolve-parameters.ts';

/** The outputs of an indicator over bars; `parameters` are its number parameters in their order. */
export type IndicatorColumns = (bars: BarColumns, id: string, parameters: readonly number[]) => Readonly<Record<string, Float64Array>>;

interface Prepared {
  readonly indicator: Indicator<keyof BarColumns & InputName>;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly memory: Memory;
  readonly output: Readonly<Record<string, Float64Array>>;
  /** Whose values the output holds. */
  bars: BarColumns | null;
}

/**
 * Computes each indicator once for the same bars, into columns of `longest` bars that the next ones take over: a scan of thousands of
 * symbols allocates once. Values stand on the bars given and are valid until other bars are asked for. Throws `analysis.parameter`, `analysis.length`.
 */
export function indicatorColumns(longest: number): IndicatorColumns {
  const known = new Map<string, Prepared>();
  return (bars, id, parameters) => {
    const key = `${id}(${parameters.join()})`;
    const prepared = known.get(key) ?? prepare(id, parameters, longest);
    known.set(key, prepared);
    if (prepared.bars !== bars) {
      const { indicator, memory, output } = prepared;
      const length = inputLength(indicator, bars);
      computeInto(indicator, bars, prepared.parameters, output, memory, length);
      prepared.bars = bars;
    }
    return prepared.output;
  };
}

function prepare(id: string, parameters: readonly number[], longest: number): Prepared {
  // Fields are those of indicators whose inputs bars have.
  const indicator = findIndicator(id) as Indicator<keyof BarColumns & InputName>;
  const names = Object.entries(indicator.parameters).flatMap(([name, parameter]) => (parameter.kind === 'number' ? [name] : []));
  const values = resolveParameters(indicator, Object.fromEntries(names.map((name, index) => [name, parameters[index]])));
  return { indicator, parameters: values, memory: newMemory(indicator, values), output: allocateOutput(indicator, longest), bars: null };
}
