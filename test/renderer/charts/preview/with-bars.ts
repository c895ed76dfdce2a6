import type { Transport } from '../../../../src/renderer/transport/transport.ts';
import { AppError } from '../../../../src/shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../../../src/shared/bars.ts';
import type { BarsReply, SeriesInfo } from '../../../../src/shared/contract/bars.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../../src/shared/contract/contract.ts';
import type { Frequency } from '../../../../src/shared/frequency.ts';
import type { UtcMs } from '../../../../src/shared/time.ts';

/** A transport that answers for bars too: the same invented ones for every symbol, in the scene's state. */
export function withBars(inner: Transport, bars: BarColumns, scene: URLSearchParams): Transport {
  const stored: Frequency = scene.has('intraday') ? '5m' : '1d';
  const info = (symbol: string): SeriesInfo => ({
    id: 1, symbol, freq: stored, origin: 'csv', basis: scene.get('basis') === 'forwardAdditive' ? 'forwardAdditive' : 'split', bars: bars.time.length,
    from: '2013-02-08', to: '2018-02-07', version: 1, source: 'sp500-5yr.csv.gz', fetchedAt: Date.UTC(2026, 10, 21, 2, 30) as UtcMs,
    flagged: { filled: 0, range: 0, open: 0, revised: 0, amount: 0 },
  });
  const read = ({ symbol, freq = stored }: MethodInput<'bars.read'>): BarsReply => {
    const columns = freq === '1w' ? every(bars, 5) : freq === '1M' ? every(bars, 21) : bars;
    return {
      series: info(symbol), freq, adjust: 'none', adjustments: ['none'], zone: 'America/New_York', version: 1, mode: 'full', fromIndex: 0, columns,
      freshness: { state: 'stale', sessionsBehind: 3, asOf: '2018-02-07' },
    };
  };
  const answer = async (method: MethodName, input: unknown): Promise<unknown> => {
    if (scene.get('state') === 'loading') return new Promise(() => undefined);
    if (scene.get('state') === 'failed') throw new AppError('app.timeout', { method, timeoutMs: 10_000 });
    const { symbol } = input as { symbol: string };
    return method === 'series.list' ? [info(symbol)] : read(input as MethodInput<'bars.read'>);
  };
  return {
    ...inner,
    invoke: <M extends MethodName>(method: M, input: MethodInput<M>) =>
      method === 'bars.read' || method === 'series.list' ? (answer(method, input) as Promise<MethodOutput<M>>) : inner.invoke(method, input),
  };
}

/** Every so many bars as one: a stand-in for weeks and months. */
function every(bars: BarColumns, size: number): BarColumns {
  const count = Math.floor(bars.time.length / size);
  const out = sliceBars(bars, 0, count);
  const copy = { time: out.time.slice(), open: out.open.slice(), high: out.high.slice(), low: out.low.slice(), close: out.close.slice(), volume: out.volume.slice(), amount: out.amount.slice(), flags: out.flags.slice() };
  for (let b = 0; b < count; b++) {
    const last = (b + 1) * size - 1;
    copy.time[b] = bars.time[last] ?? NaN;
    copy.open[b] = bars.open[b * size] ?? NaN;
    copy.close[b] = bars.close[last] ?? NaN;
    copy.high[b] = Math.max(...bars.high.subarray(b * size, last + 1));
    copy.low[b] = Math.min(...bars.low.subarray(b * size, last + 1));
    copy.volume[b] = bars.volume.subarray(b * size, last + 1).reduce((sum, value) => sum + value, 0);
  }
  return copy;
}
