import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Asked, Provider } from '../../../src/main/providers/provider.ts';
import type { SourceContext } from '../../../src/main/providers/source-context.ts';
import { createAlphaVantage } from '../../../src/main/providers/sources/alphavantage.ts';
import { createEastMoney } from '../../../src/main/providers/sources/eastmoney.ts';
import { createYahoo } from '../../../src/main/providers/sources/yahoo.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';
import { cannedHttp } from '../../doubles/canned-http.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { hasReference, referencePath } from '../../reference-data.ts';

const { signal } = new AbortController();
const apple: Asked = { mic: 'XNAS', code: 'AAPL', kind: 'stock', currency: 'USD', zone: 'America/New_York' };
const moutai: Asked = { mic: 'XSHG', code: '600519', kind: 'stock', currency: 'CNY', zone: 'Asia/Shanghai' };
const tencent: Asked = { mic: 'XHKG', code: '00700', kind: 'stock', currency: 'HKD', zone: 'Asia/Hong_Kong' };

/** A source whose answers come from a function; a text is sent as it is. */
function connect(make: (context: SourceContext) => Provider, answer: (url: URL) => unknown, status = 200) {
  const { http, asked } = cannedHttp((url) => {
    const body = answer(url);
    return { body: typeof body === 'string' ? body : JSON.stringify(body), status };
  });
  const context = { http, clock: new ManualClock(Date.UTC(2026, 10, 20)), base: (role: string) => `https://${role.toLowerCase()}.example`, pace: () => ({ concurrency: 1, gapMs: 0 }), key: async () => 'k' };
  return { provider: make(context), asked };
}

describe('Yahoo', () => {
  const line = (type: string, ...rows: readonly (readonly [asOfDate: string, raw: number, extra?: object] | null)[]) => ({
    meta: { symbol: ['AAPL'], type: [type] },
    [type]: rows.map((row) => (row === null ? null : { asOfDate: row[0], periodType: '12M', currencyCode: 'USD', reportedValue: { raw: row[1] }, ...row[2] })),
  });
  const answer = (...result: readonly object[]) => ({ timeseries: { result, error: null } });

  test('lines of statements become yearly reports; gaps stay gaps, and no day of publication is made up', async () => {
    const { provider, asked } = connect(createYahoo, () => answer(
      line('annualTotalRevenue', ['2024-09-28', 391], ['2025-09-27', 416]), line('annualGrossProfit', null, ['2025-09-27', 195]), line('annualNetIncome', ['2024-09-28', 94], ['2025-09-27', 112]),
      line('annualStockholdersEquity', ['2025-09-27', 74]), line('annualTotalAssets', ['2025-09-27', 359]), { meta: { symbol: ['AAPL'], type: ['annualCapitalExpenditure'] } },
    ));
    const base = { months: 12, publishedOn: null, currency: 'USD' };
    expect(await provider.fundamentals?.(apple, signal)).toEqual([
      { ...base, periodEnd: tradingDateOf('2024-09-28'), revenue: 391, grossProfit: null, netProfit: 94, equity: null, assets: null },
      { ...base, periodEnd: tradingDateOf('2025-09-27'), revenue: 416, grossProfit: 195, netProfit: 112, equity: 74, assets: 359 },
    ]);
    expect([asked[0]?.pathname, asked[0]?.searchParams.has('crumb')]).toEqual(['/ws/fundamentals-timeseries/v1/finance/timeseries/AAPL', false]);
  });

  test('a period that is no year, or comes in two currencies, is no yearly report', async () => {
    const { provider } = connect(createYahoo, () => answer(
      line('annualTotalRevenue', ['2024-06-30', 5, { periodType: '6M' }], ['2025-09-27', 416]), line('annualNetIncome', ['2025-09-27', 112, { currencyCode: 'EUR' }]),
    ));
    expect(await provider.fundamentals?.(apple, signal)).toEqual([]);
  });

  test('the newest count of shares stands, with its day', async () => {
    const { provider } = connect(createYahoo, () => answer(line('annualOrdinarySharesNumber', ['2025-09-27', 14_800]), line('quarterlyOrdinarySharesNumber', ['2025-06-28', 14_900], ['2025-12-27', 14_700])));
    expect(await provider.profile?.(apple, signal)).toEqual({ shares: 14_700, floatingShares: null, countedOn: tradingDateOf('2025-12-27'), listedOn: null });
  });

  test.each([
    ['an answer about another symbol', answer({ ...line('annualTotalRevenue', ['2025-09-27', 1]), meta: { symbol: ['MSFT'] } }), 'source.symbolMismatch'],
    ['a limit under status 200', 'Too Many Requests', 'network.limited'],
    ['another shape', { timeseries: { result: [{ meta: {}, annualTotalRevenue: [{ asOfDate: '2025-09-27', reportedValue: { raw: '1' } }] }] } }, 'network.shape'],
  ])('%s is refused', async (_name, body, code) => {
    const { provider } = connect(createYahoo, () => body);
    await expect(provider.fundamentals?.(apple, signal)).rejects.toMatchObject({ code });
  });

  test.skipIf(!hasReference('fixtures/yahoo'))('the recorded answer about an unknown company says so', async () => {
    const { response } = JSON.parse(readFileSync(referencePath('fixtures/yahoo/error-404-quoteSummary.json'), 'utf8')) as { response: { status: number; bodyJson: unknown } };
    const { provider } = connect(createYahoo, () => response.bodyJson, response.status);
    await expect(provider.fundamentals?.(apple, signal)).rejects.toMatchObject({ code: 'source.symbolUnknown' });
  });
});

