import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import type { ImportOptions } from '../../../src/shared/contract/imports.ts';
import { formatUtc, tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';
import { previewText, readText } from './import-harness.ts';

const utc = (time: number | undefined): string => formatUtc((time ?? NaN) as UtcMs);

/** Reads an invented file that becomes one series; its key, first bar and the counts. */
async function single(name: string, content: string | Uint8Array, options: ImportOptions = {}) {
  const { outcome, imported, writer, actions } = await readText(name, content, options);
  const [key = ''] = writer.series.keys();
  return { key, bars: writer.bars(key.split('|')[0] ?? ''), imported, outcome, actions, instrument: [...writer.instruments.values()][0] };
}

describe('downloads of western products', () => {
  test('Yahoo names its files by its own symbols', async () => {
    const header = 'Date,Open,High,Low,Close,Adj Close,Volume\n';
    const row = '2024-01-02,10,11,9,10.5,10.1,1000\n';
    expect((await single('ZZTOP.csv', header + row)).key).toBe('US:ZZTOP|1d|yahoo|split');
    expect((await single('9988.HK.csv', header + row)).key).toBe('XHKG:09988|1d|yahoo|split');
    expect((await single('^ABC (1).csv', header + row)).key).toBe('INDEX:ABC|1d|yahoo|raw');
  });

  test('dividends and splits beside prices that carry splits become corporate actions, dividends as they were declared', async () => {
    const { actions } = await single('ABCD.csv', [
      'Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits', '2024-01-02 00:00:00-05:00,10,11,9,10.5,10.1,1000,0.0,0.0',
      '2024-01-03 00:00:00-05:00,10,11,9,10.5,10.1,1000,0.25,0.0', '2024-01-04 00:00:00-05:00,10,12,8,11,10.6,1000,0.0,2.0',
      '2024-01-05 00:00:00-05:00,10,12,8,11,11,1000,0.3,0.0',
    ].join('\n'));
    expect(actions).toMatchObject([
      { symbol: 'US:ABCD', kind: 'dividend', exDate: tradingDateOf('2024-01-03'), value: 0.5, source: 'yahoo' },
      { symbol: 'US:ABCD', kind: 'split', exDate: tradingDateOf('2024-01-04'), value: 2, source: 'yahoo' },
      { symbol: 'US:ABCD', kind: 'dividend', exDate: tradingDateOf('2024-01-05'), value: 0.3, source: 'yahoo' },
    ]);
  });

  test('dividends beside raw prices stand as they were declared', async () => {
    const { actions } = await single('daily_adjusted_ABCD.csv', [
      'timestamp,open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient', '2024-01-04,5,6,4,5.5,5.5,1000,0.0,2.0', '2024-01-03,10,11,9,10.5,5.2,1000,0.25,1.0',
      '2024-01-02,10,11,9,10.5,5.1,1000,0.0,1.0',
    ].join('\n'));
    expect(actions).toMatchObject([{ kind: 'split', value: 2 }, { kind: 'dividend', exDate: tradingDateOf('2024-01-03'), value: 0.25 }]);
  });

  test('Nasdaq writes dollars, American dates and the newest day first', async () => {
    const { key, bars } = await single('HistoricalData_1.csv', 'Date,Close/Last,Volume,Open,High,Low\n01/03/2024,$11.50,"1,200",$10.50,$12,$10\n01/02/2024,$10.50,1000,$10,$11,$9\n', { symbol: 'ABCD' });
    expect([key, bars[0]]).toEqual(['US:ABCD|1d|nasdaq|split', [tradingDateOf('2024-01-02'), 10, 11, 9, 10.5, 1000, NaN, 0]]);
    expect(bars[1]?.[5]).toBe(1_200);
  });

  test('Alpha Vantage stamps intraday bars with New York time', async () => {
    const { key, bars } = await single('intraday_5min_ABCD.csv', 'timestamp,open,high,low,close,volume\n2024-07-01 09:35:00,2,3,1,2,10\n2024-07-01 09:30:00,1,2,1,2,10\n');
    expect(key).toBe('US:ABCD|5m|alphavantage|raw');
    expect(utc(bars[0]?.[0])).toBe('2024-07-01T13:30:00Z');
  });

  test('Alpha Vantage answers its limit as JSON, which is told and not imported', async () => {
    const limit = '{"Information": "Thank you for using our service! The standard rate limit is 25 requests per day."}';
    await expect(readText('daily_ABCD.csv', limit)).rejects.toMatchObject({ code: 'import.providerMessage' });
  });

  test('Stooq bulk files name ticker and period', async () => {
    const { key, bars } = await single('abcd.us.txt', '<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\nABCD.US,D,20240102,000000,10,11,9,10.5,1000,0\nABCD.US,D,20240103,000000,10,11,9,10.5,1000,0\n');
    expect([key, bars[0]?.[0]]).toEqual(['US:ABCD|1d|stooq|total', tradingDateOf('2024-01-02')]);
  });

  test('Stooq single files are named by symbol', async () => {
    expect((await single('abcd_us_d.csv', 'Date,Open,High,Low,Close,Volume\n2024-01-02,10,11,9,10.5,1000\n')).key).toBe('US:ABCD|1d|stooq|total');
  });

  test('TradingView names exchange and symbol, and may stamp in seconds', async () => {
    const { key, bars } = await single('NASDAQ_ABCD, 60.csv', 'time,open,high,low,close,Volume\n1704205800,10,11,9,10.5,1000\n1704209400,10,11,9,10.5,1000\n');
    expect(key).toBe('XNAS:ABCD|1h|tradingview|split');
    expect(utc(bars[0]?.[0])).toBe('2024-01-02T14:30:00Z');
  });

  test('a daily bar stamped with an instant belongs to the day of its exchange', async () => {
    const { bars } = await single('NASDAQ_ABCD, 1D.csv', 'time,open,high,low,close,Volume\n2024-01-02T23:30:00+09:00,10,11,9,10.5,1\n2024-01-04T00:30:00+10:00,10,11,9,10.5,1\n');
    expect(bars.map((bar) => bar[0])).toEqual([tradingDateOf('2024-01-02'), tradingDateOf('2024-01-03')]);
  });

  test('MetaTrader 4 has no header, and names symbol and minutes', async () => {
    const { key, bars } = await single('GBPUSD15.csv', '2024.01.02,09:00,1.27,1.28,1.26,1.275,100\n2024.01.02,09:15,1.27,1.28,1.26,1.275,100\n2024.01.02,09:30,1.27,1.28,1.26,1.275,100\n', { zone: 'Europe/Athens' });
    expect(key).toBe('FX:GBPUSD|15m|metatrader|raw');
    expect(utc(bars[0]?.[0])).toBe('2024-01-02T07:00:00Z');
  });

  test('Investing.com in German: decimal comma, points in thousands, semicolons or not', async () => {
    const content = '\uFEFF"Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"\n"15.01.2024","16.622,22","16.700,00","16.710,10","16.600,5","45,53M","-0,49%"\n"12.01.2024","16.704,56","16.600,00","16.720,00","16.590,00","-","0,95%"\n';
    const { key, bars } = await single('DAX Historische Daten.csv', content, { symbol: 'DAX', market: 'INDEX' });
    expect(key).toBe('INDEX:DAX|1d|investing|raw');
    expect(bars[1]).toEqual([tradingDateOf('2024-01-15'), 16_700, 16_710.1, 16_600.5, 16_622.22, 45_530_000, NaN, 0]);
    expect(bars[0]?.[5]).toBeNaN();
  });

  test.each([
    ['milliseconds', '1704067200000', '1704067499999'],
    ['microseconds', '1704067200000000', '1704067499999999'],
  ])('Binance bulk files without a header in %s', async (_, open, close) => {
    const line = (start: string, end: string): string => `${start},42000.1,42100,41900,42050.5,12.5,${end},525000.25,100,6,252000,0`;
    const next = (stamp: string): string => String(BigInt(stamp) + BigInt(stamp.length === 13 ? 300_000 : 300_000_000));
    const { key, bars } = await single('ABCUSDT-5m-2024-01.csv', `${line(open, close)}\n${line(next(open), next(close))}\n`);
    expect(key).toBe('BINANCE:ABCUSDT|5m|binance|raw');
    expect([utc(bars[0]?.[0]), bars[0]?.[6]]).toEqual(['2024-01-01T00:00:00Z', 525_000.25]);
  });
});

describe('files of Chinese products', () => {
  const title = '600999 测试股份 5分钟线 不复权\n      日期\t    时间\t    开盘\t    最高\t    最低\t    收盘\t    成交量\t    成交额\n';
  const minutes = ['0935', '0940', '1130', '1305', '1500'].map((time) => `2024/01/02\t${time}\t10.00\t10.20\t9.90\t10.10\t1000\t10100.00`).join('\n');

  test('通达信 minutes are stamped with their end, and become bar opens', async () => {
    const { key, bars, instrument, outcome } = await single('SH#600999.txt', iconv.encode(`${title}${minutes}\n#数据来源:通达信\n`, 'gbk'));
    expect([key, instrument?.nameZh]).toEqual(['XSHG:600999|5m|tongdaxin|raw', '测试股份']);
    expect(bars.map((bar) => utc(bar[0]).slice(11, 16))).toEqual(['01:30', '01:35', '03:25', '05:00', '06:55']);
    expect(outcome.counts.skippedBy).toEqual({ footer: 1 });
  });

  test.each([['UTF-8', 'utf8'], ['UTF-8 with a mark', 'bom'], ['UTF-16', 'utf16']])('通达信 daily text in %s', async (_, encoding) => {
    const text = '000001 上证指数 日线 不复权\r\n日期,开盘,最高,最低,收盘,成交量,成交额\r\n2024/01/02,3000,3010,2990,3005,100000,1450000000\r\n2024/01/03,3000,3010,2990,3005,100000,1450000000\r\n数据来源:通达信\r\n';
    const bytes = encoding === 'utf16' ? iconv.encode(text, 'utf16le', { addBOM: true }) : iconv.encode(text, 'utf8', { addBOM: encoding === 'bom' });
    expect((await single('export.txt', bytes)).key).toBe('INDEX:000001.SH|1d|tongdaxin|raw');
  });

  test('a suspended day filled with the last close is no bar', async () => {
    const { imported, outcome } = await single('SZ#000002.txt', '000002 测 试Ａ 日线 前复权\n日期\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n2024/01/02\t-1.2\t-1.1\t-1.3\t-1.15\t1000\t9000\n2024/01/03\t-1.15\t-1.15\t-1.15\t-1.15\t0\t0.00\n2024/01/04\t0.00\t0.00\t0.00\t-1.15\t0\t0.00\n');
    expect([imported, outcome.counts.skippedBy]).toEqual([1, { suspended: 2 }]);
  });

  test('a suspended day is shown as passed over before the import, not as rejected', async () => {
    const { rows } = await previewText('SZ#000002.txt', '000002 测 试Ａ 日线 前复权\n日期\t开盘\t最高\t最低\t收盘\t成交量\t成交额\n2024/01/02\t1.2\t1.3\t1.1\t1.15\t1000\t1150\n2024/01/03\t1.15\t1.15\t1.15\t1.15\t0\t0.00\n2024/01/04\t1.2\tx\t1.1\t1.15\t5\t6\n');
    expect(rows.map(({ rule, isSkipped }) => [rule, isSkipped])).toEqual([[null, false], ['suspended', true], ['number', false]]);
  });

  test('vipdoc daily bars hold hundredths', async () => {
    const record = new DataView(new ArrayBuffer(32));
    [20240102, 1000, 1050, 990, 1020].forEach((value, index) => record.setUint32(index * 4, value, true));
    record.setFloat32(20, 2_040_000, true);
    record.setUint32(24, 200_000, true);
    const { key, bars } = await single('sh600999.day', new Uint8Array(record.buffer));
    expect([key, bars[0]]).toEqual(['XSHG:600999|1d|vipdoc|raw', [tradingDateOf('2024-01-02'), 10, 10.5, 9.9, 10.2, 200_000, 2_040_000, 0]]);
  });

  test('vipdoc bonds hold thousandths, extended markets floats, and 999999 is the index of Shanghai', async () => {
    const record = (values: readonly number[], float: boolean): Uint8Array => {
      const view = new DataView(new ArrayBuffer(32));
      view.setUint32(0, 20240102, true);
      const put = (at: number, value: number): void => (float ? view.setFloat32(at, value, true) : view.setUint32(at, value, true));
      for (const [index, value] of values.entries()) put(4 + index * 4, value);
      view.setFloat32(20, 1_020_000, true);
      view.setUint32(24, 10_000, true);
      return new Uint8Array(view.buffer);
    };
    const priced = async (name: string, bytes: Uint8Array) => {
      const { key, bars } = await single(name, bytes);
      return [key, bars[0]?.slice(1, 5)];
    };
    expect(await priced('sz127999.day', record([102_000, 103_000, 101_000, 102_500], false))).toEqual(['XSHE:127999|1d|vipdoc|raw', [102, 103, 101, 102.5]]);
    expect(await priced('31#00999.day', record([10.2, 10.5, 10.1, 10.3], true))).toEqual(['XHKG:00999|1d|vipdoc|raw', [10.2, 10.5, 10.1, 10.3]]);
    expect(await priced('sh999999.day', record([300_000, 301_000, 299_000, 300_500], false))).toEqual(['INDEX:000001.SH|1d|vipdoc|raw', [3_000, 3_010, 2_990, 3_005]]);
  });

  test('vipdoc five-minute bars hold floats and the end of the bar', async () => {
    const record = new DataView(new ArrayBuffer(32));
    record.setUint16(0, (2024 - 2004) * 2048 + 102, true);
    record.setUint16(2, 9 * 60 + 35, true);
    [12.34, 12.5, 12.3, 12.41].forEach((value, index) => record.setFloat32(4 + index * 4, value, true));
    record.setFloat32(20, 1_241_000, true);
    record.setInt32(24, 100_000, true);
    const { key, bars } = await single('sz000999.lc5', new Uint8Array(record.buffer));
    expect(key).toBe('XSHE:000999|5m|vipdoc|raw');
    expect([utc(bars[0]?.[0]), bars[0]?.slice(1, 5)]).toEqual(['2024-01-02T01:30:00Z', [12.34, 12.5, 12.3, 12.41]]);
  });

  test('a vipdoc file cut in the middle of a record is damaged', async () => {
    await expect(readText('sh600999.day', new Uint8Array(50))).rejects.toMatchObject({ code: 'import.damaged' });
  });

  test('tushare counts lots and thousand yuan, newest first', async () => {
    const { key, bars } = await single('daily.csv', 'ts_code,trade_date,open,high,low,close,pre_close,change,pct_chg,vol,amount\n600999.SH,20240103,10.1,10.3,10,10.2,10.1,0.1,1,500,510\n600999.SH,20240102,10,10.2,9.9,10.1,10,0.1,1,1000.5,1010.505\n');
    expect([key, bars[0]]).toEqual(['XSHG:600999|1d|tushare|raw', [tradingDateOf('2024-01-02'), 10, 10.2, 9.9, 10.1, 100_050, 1_010_505, 0]]);
  });

  test('baostock minutes carry date and end time together', async () => {
    const { key, bars } = await single('x.csv', 'date,time,code,open,high,low,close,volume,amount,adjustflag\n2024-01-02,20240102093500000,sh.600999,10,10.2,9.9,10.1,1000,10100,3\n2024-01-02,20240102094000000,sh.600999,10,10.2,9.9,10.1,1000,10100,3\n');
    expect(key).toBe('XSHG:600999|5m|baostock|raw');
    expect(utc(bars[0]?.[0])).toBe('2024-01-02T01:30:00Z');
  });

  test('lots are proved by amount ÷ volume even where no product is recognised', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `2024-01-0${index + 2},10,10.5,9.5,10,${100 + index},${(100 + index) * 1000}`).join('\n');
    const { bars } = await single('x.csv', `date,open,high,low,close,volume,amount\n${rows}\n`, { symbol: '600999' });
    expect(bars[0]?.[5]).toBe(10_000);
  });

  test('an amount that fits no unit is a doubt shown in the preview', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `2024-01-0${index + 2},10,10.5,9.5,10,${100 + index},${(100 + index) * 37}`).join('\n');
    const preview = await previewText('x.csv', `date,open,high,low,close,volume,amount\n${rows}\n`, { symbol: '600999' });
    expect(preview.notes.map(({ code }) => code)).toContain('import.noteUnit');
  });
});

