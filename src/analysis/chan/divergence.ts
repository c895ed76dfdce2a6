import type { ChanBars } from './chan-bars.ts';
import type { DivergenceMetric } from './chan-config.ts';
import type { Line } from './line.ts';
import type { Momentum } from './momentum.ts';

/** Keeps a metric that divides away from zero. */
const floor = 1e-7;

/**
 * Strength of a line by a metric (spec section 10). `area` is measured from the start of the line into a zone and from the end of the
 * line out of it, so it must know which one it is asked for.
 */
export function lineStrength(metric: DivergenceMetric, line: Line, isOut: boolean, bars: ChanBars, momentum: Momentum): number {
  switch (metric) {
    case 'peak':
      return peakOf(line, momentum.histogram);
    case 'full_area':
      return fullArea(line, momentum.histogram);
    case 'area':
      return isOut ? runningArea(momentum.histogram, line.endBar, line.firstBar, -1) : runningArea(momentum.histogram, line.beginBar, line.lastBar, 1);
    case 'diff':
      return highestOf(momentum.histogram, line) - lowestOf(momentum.histogram, line);
    case 'slope':
      return slopeOf(line, bars);
    case 'amp':
      return line.direction === 1
        ? ((bars.high[line.endBar] as number) - (bars.low[line.beginBar] as number)) / (bars.low[line.beginBar] as number)
        : ((bars.high[line.beginBar] as number) - (bars.low[line.endBar] as number)) / (bars.high[line.beginBar] as number);
    case 'volumn':
      return sumOf(bars.volume, line);
    case 'amount':
      return sumOf(bars.amount, line);
    case 'volumn_avg':
      return sumOf(bars.volume, line) / barSpan(line);
    case 'amount_avg':
      return sumOf(bars.amount, line) / barSpan(line);
    case 'turnrate_avg':
      return sumOf(bars.turnoverRate, line) / barSpan(line);
    case 'rsi':
      return line.direction === 1 ? highestOf(momentum.rsi, line) : 10_000 / (lowestOf(momentum.rsi, line) + floor);
  }
}

function barSpan(line: Line): number {
  return line.endBar - line.beginBar + 1;
}

function peakOf(line: Line, histogram: Float64Array): number {
  const { direction } = line;
  let peak = floor;
  for (let bar = line.firstBar; bar <= line.lastBar; bar++) {
    const value = (histogram[bar] as number) * direction;
    if (value > peak) peak = value;
  }
  return peak;
}

function fullArea(line: Line, histogram: Float64Array): number {
  const { direction } = line;
  let sum = floor;
  for (let bar = line.beginBar; bar <= line.endBar; bar++) {
    const value = (histogram[bar] as number) * direction;
    if (value > 0) sum += value;
  }
  return sum;
}

/** The histogram's area from `start` towards `stop`, as far as it keeps the sign it has at `start`. */
function runningArea(histogram: Float64Array, start: number, stop: number, step: 1 | -1): number {
  const first = histogram[start] as number;
  let sum = floor;
  for (let bar = start; step === 1 ? bar <= stop : bar >= stop; bar += step) {
    const value = histogram[bar] as number;
    if (!(value * first > 0)) break;
    sum += Math.abs(value);
  }
  return sum;
}

function slopeOf(line: Line, bars: ChanBars): number {
  if (line.direction === 1) {
    const high = bars.high[line.endBar] as number;
    return (high - (bars.low[line.beginBar] as number)) / high / barSpan(line);
  }
  const high = bars.high[line.beginBar] as number;
  return (high - (bars.low[line.endBar] as number)) / high / barSpan(line);
}

function highestOf(column: Float64Array, line: Line): number {
  let highest = -Infinity;
  for (let bar = line.firstBar; bar <= line.lastBar; bar++) if ((column[bar] as number) > highest) highest = column[bar] as number;
  return highest;
}

function lowestOf(column: Float64Array, line: Line): number {
  let lowest = Infinity;
  for (let bar = line.firstBar; bar <= line.lastBar; bar++) if ((column[bar] as number) < lowest) lowest = column[bar] as number;
  return lowest;
}

/** 0 when a value is missing. */
function sumOf(column: Float64Array, line: Line): number {
  let sum = 0;
  for (let bar = line.firstBar; bar <= line.lastBar; bar++) {
    const value = column[bar] as number;
    if (Number.isNaN(value)) return 0;
    sum += value;
  }
  return sum;
}
