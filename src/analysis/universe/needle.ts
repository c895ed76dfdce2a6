import type { BarColumns } from '../../shared/bars.ts';
import type { ExplanationRow } from '../models/explanation.ts';
import { positionAt, positionWindows } from './position-line.ts';

export interface NeedleOptions {
  /** How many of the last bars may hold the needle. */
  readonly days: number;
  readonly minimumScore: number;
  readonly pattern: 'any' | NeedlePattern;
  /** Keep only closes at or above 98 % of the BBI (mean of the 3, 6, 12 and 24 bar means). */
  readonly requireBbi: boolean;
  /** Window of the long line. */
  readonly longWindow: 10 | 21;
}

/** `refuel`: the long line stays high while the short one falls; `bottom`: both lie low. */
type NeedlePattern = 'refuel' | 'bottom';

interface Needle {
  /** Index of the bar. */
  readonly bar: number;
  readonly pattern: NeedlePattern;
  /** 0..100. */
  readonly score: number;
  readonly short: number;
  readonly long: number;
  /** Points the short line fell from its highest value of the last seven bars. */
  readonly fall: number;
  /** Null where there are fewer than 24 bars: then the BBI filter, when asked for, refuses the bar. */
  readonly aboveBbi: boolean | null;
  readonly rows: readonly ExplanationRow[];
}

const lookBack = 7;

/** The newest bar among the last `days` on which the short position line stabs under 10 after a fall of 40 points, with its score. */
export function findNeedle(bars: BarColumns, options: NeedleOptions): Needle | null {
  const last = bars.close.length - 1;
  for (let bar = last; bar > last - options.days && bar >= 0; bar -= 1) {
    const needle = needleAt(bars, bar, options);
    if (needle === null) continue;
    const wanted = needle.score >= options.minimumScore && (options.pattern === 'any' || needle.pattern === options.pattern);
    if (wanted && (!options.requireBbi || needle.aboveBbi === true)) return needle;
  }
  return null;
}

/** The needle of one bar, whatever the filters; null where there is none or the lines do not apply. */
export function needleAt({ high, low, close }: BarColumns, bar: number, { longWindow }: Pick<NeedleOptions, 'longWindow'>): Needle | null {
  const short = positionAt(high, low, close, bar, positionWindows.white);
  if (!(short <= 10)) return null;
  let peak = short;
  let peakBar = bar;
  for (let back = bar - 1; back >= Math.max(0, bar - lookBack + 1); back -= 1) {
    const value = positionAt(high, low, close, back, positionWindows.white);
    if (value > peak) {
      peak = value;
      peakBar = back;
    }
  }
  const fall = peak - short;
  const long = positionAt(high, low, close, bar, longWindow);
  const longBefore = positionAt(high, low, close, peakBar, longWindow);
  if (!(fall >= 40) || Number.isNaN(long) || Number.isNaN(longBefore)) return null;
  const pattern: NeedlePattern = long >= 55 ? 'refuel' : 'bottom';
  const longFall = longBefore - long;
  const change = ((close[bar] as number) / (close[peakBar] as number) - 1) * 100;
  const rows: ExplanationRow[] = [
    { code: `needle.${pattern}`, input: long, threshold: 55, contribution: pattern === 'refuel' ? 70 : 50, maximum: 70 },
    { code: 'needle.fall', input: fall, threshold: 60, contribution: Math.min(20, fall / 3), maximum: 20 },
    { code: 'needle.longHolds', input: longFall, threshold: 5, contribution: longFall < 5 ? 15 : longFall < 10 ? 10 : longFall < 15 ? 5 : 0, maximum: 15 },
    { code: 'needle.priceHolds', input: change, threshold: 0, contribution: change >= 0 ? 15 : change > -1 ? 12 : change > -3 ? 8 : change > -5 ? 4 : 0, maximum: 15 },
    { code: 'needle.longUnder20', input: long, threshold: 20, contribution: long <= 20 ? 5 : 0, maximum: 5 },
  ];
  const score = Math.min(100, rows.reduce((sum, { contribution }) => sum + contribution, 0));
  return { bar, pattern, score, short, long, fall, aboveBbi: aboveBbi(close, bar), rows };
}

function aboveBbi(close: Float64Array, bar: number): boolean | null {
  if (bar < 23) return null;
  let sum = 0;
  let bbi = 0;
  for (let back = 1; back <= 24; back += 1) {
    sum += close[bar - back + 1] as number;
    if (back === 3 || back === 6 || back === 12 || back === 24) bbi += sum / back / 4;
  }
  return (close[bar] as number) >= 0.98 * bbi;
}
