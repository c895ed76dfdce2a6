import type { DailyFacts } from './rank-table.ts';
import type { UniverseFrame } from './universe-frame.ts';
import { firstAfter } from '../series/first-after.ts';

const rangeBars = 14;
const volumeBars = 20;

/** The facts of the frame's last `days` dates. Changes and means look back to bars before them where there are any. */
export function dailyFacts(frame: UniverseFrame, days: number): DailyFacts {
  const width = frame.symbols.length;
  const dates = frame.dates.subarray(Math.max(0, frame.dates.length - days));
  const matrix = (): Float64Array => new Float64Array(dates.length * width).fill(NaN);
  const facts = { close: matrix(), change: matrix(), amount: matrix(), turnover: matrix(), volatility: matrix(), relativeVolume: matrix() };
  const industries = [...new Set(frame.industries.filter((name) => name !== null))].sort();
  const { time, high, low, close, volume, amount } = frame.bars;
  const firstDate = dates[0] ?? Infinity;
  for (let symbol = 0; symbol < width; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    const end = frame.ends[symbol] ?? 0;
    let day = 0;
    for (let row = firstAfter(time, firstDate - 1, start, end); row < end; row += 1) {
      const date = time[row] as number;
      while ((dates[day] as number) < date) day += 1;
      if (dates[day] !== date) continue;
      const at = day * width + symbol;
      const price = close[row] as number;
      facts.close[at] = price;
      const traded = amount[row] ?? NaN;
      facts.amount[at] = Number.isNaN(traded) ? price * (volume[row] as number) : traded;
      if (frame.turnover !== null) facts.turnover[at] = frame.turnover[row] as number;
      if (row > start) {
        const previous = close[row - 1] as number;
        if (previous > 0) facts.change[at] = (price / previous - 1) * 100;
      }
      if (row - start >= rangeBars && price > 0) {
        let sum = 0;
        for (let back = row - rangeBars + 1; back <= row; back += 1) {
          const before = close[back - 1] as number;
          sum += Math.max(high[back] as number, before) - Math.min(low[back] as number, before);
        }
        facts.volatility[at] = (sum / rangeBars / price) * 100;
      }
      if (row - start >= volumeBars - 1) {
        let sum = 0;
        for (let back = row - volumeBars + 1; back <= row; back += 1) sum += volume[back] as number;
        if (sum > 0) facts.relativeVolume[at] = ((volume[row] as number) * volumeBars) / sum;
      }
    }
  }
  const industryOf = Int16Array.from(frame.industries, (name) => (name === null ? -1 : industries.indexOf(name)));
  return { symbols: frame.symbols, dates, industries, industryOf, ...facts };
}
