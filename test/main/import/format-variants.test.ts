import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/shared/contract/imports.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { previewText, readText } from './import-harness.ts';

const us = { symbol: 'ABCD', market: 'US' } as const;
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** Reads invented text that becomes one series: its key, its bars with the time as text, and the counts by rule. */
async function bars(name: string, content: string | Uint8Array, options: ImportOptions = {}) {
  const { outcome, writer, actions } = await readText(name, content, options);
  const [key = ''] = writer.series.keys();
  const [symbol = '', freq = ''] = key.split('|');
  const time = (value: number): string => (/[mh]$/.test(freq) ? formatUtc(value as UtcMs) : formatTradingDate(value as TradingDate));
  const rows = writer.bars(symbol).map(([at, ...values]) => [time(at), ...values.slice(0, 5).map((value) => (Number.isNaN(value) ? null : value))]);
  return { key, rows, counts: outcome.counts, actions };
}

describe('dates as people and spreadsheets leave them', () => {
  const header = 'Date,Open,High,Low,Close,Volume';
  test.each([
    ['two-digit years', '1/2/24', '1/16/24'],
    ['a day with a month name', '02-Jan-2024', '16-Jan-2024'],
    ['a day with a month name and a short year', '2-Jan-24', '16-Jan-24'],
    ['a weekday in front', '"Tue, Jan 2, 2024"', '"Tue, Jan 16, 2024"'],
    ['a weekday behind', '2024/01/02 周二', '2024/01/16 周二'],
    ['a weekday in brackets', '2024-01-02（星期二）', '2024-01-16（星期二）'],
    ['Chinese and Japanese years', '2024年01月02日', '2024年1月16日'],
    ['Korean spaces', '2024- 01- 02', '2024- 01- 16'],
    ['German months', '2. Januar 2024', '16. Jan. 2024'],
    ['Spanish months', '2 de ene de 2024', '16 de enero de 2024'],
    ['Russian months', '2 янв 2024', '16 янв. 2024'],
    ['serial days of a spreadsheet', '45293', '45307'],
    ['a formula that keeps text', '="2024-01-02"', '="2024-01-16"'],
    ['a leading apostrophe', "'2024-01-02", "'2024-01-16"],
  ])('%s', async (_, first, second) => {
    const { rows } = await bars('x.csv', lines(header, `${first},10,11,9,10.5,1000`, `${second},10,11,9,10.5,1000`), us);
    expect(rows.map(([day]) => day)).toEqual(['2024-01-02', '2024-01-16']);
  });

  test('serial days carry the time of day as their fraction', async () => {
    const { key, rows } = await bars('x.csv', lines(header, '45293.395833333336,10,11,9,10.5,1000', '45293.399305555555,10,11,9,10.5,1000'), us);
    expect([key, rows[0]?.[0]]).toEqual(['US:ABCD|5m|csv|split', '2024-01-02T14:30:00Z']);
  });
});

