import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/shared/contract/imports.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { hasReference, referencePath } from '../../reference-data.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { importInto, readInto } from './import-harness.ts';

/** What a real file of a product must become. Counts are rows of the file, bars, rejected and skipped ones. */
interface Expected {
  readonly file: string;
  readonly options?: ImportOptions;
  readonly series: string;
  readonly counts: readonly [rows: number, bars: number, rejected: number, skipped: number];
  readonly span: readonly [from: string, to: string];
  /** Time, open, high, low, close, volume, amount of the first bar; null for none. */
  readonly first?: readonly [number, number, number, number, number | null];
  readonly skippedBy?: Readonly<Record<string, number>>;
  readonly currency?: string | null;
  readonly nameZh?: string;
}

const files: readonly Expected[] = [
  { file: 'ashare/000001-index-1990.csv', options: { symbol: '000001.SH' }, series: 'INDEX:000001.SH|1d|csv|raw', counts: [7_555, 7_555, 0, 0], span: ['1990-12-19', '2021-11-18'], first: [96.05, 99.98, 95.79, 99.98, 126_000] },
  { file: 'ashare/000001-tushare-legacy.csv', options: { symbol: '000001.SZ' }, series: 'XSHE:000001|1d|tushare|raw', counts: [294, 294, 0, 0], span: ['2019-01-02', '2020-03-19'], first: [9.39, 9.42, 9.16, 9.19, 53_938_631] },
  { file: 'ashare/000300-baostock.csv', series: 'INDEX:000300.SH|1d|baostock|raw', counts: [499, 499, 0, 0], span: ['2019-05-06', '2021-05-21'], first: [3775.076, 3791.611, 3647.14, 3684.616, 19_747_288_320] },
  { file: 'ashare/600519-baostock.csv', series: 'XSHG:600519|1d|baostock|raw', counts: [499, 499, 0, 0], span: ['2019-05-06', '2021-05-21'], first: [925.5, 935, 893, 906, 13_509_968], currency: 'CNY' },
  { file: 'ashare/600005-netease-gbk-suspended.csv', series: 'XSHG:600005|1d|netease|raw', counts: [26, 15, 0, 11], span: ['2017-01-03', '2017-01-23'], skippedBy: { suspended: 11 }, nameZh: '武钢股份' },
  { file: 'ashare/600519-netease-gbk.csv', series: 'XSHG:600519|1d|netease|raw', counts: [244, 244, 0, 0], span: ['2017-01-03', '2017-12-29'], first: [334.28, 337, 332.81, 334.56, 2_076_389], nameZh: '贵州茅台' },
  { file: 'ashare/600519-eastmoney-weekly-utf8bom.csv', series: 'XSHG:600519|1w|eastmoney|forwardAdditive', counts: [43, 43, 0, 0], span: ['2020-01-03', '2020-10-30'], first: [1045.28, 1070.58, 951.98, 953.64, 34_176_700] },
  { file: 'ashare/SH#600519-tongdaxin-qfq-gbk.txt', series: 'XSHG:600519|1d|tongdaxin|forwardAdditive', counts: [3_827, 3_826, 0, 1], span: ['2001-08-27', '2017-09-21'], first: [-29.49, -28.91, -29.79, -29.31, 40_631_800], skippedBy: { footer: 1 }, nameZh: '贵州茅台' },
  { file: 'exports/investing-bitcoin-en.csv', options: { symbol: 'BTCUSD' }, series: 'CRYPTO:BTCUSD|1d|investing|raw', counts: [3_468, 3_468, 0, 0], span: ['2010-07-18', '2020-01-14'], first: [0, 0.1, 0.1, 0.1, 80] },
  { file: 'exports/investing-nifty50-ddmmyyyy.csv', options: { symbol: 'NIFTY50', market: 'INDEX' }, series: 'INDEX:NIFTY50|1d|investing|raw', counts: [2_452, 2_452, 0, 0], span: ['2016-01-22', '2025-12-15'], first: [7355.7, 7433.4, 7327.6, 7422.45, 236_280_000] },
  { file: 'exports/investing-usdtry-turkish.csv', options: { symbol: 'USDTRY' }, series: 'FX:USDTRY|1d|investing|raw', counts: [4_207, 4_207, 0, 0], span: ['2002-07-03', '2018-08-03'], first: [1.621, 1.6725, 1.609, 1.6225, null], currency: 'TRY' },
  { file: 'exports/metatrader4-EURUSD-D1-noheader.csv', options: { symbol: 'EURUSD' }, series: 'FX:EURUSD|1d|metatrader|raw', counts: [4_316, 4_316, 0, 0], span: ['2007-01-01', '2020-10-15'], first: [1.31908, 1.32176, 1.3165, 1.3212, 1_995_282] },
  { file: 'exports/metatrader4-EURUSD-M15-corrupt-first-row.csv', options: { symbol: 'EURUSD' }, series: 'FX:EURUSD|15m|metatrader|raw', counts: [1_500, 1_499, 1, 0], span: ['2018-10-12T12:15:00Z', '2018-11-05T03:45:00Z'] },
  { file: 'exports/metatrader5-XAUUSD-H1-tab.csv', options: { symbol: 'XAUUSD' }, series: 'FX:XAUUSD|1h|metatrader|raw', counts: [2_013, 2_013, 0, 0], span: ['2025-11-03T01:00:00Z', '2026-03-06T23:00:00Z'], first: [3983.35, 3998.84, 3977.82, 3980.45, 6_070] },
  { file: 'exports/stooq-wig20-polish.csv', options: { symbol: 'WIG20', market: 'INDEX' }, series: 'INDEX:WIG20|1d|stooq|raw', counts: [1_012, 1_012, 0, 0], span: ['2016-02-16', '2020-03-06'], first: [1788.14, 1791.3, 1765.47, 1783.93, 28_757_370] },
  { file: 'exports/tradingview-BTCUSD-1D-close-only-NaN.csv', options: { symbol: 'BTCUSD' }, series: 'CRYPTO:BTCUSD|1d|tradingview|raw', counts: [578, 578, 0, 0], span: ['2022-10-31', '2024-05-30'], first: [20495.81, 20495.81, 20495.81, 20495.81, null] },
  { file: 'exports/tradingview-BTCUSDT-60-duplicate-columns.csv', options: { symbol: 'BTCUSDT' }, series: 'CRYPTO:BTCUSDT|1h|tradingview|raw', counts: [1_902, 1_902, 0, 0], span: ['2024-01-21T14:00:00Z', '2024-04-09T19:00:00Z'], first: [41859.52, 41881.39, 41757.25, 41787.5, 630.51659] },
  { file: 'exports/yahoo-101670.KQ-excel-ddmmyyyy.csv', options: { symbol: '101670.KQ' }, series: 'XKOS:101670|1d|yahoo|split', counts: [2_110, 2_109, 1, 0], span: ['2008-07-15', '2016-12-29'], first: [1220, 1374, 1038, 1038, 14_477_000], currency: 'KRW' },
  { file: 'exports/yahoo-HSI-null-rows.csv', options: { symbol: '^HSI' }, series: 'INDEX:HSI|1d|yahoo|raw', counts: [1_234, 1_231, 0, 3], span: ['2015-05-11', '2020-05-08'], skippedBy: { noValues: 3 } },
  { file: 'exports/yahoo-N225-null-rows.csv', options: { symbol: '^N225' }, series: 'INDEX:N225|1d|yahoo|raw', counts: [1_242, 1_222, 0, 20], span: ['2015-05-11', '2020-05-08'], skippedBy: { noValues: 20 } },
  { file: 'exports/yahoo-VIX-null-rows.csv', options: { symbol: '^VIX' }, series: 'INDEX:VIX|1d|yahoo|raw', counts: [691, 667, 0, 24], span: ['2021-01-04', '2023-08-28'], skippedBy: { noValues: 24 } },
  { file: 'exports/yahoo-orcl-1995-2014.csv', options: { symbol: 'ORCL', market: 'US' }, series: 'US:ORCL|1d|yahoo|split', counts: [5_036, 5_036, 0, 0], span: ['1995-01-03', '2014-12-31'], first: [2.179012, 2.191358, 2.117284, 2.117284, 36_301_200] },
  { file: 'quality/yfinance-4063-T-1d-bad-stock-split.csv', options: { symbol: '4063.T' }, series: 'XTKS:4063|1d|yahoo|split', counts: [22, 22, 0, 0], span: ['2023-03-15', '2023-04-14'] },
  { file: 'quality/yfinance-AET-L-1d-100x-error.csv', options: { symbol: 'AET.L' }, series: 'XLON:AET|1d|yahoo|split', counts: [23, 23, 0, 0], span: ['2022-05-03', '2022-06-06'], currency: 'GBp' },
  { file: 'quality/yfinance-ALPHA-PA-1d-bad-stock-split.csv', options: { symbol: 'ALPHA.PA' }, series: 'XPAR:ALPHA|1d|yahoo|split', counts: [29, 29, 0, 0], span: ['2023-04-20', '2023-05-31'] },
  // Yahoo stamps weeks with their Monday; bars are keyed by the week's last day.
  { file: 'quality/yfinance-AV-L-1wk-bad-stock-split.csv', options: { symbol: 'AV.L' }, series: 'XLON:AV|1w|yahoo|split', counts: [84, 84, 0, 0], span: ['2021-12-17', '2023-07-21'] },
  { file: 'quality/yfinance-4063-T-1d-bad-stock-split-fixed.csv', options: { symbol: '4063.T' }, series: 'XTKS:4063|1d|yahoo|split', counts: [22, 22, 0, 0], span: ['2023-03-15', '2023-04-14'], first: [4034, 4050, 4003, 4041, 6_122_000] },
  { file: 'quality/yfinance-AET-L-1d-100x-error-fixed.csv', options: { symbol: 'AET.L' }, series: 'XLON:AET|1d|yahoo|split', counts: [23, 23, 0, 0], span: ['2022-05-03', '2022-06-06'], currency: 'GBp' },
  { file: 'quality/yfinance-ALPHA-PA-1d-bad-stock-split-fixed.csv', options: { symbol: 'ALPHA.PA' }, series: 'XPAR:ALPHA|1d|yahoo|split', counts: [29, 29, 0, 0], span: ['2023-04-20', '2023-05-31'], first: [3, 3, 2, 3, 2_076] },
  { file: 'quality/yfinance-AV-L-1wk-bad-stock-split-fixed.csv', options: { symbol: 'AV.L' }, series: 'XLON:AV|1w|yahoo|split', counts: [84, 84, 0, 0], span: ['2021-12-17', '2023-07-21'] },
  { file: 'crypto/BTCUSDT-5m-binance12.csv.gz', series: 'BINANCE:BTCUSDT|5m|binance|raw', counts: [9_118, 9_118, 0, 0], span: ['2025-08-19T15:10:00Z', '2025-09-21T01:30:00Z'], first: [113782.3, 113831.64, 113633.69, 113652, 181.00846] },
];

