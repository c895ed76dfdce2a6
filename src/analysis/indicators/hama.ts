import { deviationOf } from './bollinger.ts';
import { defineIndicator } from './indicator.ts';
import { line, plotted } from './output.ts';
import { bars, choice, decimal, type ParameterValues } from './parameter.ts';
import { emaAlpha } from './smoothing-cell.ts';
import { stepWeightedMean, weightedMeanSlots } from './weighted-mean-cell.ts';
import { deviationFrom, squaresOf, sumOf } from './window-sums.ts';

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
 * Warm-up: `hamaWarmUp`; bands `bandPeriod - 1` bars. Source: the known HAMA scripts, restated.
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
  source: 'Heikin-Ashi sources averaged per price (HAMA); the sets A, A′, B and C of its known scripts',
  warmUp: (set) => Math.max(hamaWarmUp(set) + 1, set.bandPeriod - 1),
  slots: ({ closePeriod, maPeriod }) => fixedSlots + weightedMeanSlots(closePeriod) + weightedMeanSlots(maPeriod),
  advance(input, set, output, { start, slots }, from, to) {
    const { openPeriod, highPeriod, lowPeriod, closePeriod, maPeriod, bandPeriod } = set;
    const shown = start + hamaWarmUp(set);
    const banded = start + bandPeriod - 1;
    const maAt = fixedSlots + weightedMeanSlots(closePeriod);
    const reach = set.bandWidth * (set.bandDeviation === 'sample' ? Math.sqrt(bandPeriod / (bandPeriod - 1)) : 1);
    const late = set.start === 'mean';
    const weighted = set.closeAverage === 'wma';
    const ofClose = set.maOf === 'close';
    const risingOpen = set.colour === 'open-rising';
    // The MA line of an averaged close begins where that average does.
    const closeStands = start + (weighted || late ? closePeriod - 1 : 0);
    const [openAlpha, highAlpha, lowAlpha, closeAlpha] = [openPeriod, highPeriod, lowPeriod, closePeriod].map(emaAlpha) as Four;
    let open = slots[0] as number;
    let high = slots[1] as number;
    let low = slots[2] as number;
    let close = slots[3] as number;
    let ma = slots[4] as number;
    let direction = slots[5] as number;
    let bandSum = slots[6] as number;
    let bandSquares = slots[7] as number;
    for (let i = from; i < to; i++) {
      const age = i - start + 1;
      const rawOpen = input.open[i] as number;
      const rawHigh = input.high[i] as number;
      const rawLow = input.low[i] as number;
      const rawClose = input.close[i] as number;
      let before = rawOpen;
      if (age > 1) before = ((input.open[i - 1] as number) + (input.close[i - 1] as number)) / 2;
      const mean = (rawOpen + rawHigh + rawLow + rawClose) / 4;
      const earlierOpen = open;
      const earlierSide = close - ma;
      open = nextAverage(open, before, age, openPeriod, openAlpha, late);
      high = nextAverage(high, rawHigh > rawClose ? rawHigh : rawClose, age, highPeriod, highAlpha, late);
      low = nextAverage(low, rawLow < rawClose ? rawLow : rawClose, age, lowPeriod, lowAlpha, late);
      if (weighted) close = stepWeightedMean(slots, fixedSlots, mean, closePeriod);
      else close = nextAverage(close, mean, age, closePeriod, closeAlpha, late);
      if (ofClose) ma = stepWeightedMean(slots, maAt, rawClose, maPeriod);
      else if (i >= closeStands) ma = stepWeightedMean(slots, maAt, close, maPeriod);

      if (i >= banded) {
        if ((i - banded) % bandPeriod === 0) {
          bandSum = sumOf(input.close, i - bandPeriod + 1, i);
          bandSquares = squaresOf(input.close, i - bandPeriod + 1, i);
        }
        bandSum += rawClose;
        bandSquares += rawClose * rawClose;
        const middle = bandSum / bandPeriod;
        const half = reach * deviationFrom(middle, bandSquares / bandPeriod);
        output.bandUpper[i] = middle + half;
        output.bandMiddle[i] = middle;
        output.bandLower[i] = middle - half;
        const oldest = input.close[i - bandPeriod + 1] as number;
        bandSum -= oldest;
        bandSquares -= oldest * oldest;
      }

      if (i < shown) continue;
      const deviation = ((close - ma) / ma) * 100;
      output.open[i] = open;
      output.high[i] = high;
      output.low[i] = low;
      output.close[i] = close;
      output.ma[i] = ma;
      output.deviation[i] = deviation;
      output.colour[i] = (risingOpen ? open > earlierOpen : close >= open) ? 1 : -1;
      if (i === shown) continue;
      let cross = 0;
      if (earlierSide <= 0 && close > ma) cross = 1;
      else if (earlierSide >= 0 && close < ma) cross = -1;
      if (cross !== 0) direction = cross;
      output.cross[i] = cross;
      output.state[i] = direction * deviation >= leastDeviation ? direction : 0;
    }
    slots[0] = open;
    slots[1] = high;
    slots[2] = low;
    slots[3] = close;
    slots[4] = ma;
    slots[5] = direction;
    slots[6] = bandSum;
    slots[7] = bandSquares;
  },
});

type Four = [number, number, number, number];

/** Open, high, low, close, MA line, direction of the last cross, the band's sum and sum of squares. */
const fixedSlots = 8;

/** The EMA after the `age`-th value of a run. Started at a mean, it is their sum until there are `period` of them. */
function nextAverage(kept: number, value: number, age: number, period: number, alpha: number, late: boolean): number {
  if (age > period || (age > 1 && !late)) return kept + (value - kept) * alpha;
  if (!late) return value;
  return age < period ? kept + value : (kept + value) / period;
}
