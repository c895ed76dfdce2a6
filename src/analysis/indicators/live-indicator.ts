import type { Basis } from '../../shared/basis.ts';
import { advanceRuns } from './advance-runs.ts';
import { allocateOutput, checkBasis, inputLength, newMemory } from './compute-indicator.ts';
import type { Indicator, InputColumns, InputName, Memory, OutputColumns } from './indicator.ts';
import type { Parameters, ParameterValues } from './parameter.ts';

/**
 * An indicator that keeps up with a growing series. Bars may be appended and the last one replaced, each in time that depends on the
 * parameters alone; the columns are at every moment bit for bit those of `computeIndicator` on the same bars.
 */
export class LiveIndicator<I extends InputName, P extends Parameters, O extends string> {
  readonly indicator: Indicator<I, P, O>;
  readonly parameters: ParameterValues<P>;
  private readonly memory: Memory;
  private readonly beforeLast: Memory;
  private columns: Record<O, Float64Array>;
  private count = 0;

  /** Parameters come from `resolveParameters`. */
  constructor(indicator: Indicator<I, P, O>, parameters: ParameterValues<P>, basis?: Basis) {
    checkBasis(indicator, basis);
    this.indicator = indicator;
    this.parameters = parameters;
    this.memory = newMemory(indicator, parameters);
    this.beforeLast = newMemory(indicator, parameters);
    this.columns = allocateOutput(indicator, 0);
  }

  /** How many bars have been taken in. */
  get length(): number {
    return this.count;
  }

  /** The output columns so far; views that the next call may replace. */
  get output(): OutputColumns<O> {
    const views = {} as Record<O, Float64Array>;
    for (const name in this.columns) views[name] = this.columns[name].subarray(0, this.count);
    return views;
  }

  /** Takes in the bars after those it knows. `input` is the whole series, the known bars unchanged. */
  append(input: InputColumns<I>): void {
    const length = inputLength(this.indicator, input);
    if (length <= this.count) return;
    this.reserve(length);
    this.advance(input, this.count, length - 1);
    this.remember();
    this.advance(input, length - 1, length);
    this.count = length;
  }

  /** Takes in another last bar in place of the one it knows. `input` is the whole series of the same length. */
  replaceLast(input: InputColumns<I>): void {
    if (this.count === 0) return;
    inputLength(this.indicator, input);
    this.memory.start = this.beforeLast.start;
    this.memory.slots.set(this.beforeLast.slots);
    this.advance(input, this.count - 1, this.count);
  }

  private advance(input: InputColumns<I>, from: number, to: number): void {
    advanceRuns(this.indicator, input, this.parameters, this.columns, this.memory, from, to);
  }

  private remember(): void {
    this.beforeLast.start = this.memory.start;
    this.beforeLast.slots.set(this.memory.slots);
  }

  /** Doubles the columns when they are full, so that appending stays constant on average. */
  private reserve(length: number): void {
    for (const name in this.columns) {
      const old = this.columns[name];
      if (old.length >= length) return;
      const wider = new Float64Array(Math.max(length, 2 * old.length));
      wider.set(old.subarray(0, this.count));
      this.columns[name] = wider;
    }
  }
}