describe('East Money', () => {
  const row = (reportDate: string, noticeDate: string, figures: object) => ({ SECURITY_CODE: '600519', REPORT_DATE: `${reportDate} 00:00:00`, NOTICE_DATE: `${noticeDate} 00:00:00`, ...figures });
  const statements: Readonly<Record<string, readonly object[]>> = {
    RPT_DMSK_FN_INCOME: [
      row('2025-09-30', '2025-10-30', { TOTAL_OPERATE_INCOME: 130, OPERATE_COST: 11, PARENT_NETPROFIT: 64 }), row('2024-12-31', '2025-04-03', { TOTAL_OPERATE_INCOME: 174, OPERATE_COST: 14, PARENT_NETPROFIT: 86 }),
      row('2023-12-31', '2024-04-03', { TOTAL_OPERATE_INCOME: 150, OPERATE_COST: null, PARENT_NETPROFIT: 75 }),
    ],
    RPT_DMSK_FN_BALANCE: [row('2024-12-31', '2025-04-29', { TOTAL_ASSETS: 299, TOTAL_EQUITY: 242 })],
  };
  const data = (rows: readonly object[] | undefined) => ({ success: true, code: 0, result: { data: rows ?? [] } });

  test('years are joined from both statements and dated by the later announcement; quarters are left out', async () => {
    const { provider, asked } = connect(createEastMoney, (url) => data(statements[url.searchParams.get('reportName') ?? '']));
    const base = { months: 12, currency: 'CNY' };
    expect(await provider.fundamentals?.(moutai, signal)).toEqual([
      { ...base, periodEnd: tradingDateOf('2024-12-31'), publishedOn: tradingDateOf('2025-04-29'), revenue: 174, grossProfit: 160, netProfit: 86, equity: 242, assets: 299 },
      { ...base, periodEnd: tradingDateOf('2023-12-31'), publishedOn: tradingDateOf('2024-04-03'), revenue: 150, grossProfit: null, netProfit: 75, equity: null, assets: null },
    ]);
    expect(asked.map(({ host, searchParams }) => `${host} ${searchParams.get('filter')}`)).toEqual(Array(2).fill('dataurl.example (SECUCODE="600519.SH")'));
  });

  test('a company without rows has no reports; any other refusal is an error', async () => {
    expect(await connect(createEastMoney, () => ({ success: false, code: 9201, message: '返回数据为空', result: null })).provider.fundamentals?.(moutai, signal)).toEqual([]);
    await expect(connect(createEastMoney, () => ({ success: false, code: 9501, message: '报表配置不存在', result: null })).provider.fundamentals?.(moutai, signal)).rejects.toMatchObject({ code: 'network.shape' });
    await expect(connect(createEastMoney, () => data([{ ...row('2024-12-31', '2025-04-03', {}), SECURITY_CODE: '000001' }])).provider.fundamentals?.(moutai, signal)).rejects.toMatchObject({ code: 'source.symbolMismatch' });
  });

  test('shares in issue, those that trade freely, and the day of listing; a dash is a gap', async () => {
    const { provider, asked } = connect(createEastMoney, () => ({ data: { f57: '600519', f84: 1_252_270_215, f85: '-', f189: 20010827 } }));
    expect(await provider.profile?.(moutai, signal)).toEqual({ shares: 1_252_270_215, floatingShares: null, countedOn: null, listedOn: tradingDateOf('2001-08-27') });
    expect(asked[0]?.searchParams.get('secid')).toBe('1.600519');
  });

  test('nothing is asked about a company of Hong Kong', async () => {
    const { provider, asked } = connect(createEastMoney, () => ({}));
    expect([await provider.fundamentals?.(tencent, signal), await provider.profile?.(tencent, signal), asked.length]).toEqual([[], null, 0]);
  });
});