describe('Yahoo Finance', () => {
  const first = 'Nov 19, 2024\t226.98\t230.16\t226.66\t228.28\t228.03\t36,211,800';
  test.each([
    ['with footnote marks', 'Close*\tAdj Close**'],
    ['with tooltips', 'Close Close price adjusted for splits.\tAdj Close Adjusted close price adjusted for splits and dividend and/or capital gain distributions.'],
  ])('a copy of the web table %s keeps dividends and splits as actions', async (_, closes) => {
    const text = lines(`Date\tOpen\tHigh\tLow\t${closes}\tVolume`, first, 'Nov 8, 2024\t0.25 Dividend', 'Aug 31, 2020\t4:1 Stock Splits', '*Close price adjusted for splits.');
    const { key, rows, counts, actions } = await bars('clipboard.txt', text, us);
    expect([key, rows]).toEqual(['US:ABCD|1d|yahoo|split', [['2024-11-19', 226.98, 230.16, 226.66, 228.28, 36_211_800]]]);
    expect(counts.skippedBy).toEqual({ event: 2, footer: 1 });
    expect(actions.map(({ kind, value, exDate }) => [kind, value, formatTradingDate(exDate)])).toEqual([['dividend', 0.25, '2024-11-08'], ['split', 4, '2020-08-31']]);
  });

  test('a frame of one ticker saved with three header lines', async () => {
    const text = lines('Price,Close,High,Low,Open,Volume', 'Ticker,ABCD,ABCD,ABCD,ABCD,ABCD', 'Date,,,,,', '2024-01-02,10.5,11,9,10,1000');
    expect(await bars('x.csv', text)).toMatchObject({ key: 'US:ABCD|1d|yahoo|total', rows: [['2024-01-02', 10, 11, 9, 10.5, 1000]] });
  });

  test('futures are named by their suffix and may fall below zero', async () => {
    const text = lines('Date,Open,High,Low,Close,Adj Close,Volume', '2020-04-20,17.73,17.85,-40.32,-37.63,-37.63,247947');
    expect(await bars('XY=F.csv', text)).toMatchObject({ key: 'OTHER:XY=F|1d|yahoo|raw', rows: [['2020-04-20', 17.73, 17.85, -40.32, -37.63, 247_947]] });
  });

  test('saved again by a German spreadsheet: semicolons, decimal commas, empty rows at the end', async () => {
    const text = '\uFEFFDate;Open;High;Low;Close;Adj Close;Volume\r\n02.01.2024;10,25;11;9;10,5;10,1;1000\r\n16.01.2024;10,25;11;9;10,5;10,1;1000\r\n;;;;;;\r\n';
    const { rows, counts } = await bars('ABCD.csv', text);
    expect([rows[0], counts.skippedBy]).toEqual([['2024-01-02', 10.25, 11, 9, 10.5, 1000], { noValues: 1 }]);
  });
});

describe('Investing.com in the languages of its editions', () => {
  test.each([
    ['Spanish', '"Fecha","Último","Apertura","Máximo","Mínimo","Vol.","% var."', '15.01.2024'],
    ['French', '"Date","Dernier","Ouv."," Plus Haut","Plus Bas","Vol.","Variation %"', '15/01/2024'],
    ['Italian', '"Data","Ultimo","Apertura","Massimo","Minimo","Vol.","Var. %"', '15.01.2024'],
    ['Portuguese', '"Data","Último","Abertura","Máxima","Mínima","Vol.","Var%"', '15.01.2024'],
    ['Russian', '"Дата","Цена","Откр.","Макс.","Мин.","Объём","Изм. %"', '15.01.2024'],
    ['Polish', '"Data","Ostatnio","Otwarcie","Max.","Min.","Wol.","Zmiana%"', '15.01.2024'],
    ['Dutch', '"Datum","Laatste","Open","Hoog","Laag","Vol.","Verschil %"', '15-01-2024'],
    ['Swedish', '"Datum","Senaste","Öppen","Högst","Lägst","Vol.","+/- %"', '2024-01-15'],
    ['Indonesian', '"Tanggal","Terakhir","Pembukaan","Tertinggi","Terendah","Vol.","Perubahan%"', '15/01/2024'],
    ['Turkish', '"Tarih","Şimdi","Açılış","Yüksek","Düşük","Hac.","Fark %"', '15.01.2024'],
  ])('%s, decimal comma', async (_, header, day) => {
    const { key, rows } = await bars('x.csv', `\uFEFF${header}\r\n"${day}","1.622,22","1.700,00","1.710,10","1.600,5","45,53M","-0,49%"\r\n`, us);
    expect([key, rows]).toEqual(['US:ABCD|1d|investing|split', [['2024-01-15', 1_700, 1_710.1, 1_600.5, 1_622.22, 45_530_000]]]);
  });

  test.each([
    ['Japanese', '"日付け","終値","始値","高値","安値","出来高","変化率 %"', '2024年01月15日'],
    ['Korean', '"날짜","종가","시가","고가","저가","거래량","변동 %"', '2024- 01- 15'],
    ['mainland Chinese', '"日期","收盘","开盘","高","低","交易量","涨跌幅"', '2024-1-15'],
    ['Hong Kong Chinese', '"日期","收市","開市","高","低","成交量","更改%"', '2024年1月15日'],
  ])('%s, decimal point', async (_, header, day) => {
    const { rows } = await bars('x.csv', `\uFEFF${header}\r\n"${day}","1,622.22","1,700.00","1,710.10","1,600.5","45.53K","-0.49%"\r\n`, us);
    expect(rows).toEqual([['2024-01-15', 1_700, 1_710.1, 1_600.5, 1_622.22, 45_530]]);
  });

  test('prices in whole thousands are settled by the volume beside them', async () => {
    const text = lines('"Date","Price","Open","High","Low","Vol.","Change %"', '"01/15/2024","42,511","41,735","43,350","41,724","45.53K","1.86%"');
    const { rows } = await bars('x.csv', text, { symbol: 'BTCUSD' });
    expect(rows).toEqual([['2024-01-15', 41_735, 43_350, 41_724, 42_511, 45_530]]);
  });
});

