import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

/** Gapless bars that rise and fall in overlapping waves: every trend indicator finds crosses in them. */
export function wavyBars(length: number): BarColumns {
  const bars = allocateBars(length);
  for (let i = 0; i < length; i++) {
    const close = 100 + i * 0.02 + 12 * Math.sin(i / 23) + 4 * Math.sin(i / 5) + Math.cos(i * 1.7);
    const open = close + 1.5 * Math.sin(i * 2.1);
    bars.time[i] = 15_000 + i;
    bars.open[i] = open;
    bars.close[i] = close;
    bars.high[i] = Math.max(open, close) + 0.5 + 0.4 * Math.sin(i);
    bars.low[i] = Math.min(open, close) - 0.5 - 0.4 * Math.cos(i);
    bars.volume[i] = Math.round(1000 + 400 * Math.sin(i * 0.9));
  }
  return bars;
}
