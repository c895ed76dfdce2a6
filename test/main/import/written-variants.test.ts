import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/shared/contract/imports.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { previewText, readText } from './import-harness.ts';

type Row = readonly [time: string, ...values: (number | null)[]];

const us = { symbol: 'ABCD', market: 'US' } as const;
const cn = { symbol: '600999' } as const;
const usual = 'Date,Open,High,Low,Close,Volume';
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** Key and bars (time, open, high, low, close, volume, amount) of a text that becomes one series, and its counts by rule. */
async function read(name: string, content: string | Uint8Array, options: ImportOptions = {}) {
  const { outcome, writer } = await readText(name, content, options);
  const [key = ''] = writer.series.keys();
  const [symbol = '', freq = ''] = key.split('|');
  const time = (value: number): string => (/[mh]$/.test(freq) ? formatUtc(value as UtcMs) : formatTradingDate(value as TradingDate));
  const rows = writer.bars(symbol).map(([at = NaN, ...values]): Row => [time(at), ...values.slice(0, 6).map((value) => (Number.isNaN(value) ? null : value))]);
  return { key, rows, rejected: outcome.counts.rejected, skippedBy: outcome.counts.skippedBy };
}

test.each<readonly [string, string, string, ImportOptions, string, Row]>([
  ['Yahoo, the web table in German', 'clipboard.txt', lines('Datum\tÖffnen\tHoch\tNiedrig\tSchluss\tAdj. Schluss\tVolumen', '19. Nov. 2024\t226,98\t230,16\t226,66\t228,28\t228,03\t36.211.800'), us, 'US:ABCD|1d|csv|split', ['2024-11-19', 226.98, 230.16, 226.66, 228.28, 36_211_800, null]],
  ['Yahoo, the web table in French', 'clipboard.txt', lines('Date\tOuverture\tÉlevé\tFaible\tClôture\tClôture ajustée\tVolume', '19 nov. 2024\t226,98\t230,16\t226,66\t228,28\t228,03\t36 211 800'), us, 'US:ABCD|1d|csv|split', ['2024-11-19', 226.98, 230.16, 226.66, 228.28, 36_211_800, null]],
  ['Yahoo, the web table in Spanish', 'clipboard.txt', lines('Fecha\tAbrir\tMáx.\tMín.\tCerrar\tCierre ajustado\tVolumen', '19 nov 2024\t226,98\t230,16\t226,66\t228,28\t228,03\t36.211.800'), us, 'US:ABCD|1d|csv|split', ['2024-11-19', 226.98, 230.16, 226.66, 228.28, 36_211_800, null]],
  ['Yahoo, the answer of its chart service', 'x.json', JSON.stringify({ chart: { result: [{ meta: { symbol: 'ABCD' }, timestamp: [1704205800, 1704292200], indicators: { quote: [{ open: [10, null], high: [11, null], low: [9, null], close: [10.5, null], volume: [1000, null] }] } }], error: null } }), us, 'US:ABCD|1d|json|split', ['2024-01-02', 10, 11, 9, 10.5, 1000, null]],
  ['Stooq, MetaStock text', 'abc.prn', lines('<TICKER>,<DTYYYYMMDD>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>', 'ABC,20240102,120,121,119,120.5,500'), { exchange: 'XLON' }, 'XLON:ABC|1d|csv|raw', ['2024-01-02', 120, 121, 119, 120.5, 500, null]],
  ['Stooq, a symbol that it does not know', 'x.csv', lines('Symbol,Date,Time,Open,High,Low,Close,Volume', 'ABCD.US,2024-01-02,22:00:19,10,11,9,10.5,1000', 'ZZZZ.US,N/D,N/D,N/D,N/D,N/D,N/D,N/D'), {}, 'US:ABCD|1d|csv|split', ['2024-01-02', 10, 11, 9, 10.5, 1000, null]],
  ['TradingView, a statistic', 'FRED_DGS10, 1D.csv', lines('time,close', '2024-01-02,3.95'), { market: 'OTHER' }, 'OTHER:DGS10|1d|tradingview|raw', ['2024-01-02', 3.95, 3.95, 3.95, 3.95, null, null]],
  ['MetaTrader, its Python client', 'EURUSD_M5.csv', lines('time,open,high,low,close,tick_volume,spread,real_volume', '1704186000,1.1,1.2,1.0,1.15,100,1,0', '1704186300,1.1,1.2,1.0,1.15,100,1,0'), {}, 'FX:EURUSD|5m|metatrader|raw', ['2024-01-02T09:00:00Z', 1.1, 1.2, 1, 1.15, 100, null]],
  ['Investing.com, a language whose words are not known', 'x.csv', lines('"तारीख","अंतिम","शुरुआत","उच्च","निम्न","वॉल्यूम","बदलाव %"', '"15.01.2024","1.622,22","1.700,00","1.710,10","1.600,50","45,53M","-0,49%"'), us, 'US:ABCD|1d|investing|split', ['2024-01-15', 1_700, 1_710.1, 1_600.5, 1_622.22, 45_530_000, null]],
  ['Investing.com, words half known', 'x.csv', lines('"Datum","Poslední","Otevření","Max.","Min.","Objem","Změna %"', '"15.01.2024","1.622,22","1.700,00","1.710,10","1.600,50","45,53M","-0,49%"'), us, 'US:ABCD|1d|investing|split', ['2024-01-15', 1_700, 1_710.1, 1_600.5, 1_622.22, 45_530_000, null]],
  ['Alpha Vantage, saved again by a spreadsheet', 'daily_adjusted_ABCD.csv', lines('timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient', '1/16/2024,10,11,9,10.5,10.4,1000,0,1'), {}, 'US:ABCD|1d|alphavantage|raw', ['2024-01-16', 10, 11, 9, 10.5, 1000, null]],
  ['Alpha Vantage, a commodity', 'x.csv', lines('timestamp,value', '2024-01-02,70.38', '2024-01-03,.'), { symbol: 'WTI', market: 'OTHER' }, 'OTHER:WTI|1d|csv|raw', ['2024-01-02', 70.38, 70.38, 70.38, 70.38, null, null]],
  ['Nasdaq, a fund', 'HistoricalData_1.csv', lines('Date,Close/Last', '01/05/2024,"$1,010.50"'), us, 'US:ABCD|1d|nasdaq|split', ['2024-01-05', 1_010.5, 1_010.5, 1_010.5, 1_010.5, null, null]],
  ['Polygon, nanoseconds', 'x.csv', lines('ticker,volume,open,close,high,low,window_start,transactions', 'ABCD,1000,10,10.5,11,9,1704465000000000000,5', 'ABCD,1000,10,10.5,11,9,1704465060000000000,5'), { market: 'US' }, 'US:ABCD|1m|csv|split', ['2024-01-05T14:30:00Z', 10, 11, 9, 10.5, 1000, null]],
  ['Kraken, trades behind the volume', 'x.csv', lines('1704067200,42000,43000,41000,42500,100.5,5000', '1704153600,42000,43000,41000,42500,100.5,5000'), { symbol: 'XBTUSD' }, 'CRYPTO:XBTUSD|1d|csv|raw', ['2024-01-01', 42_000, 43_000, 41_000, 42_500, 100.5, null]],
  ['Bloomberg', 'x.csv', lines('Date,PX_OPEN,PX_HIGH,PX_LOW,PX_LAST,PX_VOLUME', '1/16/2024,10,11,9,10.5,1000'), us, 'US:ABCD|1d|csv|split', ['2024-01-16', 10, 11, 9, 10.5, 1000, null]],
  ['Interactive Brokers, a zone behind the time', 'x.csv', lines('date,open,high,low,close,volume,wap,count', '20240705 09:30:00 US/Eastern,10,11,9,10.5,100,10.2,5', '20240705 09:35:00 US/Eastern,10,11,9,10.5,100,10.2,5'), us, 'US:ABCD|5m|csv|split', ['2024-07-05T13:30:00Z', 10, 11, 9, 10.5, 100, null]],
  ['NinjaTrader, date and time packed', 'x.txt', lines('20240105 143000;10;11;9;10.5;1000', '20240105 143100;10;11;9;10.5;1000'), { ...us, zone: 'UTC' }, 'US:ABCD|1m|csv|split', ['2024-01-05T14:30:00Z', 10, 11, 9, 10.5, 1000, null]],
  ['Sina, its turnover is a rate', 'sh600999.csv', lines('date,open,high,low,close,volume,outstanding_share,turnover', '2024-01-05,10,11,9,10.5,1000,1e9,0.001'), {}, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 10, 11, 9, 10.5, 1000, null]],
  ['Tencent, its amount counts lots', 'sz000999.csv', lines('date,open,close,high,low,amount', '2024-01-05,10,10.5,11,9,1000'), {}, 'XSHE:000999|1d|tencent|raw', ['2024-01-05', 10, 11, 9, 10.5, 100_000, null]],
  ['RiceQuant', 'x.csv', lines('order_book_id,date,open,close,high,low,total_turnover,volume', '600999.XSHG,2024-01-05,10,10.5,11,9,10300,1000'), {}, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 10, 11, 9, 10.5, 1000, 10_300]],
  ['tushare, dates that were kept as numbers', 'x.csv', lines('ts_code,trade_date,open,high,low,close,vol,amount', '600999.SH,20240105.0,10,11,9,10.5,1000,1030'), {}, 'XSHG:600999|1d|tushare|raw', ['2024-01-05', 10, 11, 9, 10.5, 100_000, 1_030_000]],
  ['units behind a stroke', 'x.csv', lines('日期,开盘,最高,最低,收盘,成交量/手,成交额/万元', '2024-01-05,10,11,9,10.5,1250,131'), cn, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 10, 11, 9, 10.5, 125_000, 1_310_000]],
  ['units of English headers', 'x.csv', lines("Date,Open,High,Low,Close,Volume ('000),Turnover (mn)", '2024-01-05,10,11,9,10.5,1250,13.1'), us, 'US:ABCD|1d|csv|split', ['2024-01-05', 10, 11, 9, 10.5, 1_250_000, 13_100_000]],
  ['East Money, the answer of its service', 'x.json', JSON.stringify({ data: { code: '600999', klines: ['2024-01-05,10,10.5,11,9,1000,1030000.0,1,1,1,0.1'] } }), cn, 'XSHG:600999|1d|eastmoney|raw', ['2024-01-05', 10, 11, 9, 10.5, 100_000, 1_030_000]],
  ['tushare, the answer of its service', 'x.json', JSON.stringify({ data: { fields: ['ts_code', 'trade_date', 'open', 'high', 'low', 'close', 'vol', 'amount'], items: [['600999.SH', '20240105', 10, 11, 9, 10.5, 1000, 1030]] } }), {}, 'XSHG:600999|1d|tushare|raw', ['2024-01-05', 10, 11, 9, 10.5, 100_000, 1_030_000]],
  ['full-width commas and digits', 'x.csv', lines('日期，开盘，最高，最低，收盘，成交量', '２０２４－０１－０５，１０．５，１１，９，１０．８，１２３４'), cn, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 10.5, 11, 9, 10.8, 1234, null]],
  ['full-width commas in the header alone', 'x.csv', lines('日期，开盘，最高，最低，收盘，成交量', '2024-01-05,10.5,11,9,10.8,1234'), cn, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 10.5, 11, 9, 10.8, 1234, null]],
  ['full-width thousands', 'x.txt', lines('日期\t收盘\t成交量', '2024-01-05\t１，０１０．５\t１，２３４，５６７'), cn, 'XSHG:600999|1d|csv|raw', ['2024-01-05', 1_010.5, 1_010.5, 1_010.5, 1_010.5, 1_234_567, null]],
])('%s', async (_, name, content, options, key, row) => {
  const { rows, rejected, ...result } = await read(name, content, options);
  expect([result.key, rows[0], rejected]).toEqual([key, row, 0]);
});

