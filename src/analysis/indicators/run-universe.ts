import type { InputColumns, InputName } from './indicator.ts';
import { type IndicatorPlan, IndicatorSet } from './indicator-set.ts';

/** Many series one after the other in common columns, which may lie in shared memory: series `s` is bars `offsets[s]` to `offsets[s + 1]`. */
export interface Universe {
  readonly offsets: Int32Array;
  readonly columns: Partial<InputColumns<InputName>>;
}

/** One column of the answer: an output of a plan. */
interface UniverseFigure {
  readonly plan: number;
  readonly output: string;
}

/** What the caller hears and says while a universe is worked through. */
interface UniverseWatch {
  /** Series finished so far, of those asked for; called after every `progressEvery` of them and at the end. */
  progress(done: number, total: number): void;
  /** Asked as often; true ends the work. */
  isCancelled(): boolean;
}

/** Series between two looks at the watch: well under 10 ms of work. */
const progressEvery = 16;

/** The figures of these plans in the order in which `runUniverse` writes them. */
export function universeFigures(plans: readonly IndicatorPlan[]): UniverseFigure[] {
  return plans.flatMap(({ indicator }, plan) => Object.keys(indicator.outputs).map((output) => ({ plan, output })));
}

/**
 * Computes the plans over series `first` (inclusive) to `last` (exclusive) and writes each figure's newest value, NaN where there is
 * none: series `s` has row `s` of `newest`, which workers on different ranges may share. Gives how many series were finished.
 */
export function runUniverse(
  { offsets, columns }: Universe,
  plans: readonly IndicatorPlan[],
  first: number,
  last: number,
  newest: Float64Array,
  watch: UniverseWatch,
): number {
  const figures = universeFigures(plans);
  let longest = 0;
  for (let series = first; series < last; series++) longest = Math.max(longest, (offsets[series + 1] as number) - (offsets[series] as number));
  const set = new IndicatorSet(plans, longest);
  const sources = figures.map(({ plan, output }) => set.output(plan)[output] ?? new Float64Array(0));
  const total = last - first;
  for (let series = first; series < last; series++) {
    const done = series - first;
    if (done % progressEvery === 0 && done > 0) {
      watch.progress(done, total);
      if (watch.isCancelled()) return done;
    }
    const [from, to] = [offsets[series] as number, offsets[series + 1] as number];
    const views: Partial<Record<InputName, Float64Array>> = {};
    for (const name of Object.keys(columns) as InputName[]) {
      const column = columns[name];
      if (column !== undefined) views[name] = column.subarray(from, to);
    }
    set.compute(views, to - from);
    for (let figure = 0; figure < sources.length; figure++) {
      newest[series * sources.length + figure] = to > from ? ((sources[figure] as Float64Array)[to - from - 1] as number) : NaN;
    }
  }
  watch.progress(total, total);
  return total;
}