describe('Alpha Vantage', () => {
  const answers: Readonly<Record<string, object>> = {
    INCOME_STATEMENT: { symbol: 'AAPL', annualReports: [{ fiscalDateEnding: '2025-09-30', reportedCurrency: 'USD', grossProfit: '195', totalRevenue: '416', netIncome: 'None' }], quarterlyReports: [] },
    BALANCE_SHEET: { symbol: 'AAPL', annualReports: [{ fiscalDateEnding: '2025-09-30', reportedCurrency: 'USD', totalAssets: '359', totalShareholderEquity: '74' }] },
    OVERVIEW: { Symbol: 'AAPL', SharesOutstanding: '14700', LatestQuarter: '2025-12-31' },
  };

  test('income and balance of a year are one report, "None" is a gap, and two requests are spent', async () => {
    const { provider, asked } = connect(createAlphaVantage, (url) => answers[url.searchParams.get('function') ?? '']);
    expect(await provider.fundamentals?.(apple, signal)).toEqual([
      { periodEnd: tradingDateOf('2025-09-30'), months: 12, publishedOn: null, currency: 'USD', revenue: 416, grossProfit: 195, netProfit: null, equity: 74, assets: 359 },
    ]);
    expect(asked).toHaveLength(2);
    expect(await provider.profile?.(apple, signal)).toEqual({ shares: 14_700, floatingShares: null, countedOn: null, listedOn: null });
  });

  test('what is listed comes as a table; warrants, unknown kinds and what is listed no more are left out, and a note in its place is a limit', async () => {
    const table = [
      'symbol,name,exchange,assetType,ipoDate,delistingDate,status', 'A,"Agilent, Inc.",NYSE,Stock,1999-11-18,null,Active', 'BRK-B,Berkshire,NYSE,Stock,1996-05-09,null,Active', 'SPY,,NYSE ARCA,ETF,1993-01-29,null,Active',
      'AAC-WS-A,Ares,NYSE,Stock,2021-03-25,null,Active', 'ZZZ,Odd,NASDAQ,Note,2020-01-01,null,Active', 'OLD,Old,NASDAQ,Stock,2020-01-01,2021-01-01,Delisted',
    ].join('\r\n');
    const list = await connect(createAlphaVantage, () => table).provider.lists?.fetch(signal);
    expect([list?.isWhole, list?.listings.map(({ mic, code, kind, nameEn, listedOn }) => [mic, code, kind, nameEn, listedOn])]).toEqual([false, [
      ['XNYS', 'A', 'stock', 'Agilent, Inc.', tradingDateOf('1999-11-18')], ['XNYS', 'BRK.B', 'stock', 'Berkshire', tradingDateOf('1996-05-09')], ['ARCX', 'SPY', 'etf', null, tradingDateOf('1993-01-29')],
    ]]);
    await expect(connect(createAlphaVantage, () => ({ Information: '25 requests per day' })).provider.lists?.fetch(signal)).rejects.toMatchObject({ code: 'network.limited' });
  });

  test('an empty object means an unknown company; a note under status 200 is a limit', async () => {
    const empty = connect(createAlphaVantage, () => ({})).provider;
    expect([await empty.fundamentals?.(apple, signal), await empty.profile?.(apple, signal)]).toEqual([[], null]);
    const limited = connect(createAlphaVantage, () => ({ Information: 'Our standard API rate limit is 25 requests per day.' })).provider;
    await expect(limited.fundamentals?.(apple, signal)).rejects.toMatchObject({ code: 'network.limited' });
  });
});