describe('weeks and months are keyed by their last session', () => {
  const week = (...days: readonly string[]): string => lines('time,open,high,low,close,Volume', ...days.map((day) => `${day},10,11,9,10.5,1000`));

  test('a week stamped with its first day ends before a holiday', async () => {
    const { rows } = await bars('NYSE_ABCD, 1W.csv', week('2024-03-11', '2024-03-18', '2024-03-25', '2024-04-01'));
    expect(rows.map(([day]) => day)).toEqual(['2024-03-15', '2024-03-22', '2024-03-28', '2024-04-05']);
  });

  test('a week stamped with its first session, also where Monday is a holiday', async () => {
    const { rows } = await bars('NYSE_ABCD, 1W.csv', week('2024-01-02', '2024-01-08', '2024-01-16', '2024-01-22', '2024-01-29'));
    expect(rows.map(([day]) => day)).toEqual(['2024-01-05', '2024-01-12', '2024-01-19', '2024-01-26', '2024-02-02']);
  });

  test('a week stamped with its last session stays, shorter weeks too', async () => {
    const text = lines('ts_code,trade_date,open,high,low,close,vol,amount', ...['20240223', '20240208', '20240202', '20240126'].map((day) => `600999.SH,${day},10,11,9,10.5,1000,1050`));
    expect((await bars('x.csv', text)).rows.map(([day]) => day)).toEqual(['2024-01-26', '2024-02-02', '2024-02-08', '2024-02-23']);
  });

  test('a running week stamped with the day of the download gets the key it will keep', async () => {
    const days = ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-18'];
    const text = lines('timestamp,open,high,low,close,volume', ...days.map((day) => `${day},10,11,9,10.5,1000`));
    const { rows } = await bars('weekly_ABCD.csv', text);
    expect(rows.map(([day]) => day)).toEqual(['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-20']);
  });

  test('a month stamped with its first day ends with its last session', async () => {
    const { rows } = await bars('NYSE_ABCD, 1M.csv', week('2024-01-02', '2024-02-01', '2024-03-01', '2024-04-01'));
    expect(rows.map(([day]) => day)).toEqual(['2024-01-31', '2024-02-29', '2024-03-28', '2024-04-30']);
  });

  test('our own weeks of a market without holidays come back under their Sundays', async () => {
    const days = ['2024-01-07', '2024-01-14', '2024-01-21', '2024-01-28'];
    const text = lines('date,symbol,open,high,low,close,volume,amount,flags', ...days.map((day) => `BINANCE:ABCUSDT,${day}`.split(',').toReversed().join(',') + ',10,11,9,10.5,1,,'));
    expect((await bars('x.csv', text)).rows.map(([day]) => day)).toEqual(days);
  });
});

