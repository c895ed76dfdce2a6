import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { computeIndicator } from './compute-indicator.ts';
import { hama, hamaWarmUp, type HamaParameters } from './hama.ts';
import { resolveParameters } from './resolve-parameters.ts';

type HamaState = 'bullish' | 'bearish' | 'ranging';

/** What HAMA says on the last closed bar; `needs-bars` when there are too few for an answer. */
export type HamaReading = HamaAnswer | NeedsBars;

interface NeedsBars {
  readonly kind: 'needs-bars';
  readonly needed: number;
  readonly available: number;
}

export interface HamaAnswer {
  readonly kind: 'ready';
  /** The bar the answer stands on, and how many bars carried an answer up to it. */
  readonly index: number;
  readonly time: number;
  readonly usableBars: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly ma: number;
  readonly colour: 'green' | 'red';
  readonly maDirection: 'rising' | 'falling' | 'flat';
  /** The line has gone the same way on the last two bars. */
  readonly maSteady: boolean;
  readonly state: HamaState;
  /** Distance of the HAMA close from the line in percent of the line, signed. */
  readonly deviationPercent: number;
  /** 0.3 while ranging; in a trend 0.7 growing to 1 at 1.5 % of deviation. */
  readonly confidence: number;
  readonly strength: 'strong' | 'moderate' | 'weak';
  /** The last cross within the usable bars; null when there was none. `price` is the raw close of its bar. */
  readonly lastCross: { readonly direction: 'up' | 'down'; readonly time: number; readonly price: number; readonly barsAgo: number } | null;
  /** Latest volume over 1.2 × its own 20-bar mean; null without volumes. */
  readonly volumeConfirmed: boolean | null;
  /** A rising trend that volume confirms. */
  readonly meetsBuy: boolean;
  /** A falling trend, on whatever volume. */
  readonly meetsSell: boolean;
  readonly band: HamaBand | NeedsBars;
}

interface HamaBand {
  readonly kind: 'ready';
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
  /** (upper - lower) / middle. */
  readonly width: number;
  /** (close - lower) / (upper - lower); null when the bands have no width. */
  readonly position: number | null;
  readonly state: 'squeeze' | 'expansion' | 'normal';
}

/**
 * HAMA on the last closed bar of `bars`. Throws as `computeIndicator` does, among others for a forward-adjusted basis.
 * Source: the known HAMA scripts, restated; volume has to confirm a buy, as they meant but did not check.
 */
export function hamaReading(bars: BarColumns, given: Partial<HamaParameters> = {}, options: { preset?: string; basis?: Basis } = {}): HamaReading {
  const set = resolveParameters(hama, given, options.preset);
  const output = computeIndicator(hama, bars, set, options.basis === undefined ? {} : { basis: options.basis });
  const index = lastClosed(bars.flags);
  const usable = usableBars(output.state, index);
  if (usable === 0) return { kind: 'needs-bars', needed: hamaWarmUp(set) + 2, available: runLength(output, bars, index) };
  const at = (column: Float64Array): number => column[index] as number;
  const deviationPercent = at(output.deviation);
  const distance = Math.abs(deviationPercent);
  const state: HamaState = at(output.state) > 0 ? 'bullish' : at(output.state) < 0 ? 'bearish' : 'ranging';
  const confidence = state === 'ranging' ? 0.3 : 0.7 + Math.min(distance / 5, 0.3);
  const volumeConfirmed = isVolumeConfirmed(bars.volume, index);
  const step = at(output.ma) - (output.ma[index - 1] as number);
  const earlierStep = (output.ma[index - 1] as number) - (output.ma[index - 2] as number);
  return {
    kind: 'ready',
    index,
    time: at(bars.time),
    usableBars: usable,
    open: at(output.open),
    high: at(output.high),
    low: at(output.low),
    close: at(output.close),
    ma: at(output.ma),
    colour: at(output.colour) > 0 ? 'green' : 'red',
    maDirection: step > 0 ? 'rising' : step < 0 ? 'falling' : 'flat',
    maSteady: step * earlierStep > 0,
    state,
    deviationPercent,
    confidence,
    strength: distance > 1 ? 'strong' : distance > 0.3 ? 'moderate' : 'weak',
    lastCross: lastCross(output.cross, bars, index, usable),
    volumeConfirmed,
    meetsBuy: state === 'bullish' && confidence >= 0.7 && volumeConfirmed === true,
    meetsSell: state === 'bearish' && confidence >= 0.7,
    band: bandAt(output, at(bars.close), index, set.bandPeriod),
  };
}

function lastClosed(flags: Uint8Array): number {
  let index = flags.length - 1;
  while (index >= 0 && ((flags[index] as number) & BarFlag.open) !== 0) index--;
  return index;
}

function usableBars(state: Float64Array, index: number): number {
  let first = index;
  while (first >= 0 && !Number.isNaN(state[first])) first--;
  return index - first;
}

/** Bars of the gapless run that ends at `index`, which is what a reading may use. */
function runLength(output: { readonly open: Float64Array }, bars: BarColumns, index: number): number {
  let first = index;
  const whole = (i: number): boolean =>
    (bars.open[i] as number) > 0 && (bars.high[i] as number) > 0 && (bars.low[i] as number) > 0 && (bars.close[i] as number) > 0;
  while (first >= 0 && first < output.open.length && whole(first)) first--;
  return index - first;
}

function isVolumeConfirmed(volume: Float64Array, index: number): boolean | null {
  let sum = 0;
  for (let i = index - 19; i <= index; i++) sum += volume[i] ?? NaN;
  return sum > 0 ? (volume[index] as number) > 1.2 * (sum / 20) : null;
}

function lastCross(cross: Float64Array, bars: BarColumns, index: number, usable: number): HamaAnswer['lastCross'] {
  for (let i = index; i > index - usable; i--) {
    const direction = cross[i] as number;
    if (direction === 0) continue;
    return { direction: direction > 0 ? 'up' : 'down', time: bars.time[i] as number, price: bars.close[i] as number, barsAgo: index - i };
  }
  return null;
}

type BandColumns = Record<'bandUpper' | 'bandMiddle' | 'bandLower', Float64Array>;

function bandAt(columns: BandColumns, close: number, index: number, bandPeriod: number): HamaBand | NeedsBars {
  const upper = columns.bandUpper[index] as number;
  const middle = columns.bandMiddle[index] as number;
  const lower = columns.bandLower[index] as number;
  if (Number.isNaN(middle)) return { kind: 'needs-bars', needed: bandPeriod, available: index + 1 };
  const width = (upper - lower) / middle;
  return {
    kind: 'ready',
    upper,
    middle,
    lower,
    width,
    position: upper === lower ? null : (close - lower) / (upper - lower),
    state: width < 0.1 ? 'squeeze' : width > 0.15 ? 'expansion' : 'normal',
  };
}
