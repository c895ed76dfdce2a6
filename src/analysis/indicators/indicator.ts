import type { LocalText } from './local-text.ts';
import type { Output } from './output.ts';
import type { Parameters, ParameterValues } from './parameter.ts';

/**
 * Input columns an indicator may ask for. The first seven are those of `BarColumns`; the others are supplied by the caller, aligned
 * bar by bar: the benchmark's close, shares in free float, the bar's upper price limit, and for intraday bars the date of the session
 * and how many minutes of it had been traded at the bar's end.
 */
export type InputName =
  | 'time'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'volume'
  | 'amount'
  | 'benchmark'
  | 'floatShares'
  | 'upperLimit'
  | 'session'
  | 'sessionMinutes';

export type InputColumns<I extends InputName> = Readonly<Record<I, Float64Array>>;
export type OutputColumns<O extends string> = Readonly<Record<O, Float64Array>>;

/** Platforms whose conventions are offered as presets; `definition` is the textbook where no platform leads, the letters are HAMA's sets. */
export type PresetName = 'talib' | 'tradingview' | 'tongdaxin' | 'definition' | 'A' | "A'" | 'B' | 'C' | 'daily';

/**
 * What an indicator remembers between bars. `start` is the first bar of the present gapless run; `slots` are the running numbers,
 * all zero when a run starts. Copying `slots` is a snapshot, which is how the last bar can be replaced in constant time.
 */
export interface Memory {
  start: number;
  readonly slots: Float64Array;
}

/**
 * An indicator: what the chart menu, the command line and the reference page show of it, and its one implementation.
 *
 * `advance` continues over bars `from` (inclusive) to `to` (exclusive). It is called only with bars whose inputs are all numbers: a bar
 * with a missing input has no output and starts a new run, warm-up included. It may read earlier bars of the run from the input columns
 * and must put everything else it needs into `memory`; so a batch and bar-by-bar appends give the same bits. It writes every output
 * from the warm-up on (NaN where the figure does not apply) and may leave the warm-up itself alone: that is NaN already.
 */
export interface Indicator<I extends InputName = InputName, P extends Parameters = Parameters, O extends string = string> {
  /** Kebab-case, stable: stored in workspaces. */
  readonly id: string;
  readonly name: LocalText;
  readonly inputs: readonly I[];
  readonly parameters: P;
  readonly outputs: Readonly<Record<O, Output>>;
  readonly pane: 'price' | 'own';
  /** Horizontal guide lines of an own pane, e.g. 30 and 70. */
  readonly guides?: readonly number[];
  /** Ratios, returns and logs of prices: refuses a basis on which prices may be shifted, and treats a price at or below zero as a gap. */
  readonly needsPositivePrices?: boolean;
  readonly presets: Readonly<Partial<Record<PresetName, Readonly<Partial<ParameterValues<P>>>>>>;
  /** Where the formula comes from. */
  readonly source: string;
  /** Index, within a run, of the first bar on which every output has its value; so `warmUp + 1` bars are needed. */
  warmUp(parameters: ParameterValues<P>): number;
  /** How many numbers `memory.slots` holds. */
  slots(parameters: ParameterValues<P>): number;
  advance(
    input: InputColumns<I>,
    parameters: ParameterValues<P>,
    output: OutputColumns<O>,
    memory: Memory,
    from: number,
    to: number,
  ): void;
}

/** Declares an indicator, inferring its inputs, parameters and outputs. */
export function defineIndicator<const I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
): Indicator<I, P, O> {
  return indicator;
}