describe('terminals and exchanges', () => {
  test.each([
    ['with a header', 'EURUSD_M15.csv', ['Date,Time,Open,High,Low,Close,Volume', '2024.01.02,09:00,1.27,1.28,1.26,1.275,100', '2024.01.02,09:15,1.27,1.28,1.26,1.275,100']],
    ['without, by tabs', 'EURUSD15.csv', ['2024.01.02\t09:00\t1.27\t1.28\t1.26\t1.275\t100', '2024.01.02\t09:15\t1.27\t1.28\t1.26\t1.275\t100']],
    ['without, date and time in one cell', 'EURUSD15.csv', ['2024.01.02 09:00,1.27,1.28,1.26,1.275,100', '2024.01.02 09:15,1.27,1.28,1.26,1.275,100']],
    ['without, with spread', 'EURUSDM15.csv', ['2024.01.02\t09:00:00\t1.27\t1.28\t1.26\t1.275\t100\t0\t1', '2024.01.02\t09:15:00\t1.27\t1.28\t1.26\t1.275\t100\t0\t1']],
    ['of a broker with marks of its own', 'EURUSD.m_M15.csv', ['<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>', '2024.01.02\t09:00:00\t1.27\t1.28\t1.26\t1.275\t100\t0\t1', '2024.01.02\t09:15:00\t1.27\t1.28\t1.26\t1.275\t100\t0\t1']],
  ])('MetaTrader %s', async (_, name, rows) => {
    const read = await bars(name, lines(...rows));
    expect([read.key, read.rows[0]]).toEqual(['FX:EURUSD|15m|metatrader|raw', ['2024-01-02T09:00:00Z', 1.27, 1.28, 1.26, 1.275, 100]]);
  });

  test('a delayed feed of TradingView is the exchange itself', async () => {
    const { key } = await bars('SSE_DLY_600999, 1D.csv', lines('time,open,high,low,close,Volume', '2024-01-02T01:30:00Z,10,11,9,10.5,1000'));
    expect(key).toBe('XSHG:600999|1d|tradingview|split');
  });

  test('Binance milliseconds and microseconds in one file', async () => {
    const kline = (open: string, close: string): string => `${open},42000,42100,41900,42050,12.5,${close},525000,100,6,252000,0`;
    const { rows } = await bars('ABCUSDT-1d.csv', lines(kline('1735603200000', '1735689599999'), kline('1735689600000000', '1735775999999999')));
    expect(rows.map(([day]) => day)).toEqual(['2024-12-31', '2025-01-01']);
  });

  test.each([
    ['fx_daily_EUR_USD.csv', 'FX:EURUSD|1d|alphavantage|raw'],
    ['currency_daily_BTC_USD.csv', 'CRYPTO:BTCUSD|1d|alphavantage|raw'],
  ])('Alpha Vantage names pairs: %s', async (name, key) => {
    expect((await bars(name, lines('timestamp,open,high,low,close', '2024-01-02,1.1,1.2,1,1.15'))).key).toBe(key);
  });

  test('a time in numbers under `timestamp` is not Alpha Vantage, and its day is the exchange’s', async () => {
    const text = lines('timestamp,volume,open,high,low,close,chg,percent,amount', '1704124800000,1000,10,11,9,10.5,1,1,10500', '1704211200000,1000,10,11,9,10.5,1,1,10500');
    expect(await bars('SH600999.csv', text)).toMatchObject({ key: 'XSHG:600999|1d|csv|raw', rows: [['2024-01-02'], ['2024-01-03']].map((row) => expect.arrayContaining(row)) });
  });

  test('Stooq writes London as UK', async () => {
    const text = lines('<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>', 'ABC.UK,D,20240102,000000,10,11,9,10.5,1000,0');
    expect((await bars('x.txt', text)).key).toBe('XLON:ABC|1d|stooq|total');
  });
});