describe('spreadsheets, pastes and our own files', () => {
  const table = [
    ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'],
    [new Date(Date.UTC(2024, 0, 2)), 10, 11, 9, 10.5, 1000],
    [new Date(Date.UTC(2024, 0, 3)), 10.5, 12, 10, 11, 2000],
  ];

  test.each([['xlsx', 'xlsx'], ['xls', 'biff8']] as const)('a workbook saved as %s, dates as spreadsheet dates, on its second sheet', async (extension, bookType) => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Notes'], ['nothing here']]), 'Notes');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table, { UTC: true }), 'Prices');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
    const { key, bars } = await single(`prices.${extension}`, bytes, { symbol: 'ABCD', market: 'US' });
    expect([key, bars[1]]).toEqual(['US:ABCD|1d|xlsx|split', [tradingDateOf('2024-01-03'), 10.5, 12, 10, 11, 2000, NaN, 0]]);
  });

  test('tab text named .xls is read as the text it is', async () => {
    const text = '交易日期\t开盘价\t最高价\t最低价\t收盘价\t成交量\n2024-01-02\t10\t11\t9\t10.5\t1000\n';
    expect((await single('table.xls', iconv.encode(text, 'gbk'), { symbol: '600999' })).key).toBe('XSHG:600999|1d|csv|raw');
  });

  test('a paste from a web table: tabs, month names, thousands', async () => {
    const text = 'Date\tOpen\tHigh\tLow\tClose\tVolume\nJan 3, 2024\t1,010.5\t1,020\t1,000\t1,011\t12,345,678\nJan 2, 2024\t1,000\t1,010\t990\t1,005\t9,876,543\n';
    const { bars } = await single('clipboard.txt', text, { symbol: 'ABCD', market: 'US' });
    expect(bars[1]).toEqual([tradingDateOf('2024-01-03'), 1010.5, 1020, 1000, 1011, 12_345_678, NaN, 0]);
  });

  test('our own CSV comes back with its flags', async () => {
    const text = 'date,symbol,open,high,low,close,volume,amount,flags\r\n2024-01-02,XSHG:600999,10,11,9,10.5,1000,10500,\r\n2024-01-03,XSHG:600999,10,10,10,10,500,5000,filled\r\n';
    const { key, bars } = await single('XSHG-600999.csv', text);
    expect([key, bars[1]?.[7]]).toEqual(['XSHG:600999|1d|chartroom|raw', BarFlag.filled]);
  });

  test('our own JSON comes back with symbol, basis, frequency and flags', async () => {
    const content = { kind: 'chartroom-bars', symbol: 'US:ABCD', name: 'Invented', basis: 'total', freq: '1w', zone: 'America/New_York', dates: ['2024-01-05', '2024-01-12'], open: [10, 11], high: [11, 12], low: [9, 10], close: [10.5, 11.5], volume: [1000, null], amount: [null, null], flags: [0, 1] };
    const { key, bars } = await single('bars.json', JSON.stringify(content));
    expect([key, bars[1]]).toEqual(['US:ABCD|1w|chartroom|total', [tradingDateOf('2024-01-12'), 11, 12, 10, 11.5, NaN, NaN, BarFlag.filled]]);
  });

  test('JSON of other shapes: rows of objects, by date, as lines', async () => {
    const us = { symbol: 'ABCD', market: 'US' } as const;
    const objects = [{ date: '2024-01-02', open: 1, high: 2, low: 1, close: 2, volume: 5 }];
    const byDate = { 'Meta Data': { '2. Symbol': 'ABCD' }, 'Time Series (Daily)': { '2024-01-02': { '1. open': '1', '2. high': '2', '3. low': '1', '4. close': '2', '5. volume': '5' } } };
    const lines = { data: { klines: ['2024-01-02,10,10.5,11,9,1000', '2024-01-03,10,10.5,11,9.5,1000', '2024-01-04,10,9,11,8,1000'] } };
    expect((await single('a.json', JSON.stringify(objects), us)).bars[0]?.slice(1, 6)).toEqual([1, 2, 1, 2, 5]);
    expect((await single('b.json', JSON.stringify(byDate), us)).bars[0]?.slice(1, 6)).toEqual([1, 2, 1, 2, 5]);
    expect((await single('c.json', JSON.stringify(lines), us)).bars[0]?.slice(1, 6)).toEqual([10, 11, 9, 10.5, 1000]);
  });

  test('JSON without bars says so', async () => {
    await expect(readText('x.json', '{"a":1}')).rejects.toMatchObject({ code: 'import.json' });
    await expect(readText('x.json', '{"a":')).rejects.toMatchObject({ code: 'import.jsonText' });
  });

  test('D8 a workbook that claims to inflate beyond the limit is refused unread', async () => {
    const bytes = new Uint8Array(XLSX.write({ SheetNames: ['A'], Sheets: { A: XLSX.utils.aoa_to_sheet(table) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    await expect(readText('bomb.xlsx', bytes)).rejects.toMatchObject({ code: 'import.wholeTooLarge' });
  });
});