describe.skipIf(!hasReference('data/exports'))('real files of many products', () => {
  test.each(files)('$file', async ({ file, options = {}, series, counts, span, ...facts }) => {
    const { outcome, imported, writer } = await readInto(referencePath(`data/${file}`), options);
    const [symbol = ''] = series.split('|');
    const instrument = writer.instruments.get(symbol);
    const first = writer.bars(symbol)[0]?.slice(1, 6).map((value) => (Number.isNaN(value) ? null : value));
    expect([...writer.series.keys()]).toEqual([series]);
    expect([outcome.counts.rows, imported, outcome.counts.rejected, outcome.counts.skipped]).toEqual(counts);
    expect([outcome.from, outcome.to]).toEqual(span);
    expect({ first, skippedBy: outcome.counts.skippedBy, currency: instrument?.currency, nameZh: instrument?.nameZh }).toMatchObject(facts);
  });

  test('every file at hand is named here', () => {
    const named = new Set([...files.map(({ file }) => file), 'ashare/600001-netease-gbk-header-only.csv']);
    const there = ['ashare', 'crypto', 'exports', 'quality'].flatMap((folder) => readdirSync(referencePath(`data/${folder}`)).map((name) => `${folder}/${name}`));
    expect(there.filter((file) => !named.has(file))).toEqual([]);
  });

  test('weeks of holidays are keyed by their last session: Good Friday, and the day before Christmas', async () => {
    const { writer } = await readInto(referencePath('data/quality/yfinance-AV-L-1wk-bad-stock-split.csv'), { symbol: 'AV.L' });
    const days = writer.bars('XLON:AV').map(([time]) => formatTradingDate(time as TradingDate));
    expect(days.filter((day) => ['2022-04-14', '2022-04-15', '2023-04-06', '2023-04-07', '2021-12-24'].includes(day))).toEqual(['2021-12-24', '2022-04-14', '2023-04-06']);
  });

  test('forward-adjusted prices may be negative: 1,119 bars of the 通达信 file are', async () => {
    const { writer } = await readInto(referencePath('data/ashare/SH#600519-tongdaxin-qfq-gbk.txt'));
    expect(writer.bars('XSHG:600519').filter((bar) => bar[4] < 0)).toHaveLength(1_119);
  });

  test('a delisted stock with a header alone says that there are no rows', async () => {
    const path = referencePath('data/ashare/600001-netease-gbk-header-only.csv');
    await expect(readInto(path)).rejects.toMatchObject({ code: 'import.noRows' });
  });

  test('000001 is asked for: it is a bank and an index', async () => {
    const path = referencePath('data/ashare/000001-tushare-legacy.csv');
    await expect(readInto(path)).rejects.toMatchObject({ code: 'import.askInstrument', params: { choices: 'XSHE:000001, INDEX:000001.SH' } });
  });

  test('a folder becomes one batch, and files that need an answer are listed', async () => {
    const writer = new MemoryStoreWriter();
    const result = await importInto(writer, referencePath('data/ashare'));
    expect(writer.batches).toHaveLength(1);
    expect(result).toMatchObject({ format: 'folder', imported: 15 + 244 + 499 + 499 + 43 + 3_826, symbols: 3 });
    expect(result.failures.map(({ file, error }) => `${file} ${error.code}`)).toEqual([
      '000001-index-1990.csv import.askInstrument', '000001-tushare-legacy.csv import.askInstrument', '600001-netease-gbk-header-only.csv import.noRows',
    ]);
  });
});