describe('Chinese files', () => {
  const gbk = (...rows: readonly string[]): Uint8Array => iconv.encode(`${rows.join('\r\n')}\r\n`, 'gbk');

  test.each([['平安银行', 'XSHE:000001'], ['上证指数', 'INDEX:000001.SH']])('000001 is told by the name beside it: %s', async (name, key) => {
    const header = '日期,股票代码,名称,收盘价,最高价,最低价,开盘价,前收盘,涨跌额,涨跌幅,换手率,成交量,成交金额,总市值,流通市值';
    const read = await bars('x.csv', gbk(header, `2024-01-03,'000001,${name},10.5,11,9,10,10.4,0.1,0.9,0.1,1000,10300,1.0e+11,1.0e+11`));
    expect(read.key).toBe(`${key}|1d|netease|raw`);
  });

  test('a list of shares takes 000001 for the share, zeros kept or lost', async () => {
    const { writer } = await readText('x.csv', lines('date,code,open,high,low,close', '2024-01-02,000001,10,11,9,10.5', '2024-01-02,600999,10,11,9,10.5', '2024-01-02,2,10,11,9,10.5'), { market: 'CN' });
    expect([...writer.instruments.keys()]).toEqual(['XSHE:000001', 'XSHG:600999', 'XSHE:000002']);
  });

  test('a code column of the East Money interface names shares', async () => {
    const text = lines(',日期,股票代码,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率', '0,2024-01-02,000001,9.39,9.21,9.42,9.21,1158366,1075742252.45,2.24,-1.92,-0.18,0.6');
    expect(await bars('x.csv', text)).toMatchObject({ key: 'XSHE:000001|1d|eastmoney|raw', rows: [['2024-01-02', 9.39, 9.42, 9.21, 9.21, 115_836_600]] });
  });

  test('the East Money terminal writes the code into the file name', async () => {
    const text = gbk('交易时间,开盘价,收盘价,最高价,最低价,涨跌额,涨跌幅,成交量,成交额,均价,换手率', ...['02', '03', '04'].map((day) => `2024-01-${day},10,10.5,11,9,1,1%,"1,000","1,030,000",10.3,0.1%`));
    expect(await bars('K线导出_600999_日线数据.csv', text)).toMatchObject({ key: 'XSHG:600999|1d|eastmoney|raw', rows: Array.from({ length: 3 }, () => expect.arrayContaining([100_000])) });
  });

  test('a table saved from the screen of 通达信 is titled by name and code', async () => {
    const text = gbk('平安银行 (000001)', '时间\t开盘\t最高\t最低\t收盘\t总手\t金额', ...['02,二', '03,三', '04,四'].map((day) => `2024-01-${day}\t10\t11\t9\t10.5\t1000\t1030000`));
    expect(await bars('table.xls', text)).toMatchObject({ key: 'XSHE:000001|1d|tongdaxin|raw', counts: { rows: 3 } });
  });

  test('通达信 quarters are refused by name, not taken for days', async () => {
    const text = gbk('600999 测试股份 季线 不复权', '日期\t开盘\t最高\t最低\t收盘\t成交量\t成交额', '2024/03/29\t10\t11\t9\t10.5\t1000\t10300');
    await expect(readText('SH#600999.txt', text)).rejects.toMatchObject({ code: 'import.period', params: { period: '季线' } });
  });

  test('tushare minutes count shares and are stamped with their end', async () => {
    const text = lines('ts_code,trade_time,open,close,high,low,vol,amount', ...['15:00', '14:59', '14:58'].map((time) => `600999.SH,2024-01-02 ${time}:00,10,10.1,10.2,9.9,1000,10050`));
    expect(await bars('x.csv', text)).toMatchObject({ key: 'XSHG:600999|1m|tushare|raw', rows: expect.arrayContaining([['2024-01-02T06:59:00Z', 10, 10.2, 9.9, 10.1, 1000]]) });
  });

  test.each([
    ['end', ['09:35', '09:40', '11:30', '13:05', '15:00'], '2024-01-02T01:30:00Z'],
    ['beginning', ['09:30', '09:35', '11:25', '13:00', '14:55'], '2024-01-02T01:30:00Z'],
  ])('minutes of a file of no known product are told by where its sessions begin and end: stamped with the %s', async (_, times, first) => {
    const { rows } = await bars('600999.csv', lines('time,open,high,low,close,volume', ...times.map((time) => `2024-01-02 ${time},10,11,9,10.5,100`)));
    expect(rows[0]?.[0]).toBe(first);
  });

  test('a unit that the figures contradict is told as such', async () => {
    const rows = ['02', '03', '04'].map((day) => `2024-01-${day},290,291,294,288,17000000,4947000000,1,1,1,0.1`);
    const preview = await previewText('00700.csv', lines('日期,开盘,收盘,最高,最低,成交量,成交额,振幅,涨跌幅,涨跌额,换手率', ...rows), { market: 'HK' });
    expect([preview.plan.volumeUnit, preview.notes.map(({ code }) => code)]).toEqual(['shares', ['import.noteShares']]);
  });

  test('units in the header or behind the figures', async () => {
    const rows = ['02', '03', '04'].map((day) => `2024/1/${day}\t10\t11\t9\t10.5\t1000\t105`);
    expect((await bars('剪贴板.txt', lines('日期\t开盘\t最高\t最低\t收盘\t成交量(手)\t成交额(万元)', ...rows), { symbol: '600999' })).rows[0]?.[5]).toBe(100_000);
    const worded = ['02', '03', '04'].map((day) => `2024-01-${day},10,11,9,10.5,1.25万手,1310万元`);
    expect((await bars('x.csv', lines('日期,开盘,最高,最低,收盘,成交量,成交额', ...worded), { symbol: '600999' })).rows[0]?.[5]).toBe(1_250_000);
  });

  test('a data frame saved with its dates under an empty header', async () => {
    const text = lines(',open,close,high,low,volume,money', '2024-01-02,10,10.5,11,9,1000,10300', '2024-01-03,10,10.5,11,9,1000,10300');
    expect((await bars('x.csv', text, { symbol: '600999.XSHG' })).rows[0]).toEqual(['2024-01-02', 10, 11, 9, 10.5, 1000]);
  });
});

