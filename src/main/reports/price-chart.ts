import type { BarColumns } from '../../shared/bars.ts';
import { formatNumber } from '../../shared/format/format-number.ts';
import { dayMs } from '../../shared/time.ts';
import { niceTicks } from './nice-ticks.ts';
import { SvgWriter, tenth } from './svg-writer.ts';

interface PriceChartLine {
  readonly className: string;
  readonly label: string;
  /** One value a bar, NaN where there is none. */
  readonly values: Float64Array;
}

interface PriceChartInput {
  readonly bars: BarColumns;
  /** The time of a bar as ISO text. */
  readonly label: (index: number) => string;
  readonly lines: readonly PriceChartLine[];
  readonly caption: string;
  /** Of the newest close beside the axis. */
  readonly decimals: number;
}

const size = { width: 960, price: 300, volume: 70, gap: 14, left: 8, axisPadding: 12, top: 22, bottom: 20 } as const;

const labelHeight = 14;
const characterWidth = 6.8;
const shortMs = 60 * dayMs;

/** Candles with lines over them and volume under them. A rising body is hollow and a falling one filled, so that colour is not needed. */
export function priceChart({ bars, label, lines, caption, decimals }: PriceChartInput): string {
  const count = bars.time.length;
  const svg = new SvgWriter();
  const [low, high] = extent(bars, lines);
  const ticks = niceTicks(low, high, 6);
  const tickDecimals = Math.max(0, ...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  const last = count - 1;
  const newestText = last < 0 ? '' : formatNumber(bars.close[last] as number, decimals);
  const longest = Math.max(newestText.length, ...ticks.map((tick) => formatNumber(tick, tickDecimals).length));
  const right = size.width - Math.ceil(longest * characterWidth + size.axisPadding);
  const step = (right - size.left) / Math.max(1, count);
  const x = (index: number): number => size.left + (index + 0.5) * step;
  const y = (price: number): number => size.top + ((high - price) / (high - low)) * size.price;

  const newest = last < 0 ? NaN : y(bars.close[last] as number);
  for (const tick of ticks) {
    svg.line('grid', size.left, y(tick), right, y(tick));
    // The newest close stands in the same column and goes first.
    if (!(Math.abs(y(tick) - newest) < labelHeight)) svg.text('axis', right + 6, y(tick) + 4, formatNumber(tick, tickDecimals));
  }
  drawDates(svg, bars, label, x);
  drawVolume(svg, bars, x, step);
  drawCandles(svg, bars, x, y, step);
  const xs = Float64Array.from({ length: count }, (_, index) => x(index));
  lines.forEach(({ className, label: name, values }, order) => {
    svg.polyline(className, xs, values.map(y));
    svg.text(`${className} legend`, size.left + order * 110, 14, name);
  });
  if (last >= 0) svg.text('axis strong', right + 6, newest + 4, newestText);
  const height = size.top + size.price + size.gap + size.volume + size.bottom;
  return svg.finish(size.width, height, last < 0 ? caption : `${caption}, ${label(0)} – ${label(last)}`);
}

function extent(bars: BarColumns, lines: readonly PriceChartLine[]): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < bars.time.length; index += 1) {
    low = Math.min(low, bars.low[index] as number);
    high = Math.max(high, bars.high[index] as number);
  }
  for (const { values } of lines) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(low <= high)) return [0, 1];
  const margin = (high - low) * 0.03 || Math.abs(high) * 0.01 || 1;
  return [low - margin, high + margin];
}

/** Bodies and wicks of each direction are one path, which keeps the document small. */
function drawCandles(svg: SvgWriter, bars: BarColumns, x: (index: number) => number, y: (price: number) => number, step: number): void {
  const half = Math.max(0.5, Math.min(6, step * 0.35));
  const paths = { rise: '', fall: '', flat: '' };
  for (let index = 0; index < bars.time.length; index += 1) {
    const [open, close] = [bars.open[index] as number, bars.close[index] as number];
    const kind = close > open ? 'rise' : close < open ? 'fall' : 'flat';
    const [middle, top, bottom] = [x(index), y(Math.max(open, close)), y(Math.min(open, close))];
    const wick = `M${tenth(middle)} ${tenth(y(bars.high[index] as number))}V${tenth(top)}M${tenth(middle)} ${tenth(bottom)}V${tenth(y(bars.low[index] as number))}`;
    const body = `M${tenth(middle - half)} ${tenth(top)}H${tenth(middle + half)}V${tenth(bottom)}H${tenth(middle - half)}Z`;
    paths[kind] += wick + body;
  }
  for (const [kind, d] of Object.entries(paths)) if (d !== '') svg.path(`candle ${kind}`, d);
}

function drawVolume(svg: SvgWriter, bars: BarColumns, x: (index: number) => number, step: number): void {
  const base = size.top + size.price + size.gap + size.volume;
  const most = bars.volume.reduce((max, value) => (value > max ? value : max), 0);
  if (most === 0) return;
  const half = Math.max(0.4, Math.min(6, step * 0.35));
  const paths = { rise: '', fall: '' };
  for (let index = 0; index < bars.time.length; index += 1) {
    const volume = bars.volume[index] as number;
    if (!(volume > 0)) continue;
    const top = base - (volume / most) * size.volume;
    const kind = (bars.close[index] as number) >= (bars.open[index] as number) ? 'rise' : 'fall';
    paths[kind] += `M${tenth(x(index) - half)} ${tenth(base)}V${tenth(top)}H${tenth(x(index) + half)}V${tenth(base)}Z`;
  }
  for (const [kind, d] of Object.entries(paths)) if (d !== '') svg.path(`volume ${kind}`, d);
}

/** A label where a month begins, or a day where bars within days are of few of them, thinned until they do not touch. */
function drawDates(svg: SvgWriter, bars: BarColumns, label: (index: number) => string, x: (index: number) => number): void {
  const bottom = size.top + size.price + size.gap + size.volume;
  let lastLabel = -Infinity;
  const last = bars.time.length - 1;
  if (last < 0) return;
  const isIntraday = label(0).length > 'yyyy-mm-dd'.length;
  const isShort = isIntraday && Date.parse(label(last)) - Date.parse(label(0)) < shortMs;
  const unit = isShort ? 'yyyy-mm-dd'.length : 'yyyy-mm'.length;
  let begun = '';
  for (let index = 0; index < bars.time.length; index += 1) {
    const begins = label(index).slice(0, unit) !== begun;
    begun = label(index).slice(0, unit);
    if (!begins || index === 0) continue;
    svg.line('grid', x(index), size.top, x(index), bottom);
    if (x(index) - lastLabel < 70) continue;
    svg.text('axis', x(index), bottom + 15, begun, 'middle');
    lastLabel = x(index);
  }
}
