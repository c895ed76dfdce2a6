import type { BarColumns } from '../../shared/bars.ts';
import { onCurve, smoothStep, type Curve } from './curve.ts';
import { averageWindows, type ScoreColumns } from './score-columns.ts';
import type { ScoreDimension } from './score-market.ts';

/** A rule of the score: the dimension it belongs to, its points in the base variant, and the threshold an explanation names. */
interface ScoreRule {
  readonly code: string;
  readonly dimension: ScoreDimension;
  readonly points: number;
  readonly thresholds: readonly number[];
  /** Those of a bar that does not rise, where they are others. */
  readonly fallingThresholds?: readonly number[];
}

/**
 * The rules of the five-dimension score. Distances between prices are measured in average true ranges, so that the score does not
 * depend on the price scale. Points move continuously across each threshold; in the middle of a band they are those of models.md 1.4.
 */
export const scoreRules = [
  { code: 'score.shortOverMedium', dimension: 'trend', points: 10, thresholds: [0] },
  { code: 'score.mediumOverLong', dimension: 'trend', points: 5, thresholds: [0] },
  { code: 'score.closeOverShort', dimension: 'trend', points: 5, thresholds: [0] },
  { code: 'score.closeOverMedium', dimension: 'trend', points: 5, thresholds: [0] },
  { code: 'score.closeOverLong', dimension: 'trend', points: 5, thresholds: [0] },
  { code: 'score.volatility', dimension: 'volatility', points: 15, thresholds: [1, 2.5, 4] },
  { code: 'score.rsi', dimension: 'technical', points: 10, thresholds: [30, 40, 60, 70] },
  { code: 'score.macd', dimension: 'technical', points: 10, thresholds: [0] },
  { code: 'score.bands', dimension: 'technical', points: 5, thresholds: [0.2, 0.3, 0.7, 0.8] },
  { code: 'score.volume', dimension: 'volume', points: 20, thresholds: [1.2, 1.5], fallingThresholds: [0.8, 1.2] },
  { code: 'score.momentum', dimension: 'momentum', points: 10, thresholds: [-2, 0, 2, 5] },
] as const satisfies readonly ScoreRule[];

/** Half width of a price comparison, in average true ranges. */
const comparisonWidth = 0.25;
/** Half width of comparisons of the MACD histogram, which is far smaller than prices. */
const histogramWidth = 0.05;
/** Half width of "an up day". */
const directionWidth = 0.1;
const momentumBars = 10;
const volumeBars = 5;

const volatilityCurve: Curve = [[0.8, 5], [1.2, 15], [2.3, 15], [2.7, 10], [3.7, 10], [4.3, 0]];
const rsiCurve: Curve = [[28, 8], [32, 10], [38, 10], [42, 7], [58, 7], [62, 10], [68, 10], [72, 2]];
const bandCurve: Curve = [[0.2, 5], [0.3, 3], [0.7, 3], [0.8, 1]];
const volumeUpCurve: Curve = [[1.15, 8], [1.25, 15], [1.45, 15], [1.55, 20]];
const volumeDownCurve: Curve = [[0.75, 10], [0.85, 8], [1.15, 8], [1.25, 0]];
const momentumCurve: Curve = [[-2.5, 0], [-1.5, 3], [-0.5, 3], [0.5, 5], [1.5, 5], [2.5, 8], [4.5, 8], [5.5, 10]];

/**
 * Judges bar `i`: writes each rule's input and its points, in the order of `scoreRules`. A rule that does not apply gets NaN for both:
 * the window is too short, or the series was flat or suspended in it.
 */
export function applyScoreRules(
  { close, volume }: Pick<BarColumns, 'close' | 'volume'>,
  columns: ScoreColumns,
  i: number,
  inputs: Float64Array,
  points: Float64Array,
): void {
  const price = close[i] as number;
  const range = columns.atr[i] as number;
  const moves = range > 0 && price > 0;
  const short = columns.short[i] as number;
  const medium = i >= averageWindows.medium - 1 ? (columns.medium[i] as number) : NaN;
  const long = i >= averageWindows.long - 1 ? (columns.long[i] as number) : NaN;
  inputs[0] = moves ? (short - medium) / range : NaN;
  inputs[1] = moves ? (medium - long) / range : NaN;
  inputs[2] = moves ? (price - short) / range : NaN;
  inputs[3] = moves ? (price - medium) / range : NaN;
  inputs[4] = moves ? (price - long) / range : NaN;
  for (let rule = 0; rule < 5; rule += 1) {
    points[rule] = (scoreRules[rule] as ScoreRule).points * smoothStep((inputs[rule] as number) / comparisonWidth);
  }

  const volatility = moves ? (range / price) * 100 : NaN;
  inputs[5] = volatility;
  points[5] = fromCurve(volatilityCurve, volatility);

  inputs[6] = columns.rsi[i] as number;
  points[6] = fromCurve(rsiCurve, inputs[6]);

  // 26 + 9 bars stand behind the signal line before it is trusted.
  const histogram = moves && i >= 34 ? (columns.histogram[i] as number) / range : NaN;
  const above = smoothStep(histogram / histogramWidth);
  const rising = smoothStep((histogram - (columns.histogram[i - 1] as number) / range) / histogramWidth);
  inputs[7] = histogram;
  points[7] = 5 * (above + Math.max(above, rising));

  const width = (columns.upper[i] as number) - (columns.lower[i] as number);
  inputs[8] = width > 0 ? (price - (columns.lower[i] as number)) / width : NaN;
  points[8] = fromCurve(bandCurve, inputs[8]);

  inputs[9] = meanRelativeVolume(volume, columns.volumeMean, i);
  const up = smoothStep((price - (close[i - 1] as number)) / range / directionWidth);
  points[9] = moves ? up * fromCurve(volumeUpCurve, inputs[9]) + (1 - up) * fromCurve(volumeDownCurve, inputs[9]) : NaN;
  if (Number.isNaN(points[9])) inputs[9] = NaN;

  const earlier = i >= momentumBars ? (close[i - momentumBars] as number) : NaN;
  inputs[10] = moves && earlier > 0 ? (price / earlier - 1) * 100 : NaN;
  points[10] = fromCurve(momentumCurve, inputs[10]);
}

/** The threshold of a rule that its input is nearest to: the one that decided its points. */
export function nearestThreshold(rule: ScoreRule, input: number, rises: boolean): number | null {
  const thresholds = rises ? rule.thresholds : (rule.fallingThresholds ?? rule.thresholds);
  return thresholds.reduce<number | null>((nearest, one) => (nearest === null || Math.abs(one - input) < Math.abs(nearest - input) ? one : nearest), null);
}

function fromCurve(curve: Curve, input: number): number {
  return Number.isNaN(input) ? NaN : onCurve(curve, input);
}

/** Mean over the last five bars of volume ÷ its 20-bar mean; NaN where one of the means is missing or zero. */
function meanRelativeVolume(volume: Float64Array, mean: Float64Array, i: number): number {
  if (i < volumeBars - 1) return NaN;
  let sum = 0;
  for (let bar = i - volumeBars + 1; bar <= i; bar += 1) {
    const base = mean[bar] as number;
    if (!(base > 0)) return NaN;
    sum += (volume[bar] as number) / base;
  }
  return sum / volumeBars;
}
