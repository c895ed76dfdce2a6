import { afterEach, beforeEach, expect, test } from 'vitest';
import { refreshCoverage } from '../../../src/main/refresh/refresh-coverage.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { formatTradingDate, tradingDateOf } from '../../../src/shared/time.ts';
import { startFaultServer, type Fault } from '../../doubles/fault-server.ts';
import { HurriedClock } from '../../doubles/hurried-clock.ts';
import { InventedMarket } from '../../doubles/invented-market.ts';
import { temporaryProfile } from '../store/store-fixture.ts';
import { barsText, openRefresher, utc } from './refresh-fixture.ts';

/** Friday evening in New York, where the invented market lies. */
const friday = utc('2026-11-20T22:00:00Z');
const codes = Array.from({ length: 9 }, (_, index) => String(600_000 + index));
const symbols = codes.map((code) => `XSHG:${code}`);

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
const clock = new HurriedClock({ now: friday });
const market = new InventedMarket();
const opened: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread(friday);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await profile.dispose();
});

const eastMoney = (path: string): Fault => {
  const query = new URL(path, 'http://a').searchParams;
  const code = query.get('secid')?.slice(2) ?? '';
  const beg = (query.get('beg') ?? '').replace(/^(\d{4})(\d{2})/, '$1-$2-');
  const rows = market.bars(code, tradingDateOf(beg), clock.now()).map(({ date, open, high, low, close, volume }) => [formatTradingDate(date), open, close, high, low, volume / 100, volume * close].join(','));
  return { kind: 'answer', body: JSON.stringify({ data: { code, name: '股', klines: rows } }) };
};
const tencent = (path: string, factor = 1): Fault => {
  const [name = '', , from = '', to = ''] = (new URL(path, 'http://a').searchParams.get('param') ?? '').split(',');
  const rows = market.bars(name.slice(2), tradingDateOf(from), clock.now()).filter(({ date }) => formatTradingDate(date) <= to).map(({ date, open, close, high, low, volume }) => [formatTradingDate(date), ...[open, close, high, low].map((price) => String(price * factor)), String(volume / 100)]);
  return { kind: 'answer', body: JSON.stringify({ code: 0, data: { [name]: { day: rows } } }) };
};

/** A refresh whose bars come from the first server while the second is only compared with. */
async function open(second: (path: string) => Fault, sampled: number) {
  const [one, two] = [await startFaultServer(eastMoney), await startFaultServer(second)];
  const refresher = openRefresher(store, clock, { 'sources.eastmoney.url': one.url, 'sources.tencent.url': two.url, 'sources.order.CN': 'eastmoney,tencent' }, market, { sampled });
  opened.push(refresher, one, two);
  const askedCodes = (): string[] => two.asked.map(({ path }) => new URL(path, 'http://a').searchParams.get('param')?.slice(2, 8) ?? '');
  return { ...refresher, askedCodes };
}
const problems = () => refreshCoverage(store.read, () => ({ state: 'fresh', sessionsBehind: 0, asOf: null })).problems.flatMap(({ kind, symbol }) => (kind === 'difference' ? [symbol] : []));

test('a few symbols, spread over the run, are held against the next source; none of its bars are kept', async () => {
  const { refresh, askedCodes } = await open((path) => tencent(path), 3);
  const result = await refresh({ symbols });
  expect(result).toMatchObject({ upToDate: 9, failedOver: 0, sampled: { compared: 3, differing: [], failures: [] } });
  expect(askedCodes()).toEqual(['600001', '600004', '600007']);
  expect(symbols.map((symbol) => barsText(store, symbol).map((text) => text.split(' ')[0]))).toEqual(symbols.map(() => ['eastmoney']));
});

test('where the second source differs it is noted and shown, until they agree again', async () => {
  let factor = 1.03;
  const { refresh } = await open((path) => tencent(path, factor), 9);
  expect(await refresh({ symbols: symbols.slice(0, 2) })).toMatchObject({ upToDate: 2, sampled: { compared: 2, differing: symbols.slice(0, 2).toReversed() } });
  expect(store.read.originDifferences()[0]).toMatchObject({ symbol: symbols[0], origin: 'tencent', other: 'eastmoney' });
  expect(problems()).toEqual(symbols.slice(0, 2));
  clock.advance(3 * 86_400_000);
  factor = 1;
  await refresh({ symbols: symbols.slice(0, 2) });
  expect([problems(), store.read.originDifferences()]).toEqual([[], []]);
});

test('a second source that fails harms nothing: it is listed, and asked no more in this run', async () => {
  const { refresh, askedCodes } = await open(() => ({ kind: 'answer', status: 404, body: '' }), 3);
  const result = await refresh({ symbols });
  expect(result).toMatchObject({ state: 'completed', upToDate: 9, failed: 0, failedOver: 0, sampled: { compared: 0, differing: [] } });
  expect(result.sampled?.failures).toMatchObject([{ symbol: symbols[1], source: 'tencent', error: { code: 'network.status' } }]);
  expect(askedCodes()).toEqual(['600001']);
});

test('a run that brought nothing new, one limited to a source, and one that samples none ask no second source', async () => {
  const { refresh, askedCodes } = await open((path) => tencent(path), 3);
  await refresh({ symbols, sources: ['eastmoney'] });
  expect(await refresh({ symbols })).toMatchObject({ upToDate: 9, sampled: { compared: 0 } });
  const none = await open((path) => tencent(path), 0);
  clock.advance(3 * 86_400_000);
  await none.refresh({ symbols });
  expect([askedCodes(), none.askedCodes()]).toEqual([[], []]);
});