describe('encodings', () => {
  const german = 'Datum;Eröffnung;Hoch;Tief;Schluss;Stück\r\n02.01.2024;10,5;11;9;10,5;1000\r\n';
  const chinese = '日期\t开盘\t最高\t最低\t收盘\t成交量\r\n2024-01-02\t10.5\t11\t9\t10.5\t1000\r\n';
  test.each([
    ['western bytes that would also decode as Chinese', iconv.encode(german, 'latin1')],
    ['UTF-16 big-endian', iconv.encode(german, 'utf16be', { addBOM: true })],
    ['Chinese UTF-16 without a mark', iconv.encode(chinese, 'utf16le', { addBOM: false })],
    ['GBK', iconv.encode(chinese, 'gbk')],
    ['UTF-8', iconv.encode(chinese, 'utf8')],
  ])('%s', async (_, bytes) => {
    expect((await bars('x.csv', bytes, { symbol: '600999' })).rows).toEqual([['2024-01-02', 10.5, 11, 9, 10.5, 1000]]);
  });
});

describe('what services and sites wrap their tables in', () => {
  /** An archive of the named texts, deflated. */
  const archive = (files: Readonly<Record<string, string>>): Uint8Array => {
    const zip = XLSX.CFB.utils.cfb_new();
    for (const [name, text] of Object.entries(files)) XLSX.CFB.utils.cfb_add(zip, `/${name}`, Buffer.from(text));
    XLSX.CFB.utils.cfb_del(zip, '/\u0001Sh33tJ5');
    return new Uint8Array(XLSX.CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer);
  };
  const kline = `1735689600000000,42000,42100,41900,42050,12.5,1735775999999999,525000,100,6,252000,0\n`;

  test('an archive of one file is that file, under its own name', async () => {
    expect(await bars('download.zip', archive({ 'ABCUSDT-1d-2025-01.csv': kline }))).toMatchObject({ key: 'BINANCE:ABCUSDT|1d|binance|raw', counts: { rows: 1 } });
  });

  test('D8 an archive whose contents are cut is damaged', async () => {
    const bytes = archive({ 'ABCUSDT-1d.csv': kline.repeat(100) });
    bytes.fill(0xff, 60, 90);
    await expect(readText('x.zip', bytes)).rejects.toMatchObject({ code: 'import.damaged' });
  });

  test.each([
    ['a web table named .xls', '<html><body><p>x</p><table><tr><td>日期</td><td>代码</td><td>收盘</td></tr><tr><td>2024-01-02</td><td>000002</td><td>1,010.5</td></tr></table></body></html>'],
    ['an XML workbook', XLSX.write({ SheetNames: ['A'], Sheets: { A: XLSX.utils.aoa_to_sheet([['日期', '代码', '收盘'], ['2024-01-02', '000002', 1010.5]]) } }, { type: 'string', bookType: 'xlml' }) as string],
  ])('%s keeps the zeros of its codes', async (_, text) => {
    expect(await bars('table.xls', iconv.encode(text, 'utf8'), { exchange: 'XSHE' })).toMatchObject({ key: 'XSHE:000002|1d|xlsx|raw', rows: [expect.arrayContaining([1010.5])] });
  });

  test('tickers side by side become a series each', async () => {
    const text = lines('Price,Close,Close,Open,Open,Volume,Volume', 'Ticker,AAA,BBB,AAA,BBB,AAA,BBB', 'Date,,,,,,', '2024-01-02,10.5,20.5,10,20,1000,2000', '2024-01-03,,21.5,,21,,2100');
    const { writer } = await readText('download.csv', text, { market: 'US' });
    expect([writer.bars('US:AAA').length, writer.bars('US:BBB').length, writer.bars('US:BBB')[1]?.slice(1, 6)]).toEqual([1, 2, [21, 21.5, 21.5, 21.5, 2100]]);
  });

  test.each(['No data', 'Exceeded the daily hits limit', 'Brak danych'])('a service that answers “%s” is quoted', async (message) => {
    await expect(readText('abcd_us_d.csv', message)).rejects.toMatchObject({ code: 'import.providerMessage', params: { message } });
  });
});
