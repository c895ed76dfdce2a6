import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { exchangeByMic } from '../../../src/shared/exchanges.ts';
import { formatTradingDate, formatUtc, tradingDateOf, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { acceptBars } from '../../../src/main/providers/accept-bars.ts';
import type { Asked, Provider } from '../../../src/main/providers/provider.ts';
import type { SourceContext } from '../../../src/main/providers/source-context.ts';
import { createAlphaVantage } from '../../../src/main/providers/sources/alphavantage.ts';
import { createBinance } from '../../../src/main/providers/sources/binance.ts';
import { createEastMoney } from '../../../src/main/providers/sources/eastmoney.ts';
import { createSina } from '../../../src/main/providers/sources/sina.ts';
import { createTencent } from '../../../src/main/providers/sources/tencent.ts';
import { yahooSymbol } from '../../../src/main/providers/sources/yahoo-symbol.ts';
import { createYahoo } from '../../../src/main/providers/sources/yahoo.ts';
import { cannedHttp } from '../../doubles/canned-http.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { hasReference, referencePath } from '../../reference-data.ts';

const signal = new AbortController().signal;

function asked(mic: string, code: string, kind: Asked['kind'] = 'stock'): Asked {
  return { mic, code, kind, currency: exchangeByMic(mic)?.currency ?? null, zone: exchangeByMic(mic)?.zone ?? 'UTC' };
}

function connect(make: (context: SourceContext) => Provider, answer: Parameters<typeof cannedHttp>[0], now = Date.UTC(2026, 8, 14, 6), key: string | null = 'k'): { readonly provider: Provider; readonly asked: URL[] } {
  const { http, asked: urls } = cannedHttp(answer, now);
  return { provider: make({ http, clock: new ManualClock(now), base: () => 'https://source.example', pace: () => ({ concurrency: 1, gapMs: 0 }), key: async () => key }), asked: urls };
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

const fixture = (path: string): Uint8Array => readFileSync(referencePath(`fixtures/${path}`));
/** The body of a recorded Yahoo exchange. */
const recorded = (path: string): string => JSON.stringify((JSON.parse(new TextDecoder().decode(fixture(path))) as { response: { bodyJson: unknown } }).response.bodyJson);

function yahooAnswer(symbol: string, rows: readonly (readonly [seconds: number, close: number | null])[], extra: Record<string, unknown> = {}): string {
  const column = rows.map(([, close]) => close);
  return JSON.stringify({
    chart: {
      result: [{ meta: { symbol, currency: 'USD', exchangeTimezoneName: 'America/New_York', ...extra }, timestamp: rows.map(([seconds]) => seconds), indicators: { quote: [{ open: column, high: column, low: column, close: column, volume: column.map((value) => (value === null ? null : 100)) }] } }],
      error: null,
    },
  });
}

describe('Yahoo', () => {
  const apple = asked('XNAS', 'AAPL');
  const query = { instrument: apple, freq: '1d', from: tradingDateOf('2026-01-01'), signal } as const;

  test.each([
    ['XNAS', 'AAPL', 'stock', 'AAPL'], ['XNYS', 'BRK.B', 'stock', 'BRK-B'], ['XSHG', '600519', 'stock', '600519.SS'], ['XSHE', '000001', 'stock', '000001.SZ'], ['XHKG', '00700', 'stock', '0700.HK'],
    ['XLON', 'VOD', 'stock', 'VOD.L'], ['XETR', 'WSU', 'stock', 'WSU.DE'], ['INDEX', 'GSPC', 'index', '^GSPC'], ['INDEX', '000001.SH', 'index', '000001.SS'], ['FX', 'EURUSD', 'fx', 'EURUSD=X'], ['CRYPTO', 'BTCUSD', 'crypto', 'BTC-USD'],
    ['BINANCE', 'BTCUSDT', 'crypto', null], ['XBSE', '830799', 'stock', null], ['DEMO', 'ABC', 'stock', null],
  ] as const)('%s:%s (%s) is written %s', (mic, code, kind, symbol) => {
    expect(yahooSymbol({ mic, code, kind })).toBe(symbol);
  });

  test('null rows, a running day that comes twice and a bar out of step are sorted out by rule', async () => {
    const seconds = (text: string): number => Date.parse(text) / 1_000;
    const rows = [[seconds('2026-09-10T13:30:00Z'), 10], [seconds('2026-09-11T13:30:00Z'), null], [seconds('2026-09-14T13:30:00Z'), 11], [seconds('2026-09-14T15:12:07Z'), 12]] as const;
    const now = Date.parse('2026-09-14T15:12:10Z');
    const { provider } = connect(createYahoo, () => ({ body: yahooAnswer('AAPL', rows) }), now);
    const { bars } = await provider.bars(query);
    const { columns, rejected } = acceptBars(bars, { basis: 'split', freq: '1d', kind: 'stock', zone: 'America/New_York', calendar: null, now: now as UtcMs });
    expect([...columns.time].map((time) => formatTradingDate(time as TradingDate))).toEqual(['2026-09-10', '2026-09-14']);
    expect([...columns.close]).toEqual([10, 12]);
    expect([...columns.flags]).toEqual([0, BarFlag.open]);
    expect(rejected).toEqual({ empty: 1, duplicate: 1 });
    const minutes = connect(createYahoo, () => ({ body: yahooAnswer('AAPL', rows.slice(2)) }), now);
    expect((await minutes.provider.bars({ ...query, freq: '5m' })).bars).toHaveLength(1);
  });

  test.each([
    ['an answer about another symbol', { body: yahooAnswer('MSFT', [[1_789_000_000, 10]]) }, 'source.symbolMismatch'],
    ['no result', { body: '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}' }, 'source.symbolUnknown'],
    ['status 404', { status: 404, body: '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}' }, 'source.symbolUnknown'],
    ['"Too Many Requests" under status 200', { body: 'Too Many Requests', type: 'text/plain' }, 'network.limited'],
    ['a consent page', { body: '<!doctype html><html>', type: 'text/html' }, 'network.type'],
    ['another form', { body: '{"chart":{"result":[{}],"error":null}}' }, 'network.shape'],
  ] as const)('%s is no data', async (_name, answer, code) => {
    const { provider } = connect(createYahoo, () => answer);
    expect(await codeOf(provider.bars(query))).toBe(code);
  });

  test('a dividend that went ex before or with a split is told as it was declared', async () => {
    const body = JSON.parse(yahooAnswer('AAPL', [[1_598_880_600, 10]])) as { chart: { result: Record<string, unknown>[] } };
    const events = { dividends: { 1: { amount: 0.2, date: 1_596_807_000 }, 3: { amount: 0.05, date: 1_598_880_600 } }, splits: { 2: { date: 1_598_880_600, numerator: 4, denominator: 1 } } };
    Object.assign(body.chart.result[0] ?? {}, { events });
    const { provider } = connect(createYahoo, () => ({ body: JSON.stringify(body) }));
    const { actions } = await provider.bars(query);
    expect(actions).toEqual([{ kind: 'split', exDate: tradingDateOf('2020-08-31'), value: 4 }, { kind: 'dividend', exDate: tradingDateOf('2020-08-07'), value: 0.8 }, { kind: 'dividend', exDate: tradingDateOf('2020-08-31'), value: 0.2 }]);
  });
});

describe.skipIf(!hasReference('fixtures/yahoo'))('Yahoo, as recorded', () => {
  test.each([
    ['chart-v8-AAPL-1d-dividend-split.json', asked('XNAS', 'AAPL'), 49, '2020-08-31', 'USD'], ['chart-v8-AAPL-1d-2bars.json', asked('XNAS', 'AAPL'), 1, '2020-01-02', 'USD'],
    ['chart-v8-WSU.DE-dst-summer.json', asked('XETR', 'WSU'), 3, '2023-08-04', 'EUR'], ['chart-v8-BTC-USD.json', asked('CRYPTO', 'BTCUSD', 'crypto'), 3, '2020-01-01', 'USD'],
    ['chart-v8-EURUSD.json', asked('FX', 'EURUSD', 'fx'), 3, '2020-01-01', 'USD'],
  ] as const)('%s', async (file, instrument, count, first, currency) => {
    const { provider } = connect(createYahoo, () => ({ body: recorded(`yahoo/${file}`) }));
    const answer = await provider.bars({ instrument, freq: '1d', from: tradingDateOf('2020-01-01'), signal });
    expect(answer).toMatchObject({ basis: 'split', currency });
    expect(answer.bars).toHaveLength(count);
    expect(formatTradingDate(answer.bars[0]?.time as TradingDate)).toBe(first);
  });

  test('a split and a dividend come as actions', async () => {
    const { provider } = connect(createYahoo, () => ({ body: recorded('yahoo/chart-v8-AAPL-1d-dividend-split.json') }));
    const { actions } = await provider.bars({ instrument: asked('XNAS', 'AAPL'), freq: '1d', from: tradingDateOf('2020-01-01'), signal });
    expect(actions).toEqual([{ kind: 'split', exDate: tradingDateOf('2020-08-31'), value: 4 }, { kind: 'dividend', exDate: tradingDateOf('2020-11-06'), value: 0.205 }]);
  });

  test('a weekend of minutes is no bars, not an error', async () => {
    const { provider } = connect(createYahoo, () => ({ body: recorded('yahoo/chart-v8-AAPL-1m-weekend-no-timestamps.json') }));
    expect((await provider.bars({ instrument: asked('XNAS', 'AAPL'), freq: '1m', from: tradingDateOf('2026-09-12'), signal })).bars).toEqual([]);
  });

  test('a search gives instruments with their exchange', async () => {
    const { provider } = connect(createYahoo, () => ({ body: recorded('yahoo/search-v1-AAPL.json') }));
    const found = await provider.search?.('AAPL', signal);
    expect(found?.[0]).toMatchObject({ mic: 'XNAS', code: 'AAPL', kind: 'stock', nameEn: 'Apple Inc.', currency: 'USD' });
  });

  test('lots of one origin and shares of another come out as the same volumes', async () => {
    const from = tradingDateOf('2026-01-01');
    const moutai = asked('XSHG', '600519');
    const yahoo = await connect(createYahoo, () => ({ body: fixture('yahoo/chart-v8-600519.SS-1mo-body.json') })).provider.bars({ instrument: moutai, freq: '1d', from, signal });
    const east = await connect(createEastMoney, () => ({ body: fixture('eastmoney/kline-600519-day-qfq-f51-f56.json') })).provider.bars({ instrument: moutai, freq: '1d', from, signal });
    const byTime = new Map(east.bars.map((bar) => [bar.time, bar]));
    const pairs = yahoo.bars.slice(0, -1).flatMap((bar) => (byTime.has(bar.time) ? [[bar, byTime.get(bar.time)] as const] : []));
    expect(pairs.length).toBeGreaterThan(15);
    for (const [left, right] of pairs) {
      expect(Math.abs(left.close - (right?.close ?? NaN))).toBeLessThan(0.02);
      expect(Math.abs(left.volume / (right?.volume ?? NaN) - 1)).toBeLessThan(0.01);
    }
  });
});

describe('East Money', () => {
  const moutai = asked('XSHG', '600519');
  const query = { instrument: moutai, freq: '1d', from: tradingDateOf('2026-09-01'), signal } as const;
  const answer = (klines: readonly string[], code = '600519'): { readonly body: string } => ({ body: JSON.stringify({ rc: 0, data: { code, name: '贵州茅台', klines } }) });

  test('columns come as open, close, high, low, and lots become shares', async () => {
    const { provider, asked: urls } = connect(createEastMoney, () => answer(['2026-09-01,10,11,12,9,300,330000']));
    const { bars, nameZh, basis } = await provider.bars(query);
    expect(bars).toEqual([{ time: tradingDateOf('2026-09-01'), open: 10, close: 11, high: 12, low: 9, volume: 30_000, amount: 330_000 }]);
    expect([nameZh, basis]).toEqual(['贵州茅台', 'raw']);
    expect(urls[0]?.searchParams.get('secid')).toBe('1.600519');
    expect(urls[0]?.searchParams.get('beg')).toBe('20260901');
  });

  test('minute bars are stamped by their open, not their end', async () => {
    const { provider } = connect(createEastMoney, () => answer(['2026-09-01 09:35,10,11,12,9,300,1', '2026-09-01 13:05,10,11,12,9,300,1']));
    const { bars } = await provider.bars({ ...query, freq: '5m' });
    expect(bars.map(({ time }) => formatUtc(time as UtcMs))).toEqual(['2026-09-01T01:30:00Z', '2026-09-01T05:00:00Z']);
  });

  test('an unknown symbol and an answer about another one are errors', async () => {
    expect(await codeOf(connect(createEastMoney, () => ({ body: '{"rc":100,"data":null}' })).provider.bars(query))).toBe('source.symbolUnknown');
    expect(await codeOf(connect(createEastMoney, () => answer([], '000001')).provider.bars(query))).toBe('source.symbolMismatch');
  });

  test('a list is read page by page to its total', async () => {
    const codes = Array.from({ length: 250 }, (_, index) => String(600_000 + index));
    const { provider, asked: urls } = connect(createEastMoney, (url) => {
      const page = Number(url.searchParams.get('pn'));
      const diff = codes.slice((page - 1) * 100, page * 100).map((code) => ({ f12: code, f13: 1, f14: `股${code}` }));
      return { body: JSON.stringify({ data: { total: codes.length, diff } }) };
    });
    const list = await provider.lists?.fetch(signal);
    expect([list?.listings.length, list?.isWhole]).toEqual([250, true]);
    expect(urls).toHaveLength(3);
  });

  test('a list that ends before its total is not whole; the day of listing comes with it', async () => {
    const diff = [{ f12: '600000', f13: 1, f14: '股', f26: 19991110 }, { f12: '600001', f13: 1, f14: '票', f26: '-' }];
    const { provider } = connect(createEastMoney, (url) => ({ body: JSON.stringify({ data: { total: 3, diff: url.searchParams.get('pn') === '1' ? diff : [] } }) }));
    const list = await provider.lists?.fetch(signal);
    expect([list?.isWhole, list?.listings.map(({ code, listedOn }) => [code, listedOn])]).toEqual([false, [['600000', tradingDateOf('1999-11-10')], ['600001', null]]]);
  });
});

describe.skipIf(!hasReference('fixtures/eastmoney'))('East Money, as recorded', () => {
  test('quotes, instruments, boards and flow', async () => {
    const bank = asked('XSHE', '000001');
    const quotes = await connect(createEastMoney, () => ({ body: fixture('eastmoney/ulist-quotes.json') })).provider.quotes?.([bank, asked('XSHG', '600519')], signal);
    expect(quotes?.[0]).toMatchObject({ mic: 'XSHE', code: '000001', price: 10.52, previousClose: 10.78, volume: 142_689_300, amount: 1_511_009_536 });
    const instruments = await connect(createEastMoney, () => ({ body: fixture('eastmoney/clist-securities.shape.json') })).provider.lists?.fetch(signal);
    expect(instruments?.listings.map(({ mic, code }) => `${mic}:${code}`)).toEqual(['XSHE:000001', 'XSHG:600519', 'XSHE:300750', 'XSHG:688981', 'XBSE:830799']);
    const flow = await connect(createEastMoney, () => ({ body: fixture('eastmoney/stock-capital-flow-daykline-600519.json') })).provider.flow?.(asked('XSHG', '600519'), signal);
    expect(flow?.[0]).toEqual({
      date: tradingDateOf('2026-06-16'), main: -544_577_072, small: -138_353, medium: 544_715_424, large: -237_836_432, superLarge: -306_740_640,
      smallPercent: -0, mediumPercent: 12.38, largePercent: -5.41, superLargePercent: -6.97,
    });
    // Main is large and super-large together.
    for (const { main, large, superLarge } of flow ?? []) expect(Math.abs(main - large - superLarge)).toBeLessThan(2);
    const boards = await connect(createEastMoney, (url) => (url.searchParams.get('pn') === '1' ? { body: fixture('eastmoney/sector-capital-flow-clist.json') } : { body: '{"data":null}' })).provider.industries?.(signal);
    expect(boards?.[0]).toMatchObject({ id: 'BK1203', name: '非银金融', changePercent: 5.52, netInflow: 12_377_014_272 });
  });

  test('an unknown symbol', async () => {
    const { provider } = connect(createEastMoney, () => ({ body: fixture('eastmoney/kline-not-found.shape.json') }));
    expect(await codeOf(provider.bars({ instrument: asked('XSHG', '600999'), freq: '1d', from: tradingDateOf('2026-01-01'), signal }))).toBe('source.symbolUnknown');
  });
});

describe('Tencent', () => {
  const moutai = asked('XSHG', '600519');

  test('bars come in pages, newest first, up to where there are no more', async () => {
    const { provider, asked: urls } = connect(createTencent, (url) => {
      const [name, , from = '', to = ''] = (url.searchParams.get('param') ?? '').split(',');
      const rows = from >= '2022-01-01' ? [[from, '10', '11', '12', '9', '300'], [to, '10', '11', '12', '9', '300', {}]] : [];
      return { body: JSON.stringify({ code: 0, data: { [name ?? '']: { day: rows } } }) };
    });
    const { bars, basis } = await provider.bars({ instrument: moutai, freq: '1d', from: tradingDateOf('2015-01-01'), signal });
    expect(basis).toBe('raw');
    expect(bars[0]).toMatchObject({ open: 10, close: 11, high: 12, low: 9, volume: 30_000 });
    expect(urls.length).toBeLessThan(5);
  });

  test('an answer about another symbol is an error', async () => {
    const { provider } = connect(createTencent, () => ({ body: '{"code":0,"data":{"sz000001":{"day":[["2026-09-01","1","1","1","1","1"]]}}}' }));
    expect(await codeOf(provider.bars({ instrument: moutai, freq: '1d', from: tradingDateOf('2026-08-01'), signal }))).toBe('source.symbolMismatch');
  });
});

describe.skipIf(!hasReference('fixtures/tencent'))('Tencent and Sina, as recorded in GBK', () => {
  const gbk = 'text/html; charset=GBK';

  test.each([['quote-sh600519-20170221.gbk.txt', 358.74, '2017-02-21T07:05:53Z'], ['quote-sh600519-20260402.gbk.txt', 1459.88, '2026-04-02T08:14:01Z']])('%s', async (file, price, at) => {
    const { provider } = connect(createTencent, () => ({ body: fixture(`tencent/${file}`), type: gbk }));
    const [quote] = (await provider.quotes?.([asked('XSHG', '600519')], signal)) ?? [];
    expect(quote?.price).toBe(price);
    expect(formatUtc(quote?.at ?? (0 as UtcMs))).toBe(at);
  });

  test('mainland lots and ten thousands, Hong Kong shares and dollars', async () => {
    const mainland = connect(createTencent, () => ({ body: fixture('tencent/quote-sh600519-20260402.gbk.txt'), type: gbk })).provider;
    expect((await mainland.quotes?.([asked('XSHG', '600519')], signal))?.[0]).toMatchObject({ volume: 2_106_400, amount: 3_071_810_000, peRatio: 20.31, pbRatio: 8.05, marketCap: 1_828_164_000_000 });
    const hongKong = connect(createTencent, () => ({ body: fixture('tencent/quote-hk00700-hk00980-20180329.gbk.txt'), type: gbk })).provider;
    const quotes = await hongKong.quotes?.([asked('XHKG', '00700'), asked('XHKG', '00980')], signal);
    expect(quotes).toHaveLength(2);
    expect(quotes?.[0]).toMatchObject({ code: '00700', price: 409.6, volume: 41_115_421, amount: 16_899_465_578.3 });
  });

  test('an unknown symbol has no quote', async () => {
    const { provider } = connect(createTencent, () => ({ body: fixture('tencent/quote-not-found.shape.txt'), type: gbk }));
    expect(await provider.quotes?.([asked('XSHG', '600519')], signal)).toEqual([]);
  });

  test('Sina: a halted instrument has no price, an unknown one no quote', async () => {
    const { provider } = connect(createSina, () => ({ body: fixture('sina/quote-with-empty-symbol-20190408.gbk.txt'), type: 'application/javascript; charset=GB18030' }));
    const quotes = await provider.quotes?.([asked('XSHE', '160922', 'etf'), asked('XSHE', '160923', 'etf'), asked('XSHE', '160924', 'etf')], signal);
    expect(quotes?.map(({ code, price, previousClose }) => [code, price, previousClose])).toEqual([['160922', NaN, 1.074], ['160924', NaN, 1.095]]);
  });

  test('Sina: volumes are shares already', async () => {
    const { provider, asked: urls } = connect(createSina, () => ({ body: fixture('sina/quote-sz162411-20190312.gbk.txt') }));
    const [quote] = (await provider.quotes?.([asked('XSHE', '162411', 'etf')], signal)) ?? [];
    expect(quote).toMatchObject({ price: 0.491, volume: 133_819_867 });
    expect(formatUtc(quote?.at ?? (0 as UtcMs))).toBe('2019-03-12T07:00:03Z');
    expect(urls[0]?.pathname).toBe('/list=sz162411');
  });
});

test('Sina bars come wrapped in a call, unadjusted, stamped by their end', async () => {
  const body = '/*<script>*/=([{"day":"2026-09-01 09:35:00","open":"10","high":"12","low":"9","close":"11","volume":"500"}]);';
  const { provider } = connect(createSina, () => ({ body, type: 'application/javascript' }));
  const { bars } = await provider.bars({ instrument: asked('XSHG', '600519'), freq: '5m', from: tradingDateOf('2026-08-01'), signal });
  expect(bars).toEqual([{ time: Date.parse('2026-09-01T01:30:00Z'), open: 10, high: 12, low: 9, close: 11, volume: 500, amount: NaN }]);
});

describe('Binance', () => {
  const bitcoin = asked('BINANCE', 'BTCUSDT', 'crypto');

  test('pages follow on each other and the running bar is marked', async () => {
    const now = Date.UTC(2026, 8, 14, 6);
    const { provider } = connect(createBinance, (url) => {
      const start = Number(url.searchParams.get('startTime'));
      const rows = Array.from({ length: 1_000 }, (_, index) => start + index * 86_400_000).filter((time) => time <= now);
      return { body: JSON.stringify(rows.map((time) => [time, '1', '2', '0.5', '1.5', '10', time + 86_399_999, '15', 3, '5', '7', '0'])) };
    }, now);
    const { bars } = await provider.bars({ instrument: bitcoin, freq: '1d', from: tradingDateOf('2022-01-01'), signal });
    expect(bars).toHaveLength(tradingDateOf('2026-09-14') - tradingDateOf('2022-01-01') + 1);
    const { columns } = acceptBars(bars, { basis: 'raw', freq: '1d', kind: 'crypto', zone: 'UTC', calendar: null, now: now as UtcMs });
    expect(Array.from(columns.flags.slice(-2))).toEqual([0, BarFlag.open]);
  });

  test('an unknown pair is told from a fault', async () => {
    const { provider } = connect(createBinance, () => ({ status: 400, body: '{"code":-1121,"msg":"Invalid symbol."}' }));
    expect(await codeOf(provider.bars({ instrument: bitcoin, freq: '1d', from: tradingDateOf('2026-01-01'), signal }))).toBe('source.symbolUnknown');
  });

  test.skipIf(!hasReference('fixtures/binance'))('klines as recorded', async () => {
    const { provider } = connect(createBinance, () => ({ body: fixture('binance/klines-BTCUSDT-1m.json') }));
    const { bars } = await provider.bars({ instrument: bitcoin, freq: '1m', from: tradingDateOf('2021-10-22'), signal });
    expect(bars[0]).toEqual({ time: 1_634_943_780_000, open: 60685.22, high: 60729.84, low: 60670.9, close: 60719.27, volume: 21.63272, amount: 1_313_200.0134041 });
  });
});

describe('Alpha Vantage', () => {
  const microsoft = asked('XNAS', 'MSFT');
  const query = { instrument: microsoft, freq: '1d', from: tradingDateOf('2026-09-01'), signal } as const;
  const daily = (symbol: string): string => JSON.stringify({ 'Meta Data': { '2. Symbol': symbol }, 'Time Series (Daily)': { '2026-09-02': { '1. open': '1', '2. high': '2', '3. low': '0.5', '4. close': '1.5', '5. volume': '100' }, '2026-08-01': { '1. open': '1', '2. high': '2', '3. low': '0.5', '4. close': '1.5', '5. volume': '100' } } });

  test('days from the first one wanted; the key goes with the request and nowhere else', async () => {
    const { provider, asked: urls } = connect(createAlphaVantage, () => ({ body: daily('MSFT') }));
    expect((await provider.bars(query)).bars).toHaveLength(1);
    expect(urls[0]?.searchParams.get('apikey')).toBe('k');
  });

  test.each([
    ['a daily limit', '{"Information":"our standard API rate limit is 25 requests per day."}', 'network.limited'],
    ['a limit a minute', '{"Note":"5 calls per minute"}', 'network.limited'],
    ['an unknown symbol', '{"Error Message":"Invalid API call"}', 'source.symbolUnknown'],
    ['another symbol', daily('AAPL'), 'source.symbolMismatch'],
  ])('%s under status 200 is an error', async (_name, body, code) => {
    expect(await codeOf(connect(createAlphaVantage, () => ({ body })).provider.bars(query))).toBe(code);
  });

  test('without a key it says so and asks nothing', async () => {
    const { provider, asked: urls } = connect(createAlphaVantage, () => ({ body: '{}' }), undefined, null);
    expect(await codeOf(provider.bars(query))).toBe('source.key');
    expect(urls).toEqual([]);
  });

  test.skipIf(!hasReference('fixtures/alphavantage'))('quote, search and limit as recorded', async () => {
    const quotes = await connect(createAlphaVantage, () => ({ body: fixture('alphavantage/global-quote-MSFT.json') })).provider.quotes?.([microsoft], signal);
    expect(quotes?.[0]).toMatchObject({ price: 112.13, previousClose: 112.79, volume: 29_062_853 });
    const found = await connect(createAlphaVantage, () => ({ body: fixture('alphavantage/symbol-search-BA.json') })).provider.search?.('BA', signal);
    expect(found?.[0]).toMatchObject({ code: 'BA', nameEn: 'The Boeing Company', currency: 'USD' });
    const limited = connect(createAlphaVantage, () => ({ body: fixture('alphavantage/rate-limit-25-per-day.shape.json') }));
    expect(await codeOf(limited.provider.bars(query))).toBe('network.limited');
  });
});

describe('D11 a row of a source is taken, mended or refused by a named rule', () => {
  const options = { basis: 'raw', freq: '1d', kind: 'stock', zone: 'UTC', calendar: null, now: Date.UTC(2026, 8, 14, 6) as UtcMs } as const;
  const bar = { time: tradingDateOf('2026-09-01'), open: 10, high: 12, low: 9, close: 11, volume: 100, amount: NaN };

  test.each([
    ['no close', { close: NaN }, { empty: 1 }], ['zeros of a halt', { open: 0, high: 0, low: 0, close: 0, volume: 0 }, { empty: 1 }], ['a negative price', { low: -1 }, { price: 1 }], ['an endless price', { high: Infinity }, { price: 1 }],
    ['high below low', { high: 8, low: 9 }, { range: 1 }], ['a negative volume', { volume: -1 }, { volume: 1 }], ['tomorrow', { time: tradingDateOf('2026-09-15') }, { future: 1 }],
  ])('D11 %s', (_name, change, rejected) => {
    const accepted = acceptBars([{ ...bar, ...change }], options);
    expect(accepted.columns.time).toHaveLength(0);
    expect(accepted.rejected).toEqual(rejected);
  });

  test('D11 what is out of order is sorted, what is only odd is kept with its flag', () => {
    const { columns, rejected } = acceptBars([{ ...bar, time: tradingDateOf('2026-09-03'), close: 13 }, { ...bar, time: tradingDateOf('2026-09-02'), open: NaN }, bar], options);
    expect([...columns.flags]).toEqual([0, BarFlag.filled, BarFlag.range]);
    expect([...columns.time]).toEqual([tradingDateOf('2026-09-01'), tradingDateOf('2026-09-02'), tradingDateOf('2026-09-03')]);
    expect(rejected).toEqual({});
  });

  const million = { ...bar, volume: 1_000_000 };
  test.each([
    ['fits', { amount: 10_500_000 }, {}, 0], ['is rounded', { amount: 12_020_000 }, {}, 0], ['lies above the high', { amount: 12_030_000 }, {}, BarFlag.amount], ['lies below the low', { amount: 8_900_000 }, {}, BarFlag.amount],
    ['counts shares where the volume counts lots', { volume: 10_000, amount: 10_500_000 }, {}, BarFlag.amount], ['counts ten thousands', { amount: 1_050 }, {}, BarFlag.amount], ['is of one rounded lot', { volume: 100, amount: 1_700 }, {}, 0],
    ['is nothing for a volume', { amount: 0 }, {}, BarFlag.amount], ['is paid for nothing', { volume: 0, amount: 5 }, {}, BarFlag.amount], ['is nothing for nothing', { volume: 0, amount: 0 }, {}, 0], ['is not given', {}, {}, 0],
    ['belongs to an index', { amount: 1 }, { kind: 'index' }, 0], ['belongs to adjusted prices', { amount: 1 }, { basis: 'split' }, 0],
  ] as const)('D11 an amount that %s', (_name, change, other, flags) => {
    const { columns, rejected } = acceptBars([{ ...million, ...change }], { ...options, ...other });
    expect([[...columns.flags], rejected]).toEqual([[flags], {}]);
  });

  test('D11 negative prices are legal for a future', () => {
    expect(acceptBars([{ ...bar, open: -3, high: -1, low: -40, close: -37 }], { ...options, kind: 'future' }).columns.close[0]).toBe(-37);
  });
});
