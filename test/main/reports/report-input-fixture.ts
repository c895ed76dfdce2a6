import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import { formatTradingDate, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import type { ReportInput } from '../../../src/main/reports/report-input.ts';

/** A drawn series: a slow rise with a ripple, volumes in step. */
function drawnBars(count: number): BarColumns {
  const bars = allocateBars(count);
  for (let index = 0; index < count; index += 1) {
    const close = 100 + index * 0.1 + (index % 7);
    bars.time[index] = 20_000 + index;
    bars.open[index] = close - 0.5 + (index % 3) * 0.5;
    bars.high[index] = close + 1;
    bars.low[index] = close - 1.5;
    bars.close[index] = close;
    bars.volume[index] = 1_000 + (index % 11) * 100;
  }
  return bars;
}

/** What a report of an invented symbol is made from. */
export function reportInputFixture(change: Partial<ReportInput> = {}, count = 300): ReportInput {
  const bars = drawnBars(count);
  const times = Array.from(bars.time, (time) => formatTradingDate(time as TradingDate));
  return {
    language: 'en',
    direction: 'red-up',
    demo: false,
    code: 'QVX',
    name: 'Quovix Mills',
    market: 'US',
    tickSize: 0.01,
    bars,
    times,
    reply: {
      series: {
        id: 1, symbol: 'US:QVX', freq: '1d', origin: 'csv', basis: 'split', bars: count, from: times[0] ?? null, to: times.at(-1) ?? null,
        version: 3, source: 'qvx.csv', fetchedAt: Date.UTC(2026, 10, 1) as UtcMs, flagged: { filled: 1, range: 0, open: 0, revised: 0, amount: 0 },
      },
      freq: '1d', adjust: 'none', adjustments: ['none'], zone: 'America/New_York', version: 3, mode: 'full', fromIndex: 0, columns: bars,
      freshness: { state: 'stale', sessionsBehind: 4, asOf: times.at(-1) ?? null },
    },
    ...change,
  };
}
