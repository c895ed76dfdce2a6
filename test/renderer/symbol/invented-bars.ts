import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { BarsReply, SeriesInfo } from '../../../src/shared/contract/bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';

/** Bars in a slow wave: bar n of day 19,000 + n. */
export function waveBars(count: number): BarColumns {
  const bars = allocateBars(count);
  for (let n = 0; n < count; n++) {
    const close = 100 + Math.sin(n / 7) * 10 + n / 50;
    bars.time[n] = 19_000 + n;
    bars.open[n] = close - 0.5;
    bars.high[n] = close + 1;
    bars.low[n] = close - 1.5;
    bars.close[n] = close;
    bars.volume[n] = 1000 + n;
  }
  return bars;
}

export function seriesInfo(changes: Partial<SeriesInfo> = {}): SeriesInfo {
  return {
    id: 1, symbol: 'XNYS:QQQ', freq: '1d', origin: 'csv', basis: 'split', bars: 10, from: null, to: null, version: 1, source: 'a.csv', fetchedAt: 0 as UtcMs,
    flagged: { filled: 0, range: 0, open: 0, revised: 0, amount: 0 }, ...changes,
  };
}

export function barsReply(columns: BarColumns, changes: Partial<BarsReply> = {}): BarsReply {
  return {
    series: seriesInfo(), freq: '1d', adjust: 'none', adjustments: ['none'], zone: 'America/New_York', version: 1, mode: 'full', fromIndex: 0, columns,
    freshness: { state: 'fresh', sessionsBehind: 0, asOf: null }, ...changes,
  };
}
