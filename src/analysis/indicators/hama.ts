import { deviationOf, leastVariance } from './bollinger.ts';
import { defineIndicator } from './indicator.ts';
import { line, plotted } from './output.ts';
import { bars, choice, decimal, type ParameterValues } from './parameter.ts';
import { emaAlpha, smoothingSlots, stepSmoothing } from './smoothing-cell.ts';
import { stepWeightedMean, weightedMeanSlots } from './weighted-mean-cell.ts';

/** Bars that HAMA's averages need before anything is said, whatever the set. */
const leastWarmUp = 100;

/** Percent of deviation from the MA line below which there is no trend. */
const leastDeviation = 0.1;

const parameters = {
  openPeriod: bars(45, 1, { en: 'Open EMA', zh: '开盘 EMA' }),
  highPeriod: bars(20, 1, { en: 'High EMA', zh: '最高 EMA' }),
  lowPeriod: bars(20, 1, { en: 'Low EMA', zh: '最低 EMA' }),
  closePeriod: bars(40, 1, { en: 'Close average', zh: '收盘均线' }),
  closeAverage: choice(['wma', 'ema'], { en: 'Close average kind', zh: '收盘均线类型' }),
  maPeriod: bars(100, 1, { en: 'MA line', zh: 'MA 线' }),
  maOf: choice(['close', 'hama-close'], { en: 'MA line of', zh: 'MA 线取值' }),
  start: choice(['first', 'mean'], { en: 'Start', zh: '起始' }),
  colour: choice(['open-rising', 'close-over-open'], { en: 'Colour', zh: '颜色规则' }),
  bandPeriod: bars(400, 2, { en: 'Band period', zh: '布林周期' }),
  bandWidth: decimal(2, 0.1, 10, 0.1, { en: 'Band deviations', zh: '布林倍数' }),
  bandDeviation: deviationOf,
};

export type HamaParameters = ParameterValues<typeof parameters>;

/** Index of the first bar on which candles, MA line and deviation stand; crosses and states begin one bar later. */
export function hamaWarmUp(set: HamaParameters): number {
  const late = set.start === 'mean';
  const close = set.closeAverage === 'wma' || late ? set.closePeriod - 1 : 0;
  const ma = (set.maOf === 'hama-close' ? close : 0) + set.maPeriod - 1;
  const longestEma = Math.max(set.openPeriod, set.highPeriod, set.lowPeriod, set.closeAverage === 'ema' ? set.closePeriod : 0);
  // After two periods an EMA still owes under two percent to where it was started.
  return Math.max(leastWarmUp, close, ma, 2 * longestEma);
}

/**
 * HAMA: averaged candles and an MA line. Each bar's source is open' = mean of the previous bar's open and close (its own open on the
 * first bar), high' = max(high, close), low' = min(low, close), close' = mean of its four prices; the candle is made of their moving
 * averages. `colour` is 1 or -1; `cross` is 1 or -1 on the bar whose HAMA close crosses the MA line, else 0; `deviation` is the HAMA
 * close's distance from the line in percent; `state` is 1 while the last cross was up, the close is on or above the line and at least
 * 0.1 % from it, -1 mirrored, else 0. Bands are a mean of the raw close and deviations either side.
 * Presets: A the reference script, A' the chart, B the analysis service, C the 15-minute monitor, `daily` A with 20-bar bands.
 * Warm-up: `hamaWarmUp`; bands `bandPeriod - 1` bars. Source: reference models, section 5.3.
 */
