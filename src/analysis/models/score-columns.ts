import { barCount, sliceBars, type BarColumns } from '../../shared/bars.ts';
import { atr } from '../indicators/atr.ts';
import { bollinger } from '../indicators/bollinger.ts';
import { allocateOutput, computeInto, inputLength, newMemory } from '../indicators/compute-indicator.ts';
import { ema } from '../indicators/ema.ts';
import type { Indicator, InputColumns, InputName } from '../indicators/indicator.ts';
import { macd } from '../indicators/macd.ts';
import type { Parameters, ParameterValues } from '../indicators/parameter.ts';
import { resolveParameters } from '../indicators/resolve-parameters.ts';
import { rsi } from '../indicators/rsi.ts';
import { sma } from '../indicators/sma.ts';

/**
 * The indicator columns of the score and the risk monitor, bar by bar; NaN in the warm-up and where a figure does not apply.
 * Averages are EMAs of the close started at the first bar they run from, RSI is Cutler's, bands use the sample deviation, the histogram is not
 * doubled and the average true range is a plain mean: the conventions of models.md 1.3. Nothing is rounded.
 */
export interface ScoreColumns {
  readonly short: Float64Array;
  readonly medium: Float64Array;
  readonly long: Float64Array;
  readonly rsi: Float64Array;
  readonly macd: Float64Array;
  readonly signal: Float64Array;
  readonly histogram: Float64Array;
  readonly upper: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
  readonly volumeMean: Float64Array;
  readonly atr: Float64Array;
}

/** Windows of the three averages. */
export const averageWindows = { short: 5, medium: 20, long: 60 } as const;

/** Bars before the first one wanted that the figures with a fixed window need. */
const windowBars = 40;

/** Bars before the first one wanted from which the averages run: what the 60-bar EMA still owes to its start is then below 4e-15. */
const averageBars = 1000;

/**
 * A calculator whose columns are reused from call to call, so that a scan of thousands of symbols allocates once. The columns it
 * returns are valid until the next call, from bar `from` to the last bar given, the true ranges from `rangeFrom`, which risk wants a
 * year earlier.
 */
export function scoreColumns(longest: number): (bars: BarColumns, from?: number, rangeFrom?: number) => ScoreColumns {
  const short = prepare(ema, { period: averageWindows.short, start: 'first' }, longest);
  const medium = prepare(ema, { period: averageWindows.medium, start: 'first' }, longest);
  const long = prepare(ema, { period: averageWindows.long, start: 'first' }, longest);
  const strength = prepare(rsi, { period: 14, averaging: 'simple', flat: 'none' }, longest);
  const convergence = prepare(macd, { start: 'first', factor: 1 }, longest);
  const bands = prepare(bollinger, { deviation: 'sample' }, longest);
  const mean = prepare(sma, { period: 20 }, longest);
  const range = prepare(atr, { averaging: 'simple' }, longest);
  const columns: ScoreColumns = {
    short: short.output.ema,
    medium: medium.output.ema,
    long: long.output.ema,
    rsi: strength.output.rsi,
    macd: convergence.output.macd,
    signal: convergence.output.signal,
    histogram: convergence.output.histogram,
    upper: bands.output.upper,
    middle: bands.output.middle,
    lower: bands.output.lower,
    volumeMean: mean.output.sma,
    atr: range.output.atr,
  };
  return (bars, from = 0, rangeFrom = from) => {
    const averagesStart = Math.max(0, from - averageBars);
    const averaged = sliceBars(bars, averagesStart, barCount(bars));
    for (const run of [short.run, medium.run, long.run, convergence.run]) run(averaged, averagesStart);
    const start = Math.max(0, from - windowBars);
    const recent = sliceBars(bars, start, barCount(bars));
    for (const run of [strength.run, bands.run]) run(recent, start);
    const rangeStart = Math.max(0, rangeFrom - windowBars);
    range.run(sliceBars(bars, rangeStart, barCount(bars)), rangeStart);
    mean.run({ close: recent.volume }, start);
    return columns;
  };
}

interface Prepared<I extends InputName, O extends string> {
  readonly output: Record<O, Float64Array>;
  /** Computes the input's bars into the output from `offset` on. */
  readonly run: (input: InputColumns<I>, offset: number) => void;
}

function prepare<I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
  given: Partial<ParameterValues<P>>,
  longest: number,
): Prepared<I, O> {
  const parameters = resolveParameters(indicator, given);
  const output = allocateOutput(indicator, longest);
  const memory = newMemory(indicator, parameters);
  const names = Object.keys(output) as O[];
  return {
    output,
    run(input, offset) {
      const length = inputLength(indicator, input);
      const view = { ...output };
      for (const name of names) view[name] = output[name].subarray(offset, offset + length);
      computeInto(indicator, input, parameters, view, memory, length);
    },
  };
}