describe('dates and times', () => {
  test.each([
    ['packed with a month name', '05JAN2024', '16JAN2024'],
    ['year first with a month name', '2024-Jan-05', '2024-Jan-16'],
    ['a weekday behind a stroke', '2024/01/05-五', '2024/01/16-二'],
    ['in single quotes', "'2024-01-05'", "'2024-01-16'"],
    ['full width', '２０２４年１月５日', '２０２４年１月１６日'],
    ['the close of a day whose session ended early', '2024-01-05 16:00', '2024-01-16 13:00'],
  ])('%s', async (_, first, second) => {
    const { rows } = await read('x.csv', lines(usual, `${first},10,11,9,10.5,1000`, `${second},10,11,9,10.5,1000`), us);
    expect(rows.map(([day]) => day)).toEqual(['2024-01-05', '2024-01-16']);
  });

  test.each([
    ['a zone by its letters', '2024-07-05 13:31:00 EDT'], ['a zone by its place', '2024-07-05 13:31 America/New_York'],
    ['Chinese halves of the day', '2024/7/5 下午1:31:00'], ['Chinese hours and minutes', '2024年7月5日 13时31分'],
  ])('%s', async (_, moment) => {
    const { rows } = await read('x.csv', lines(usual, `${moment},10,11,9,10.5,1000`), { ...us, freq: '1m' });
    expect(rows[0]?.[0]).toBe('2024-07-05T17:31:00Z');
  });

  test.each(['2024-07-05 13:31:00 CST', '2024-07-05 13:31:00 Mars/Base', 'week 27'])('what could mean several times, or none, is quoted: %s', async (example) => {
    await expect(read('x.csv', lines(usual, `${example},10,11,9,10.5,1000`), us)).rejects.toMatchObject({ code: 'import.unknownDates', params: { example } });
  });

  test.each([
    ['without its zero in front', '93500'], ['with thousandths', '93500000'], ['a fraction of the day', '0.399305555'], ['full width', '０９：３５'],
  ])('a time in its own column %s', async (_, time) => {
    const { rows } = await read('x.csv', lines('Date,Time,Open,High,Low,Close', `20240105,${time},10,11,9,10.5`), { ...us, freq: '5m' });
    expect(rows[0]?.[0]).toBe('2024-01-05T14:35:00Z');
  });

  test('a time in its own column of a workbook', async () => {
    const time = (value: number): XLSX.CellObject => ({ t: 'n', v: value, z: 'hh:mm' });
    const sheet = XLSX.utils.aoa_to_sheet([['Date', 'Time', 'Close'], [new Date(Date.UTC(2024, 0, 5)), time(0.395833333), 10], [new Date(Date.UTC(2024, 0, 5)), time(0.399305556), 11]], { UTC: true });
    const bytes = new Uint8Array(XLSX.write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect((await read('x.xlsx', bytes, us)).rows.map(([at]) => at)).toEqual(['2024-01-05T14:30:00Z', '2024-01-05T14:35:00Z']);
  });
});

describe('figures', () => {
  test.each([
    ['1,010.50 USD', 1_010.5], ['HK$1,010.50', 1_010.5], ['(10.5)', -10.5], ['−10.5', -10.5], ['￥10.5', 10.5], ['10.5 kr', 10.5], ['１０．５元', 10.5],
  ])('%s', async (cell, value) => {
    expect((await read('x.txt', lines('Date\tClose', `2024-01-05\t${cell}`), { symbol: 'AB', market: 'OTHER' })).rows[0]?.[4]).toBe(value);
  });

  test('a decimal comma is told by figures with a currency behind them', async () => {
    expect((await read('x.csv', lines('Datum;Schluss', '15.01.2024;10,50 €'), us)).rows[0]?.[4]).toBe(10.5);
  });

  test('a point that may stand for thousands in prices and volumes alike is asked about', async () => {
    await expect(read('x.csv', lines('Datum;Schlusskurs;Stück', '15.01.2024;16.622;1.000', '16.01.2024;16.704;12.000'), us)).rejects.toMatchObject({ code: 'import.askDecimal', params: { example: '16.622' } });
    const { rows } = await read('x.csv', lines('Date;Close;Volume', '15.01.2024;147.122;0', '16.01.2024;147.204;5'), us);
    expect(rows[0]?.[4]).toBe(147.122);
  });

  test('marks of emptiness make a row without values, whatever the program', async () => {
    const marks = ['N/D', 'n.a.', '.', '?', '\\N', '<NA>', '#VALUE!', '---', '－－', '暂无'];
    const { skippedBy, rejected } = await read('x.csv', lines(usual, '2024-01-02,10,11,9,10.5,1000', ...marks.map((mark, index) => `2024-02-${String(index + 10)},${Array.from({ length: 5 }, () => mark).join(',')}`)), us);
    expect([skippedBy, rejected]).toEqual([{ noValues: marks.length }, 0]);
  });

  test('dividends alone are no closes', async () => {
    await expect(read('ABCD.csv', lines('Date,Dividends', '2024-01-05,0.24'))).rejects.toMatchObject({ code: 'import.noClose' });
    await expect(read('ABCD.csv', lines('DATE,DIVIDENDS', '2024-01-05,0.24'))).rejects.toMatchObject({ code: 'import.noClose' });
  });

  test('prices for which no column was recognised are told', async () => {
    const { notes } = await previewText('x.csv', lines('Date,Begin,High,Low,Close,Volume', '2024-01-05,10,11,9,10.5,1000'), us);
    expect(notes).toMatchObject([{ code: 'import.noteColumns', params: { columns: 'open' } }]);
  });
});

test.each([
  ['Shift JIS', 'shift_jis', '日付,始値,高値,安値,終値,出来高'], ['EUC-KR', 'euc-kr', '일자,시가,고가,저가,종가,거래량'],
])('%s is told by the words of its header', async (_, encoding, header) => {
  const bytes = iconv.encode(lines(header, '2024/01/05,100,110,90,105,1000'), encoding);
  expect((await read('x.csv', bytes, { symbol: '7203', market: 'OTHER' })).rows).toEqual([['2024-01-05', 100, 110, 90, 105, 1000, null]]);
});