export const hama = defineIndicator({
  id: 'hama',
  name: { en: 'HAMA candles', zh: 'HAMA 均线蜡烛' },
  inputs: ['open', 'high', 'low', 'close'],
  parameters,
  outputs: {
    open: plotted('candle', 'HAMA open', 'HAMA 开'),
    high: plotted('candle', 'HAMA high', 'HAMA 高'),
    low: plotted('candle', 'HAMA low', 'HAMA 低'),
    close: plotted('candle', 'HAMA close', 'HAMA 收'),
    ma: line('HAMA MA', 'HAMA 均线'),
    colour: plotted('hidden', 'Colour', '颜色'),
    cross: plotted('hidden', 'Cross', '交叉'),
    deviation: plotted('hidden', 'Deviation %', '偏离 %'),
    state: plotted('hidden', 'State', '状态'),
    bandUpper: line('Upper', '上轨'),
    bandMiddle: line('Middle', '中轨'),
    bandLower: line('Lower', '下轨'),
  },
  pane: 'price',
  needsPositivePrices: true,
  presets: {
    A: {},
    "A'": { maOf: 'hama-close', colour: 'close-over-open' },
    B: { closePeriod: 20, closeAverage: 'ema', maOf: 'hama-close' },
    C: { openPeriod: 25, closePeriod: 20, maPeriod: 55, maOf: 'hama-close' },
    daily: { bandPeriod: 20 },
  },
  source: 'Reference models, section 5.3',
  warmUp: (set) => Math.max(hamaWarmUp(set) + 1, set.bandPeriod - 1),
  slots: ({ closePeriod, maPeriod }) => fixedSlots + weightedMeanSlots(closePeriod) + weightedMeanSlots(maPeriod),
  advance(input, set, output, { start, slots }, from, to) {
    const shown = start + hamaWarmUp(set);
    const banded = start + set.bandPeriod - 1;
    const maAt = fixedSlots + weightedMeanSlots(set.closePeriod);
    const reach = set.bandWidth * (set.bandDeviation === 'sample' ? Math.sqrt(set.bandPeriod / (set.bandPeriod - 1)) : 1);
    for (let i = from; i < to; i++) {
      const rawOpen = input.open[i] as number;
      const rawHigh = input.high[i] as number;
      const rawLow = input.low[i] as number;
      const rawClose = input.close[i] as number;
      const before = i === start ? rawOpen : ((input.open[i - 1] as number) + (input.close[i - 1] as number)) / 2;
      const open = stepSmoothing(slots, 0, before, set.openPeriod, emaAlpha(set.openPeriod), set.start);
      const high = stepSmoothing(slots, smoothingSlots, Math.max(rawHigh, rawClose), set.highPeriod, emaAlpha(set.highPeriod), set.start);
      const low = stepSmoothing(slots, 2 * smoothingSlots, Math.min(rawLow, rawClose), set.lowPeriod, emaAlpha(set.lowPeriod), set.start);
      const mean = (rawOpen + rawHigh + rawLow + rawClose) / 4;
      const close =
        set.closeAverage === 'wma'
          ? stepWeightedMean(slots, fixedSlots, mean, set.closePeriod)
          : stepSmoothing(slots, 3 * smoothingSlots, mean, set.closePeriod, emaAlpha(set.closePeriod), set.start);
      const averaged = set.maOf === 'close' ? rawClose : close;
      const ma = Number.isNaN(averaged) ? NaN : stepWeightedMean(slots, maAt, averaged, set.maPeriod);
      const earlierOpen = slots[atOpen] as number;
      slots[atOpen] = open;
      const variance = stepBand(slots, input.close, i, set.bandPeriod, start);
      if (i >= banded) {
        const middle = slots[atBandMean] as number;
        const half = variance < leastVariance ? 0 : reach * Math.sqrt(variance);
        output.bandUpper[i] = middle + half;
        output.bandMiddle[i] = middle;
        output.bandLower[i] = middle - half;
      }
      if (i < shown) continue;
      const deviation = ((close - ma) / ma) * 100;
      output.open[i] = open;
      output.high[i] = high;
      output.low[i] = low;
      output.close[i] = close;
      output.ma[i] = ma;
      output.deviation[i] = deviation;
      output.colour[i] = (set.colour === 'open-rising' ? open > earlierOpen : close >= open) ? 1 : -1;
      if (i > shown) {
        const wasOver = (slots[atClose] as number) > (slots[atMa] as number);
        const wasUnder = (slots[atClose] as number) < (slots[atMa] as number);
        const cross = !wasOver && close > ma ? 1 : !wasUnder && close < ma ? -1 : 0;
        if (cross !== 0) slots[atDirection] = cross;
        const direction = slots[atDirection] as number;
        output.cross[i] = cross;
        output.state[i] = direction * deviation >= leastDeviation ? direction : 0;
      }
      slots[atClose] = close;
      slots[atMa] = ma;
    }
  },
});

const atOpen = 4 * smoothingSlots;
const atClose = atOpen + 1;
const atMa = atOpen + 2;
const atDirection = atOpen + 3;
const atBandSum = atOpen + 4;
const atBandSquares = atOpen + 5;
const atBandMean = atOpen + 6;
const fixedSlots = atOpen + 7;

/** Takes a close into the band's window and gives the window's population variance; its mean goes to `atBandMean`. */
function stepBand(slots: Float64Array, close: Float64Array, i: number, period: number, start: number): number {
  const value = close[i] as number;
  const oldest = i >= start + period ? (close[i - period] as number) : 0;
  const sum = (slots[atBandSum] as number) + value - oldest;
  const squares = (slots[atBandSquares] as number) + value * value - oldest * oldest;
  slots[atBandSum] = sum;
  slots[atBandSquares] = squares;
  const mean = sum / period;
  slots[atBandMean] = mean;
  return squares / period - mean * mean;
}
