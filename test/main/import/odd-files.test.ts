import { gzipSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import type { ImportOptions } from '../../../src/shared/contract/imports.ts';
import { previewText, readText } from './import-harness.ts';

const acme = { symbol: 'ABCD', market: 'US' } as const;
const table = 'Date,Open,High,Low,Close,Volume\n2024-01-15,10,11,9,10.5,1000\n2024-01-16,10.5,11.5,9.5,11,1100\n';
const closes: readonly (readonly [string, number])[] = [['2024-01-15', 10.5], ['2024-01-16', 11]];

async function closesOf(name: string, content: string | Uint8Array, options: ImportOptions = acme): Promise<(readonly [string, number])[]> {
  const { writer } = await readText(name, content, options);
  const [bars] = [...writer.series.values()];
  return [...(bars?.values() ?? [])].map((bar) => [formatTradingDate(bar[0] as TradingDate), bar[4]] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const sheet = (rows: readonly (readonly unknown[])[]) => XLSX.utils.aoa_to_sheet(rows as unknown[][], { cellDates: true });
function workbook(sheets: Readonly<Record<string, XLSX.WorkSheet>>, properties: XLSX.WBProps['WBProps'] = {}): Uint8Array {
  const book = { SheetNames: Object.keys(sheets), Sheets: sheets, Workbook: { WBProps: properties } };
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}
const rows = [['Date', 'Close'], [new Date(Date.UTC(2024, 0, 15)), 10.5], [new Date(Date.UTC(2024, 0, 16)), 11]];

test.each([
  ['Big5', iconv.encode('日期,開盤價,最高價,最低價,收盤價\n2024-01-15,10,11,9,10.5\n2024-01-16,10.5,11.5,9.5,11\n', 'big5')],
  ['UTF-16 big-endian without a mark', iconv.encode(table, 'utf16be', { addBOM: false })],
  ['two byte order marks', `\uFEFF\uFEFF${table}`],
  ['a byte order mark and a header in the middle', `${table.slice(0, 61)}\uFEFFDate,Open,High,Low,Close,Volume\n${table.slice(61)}`],
  ['lines that end in CR', table.replaceAll('\n', '\r')],
  ['separators at the ends of rows but not of the header', table.replaceAll(/(\d)\n/g, '$1,\n')],
  ['empty columns', table.replaceAll(',', ',,')],
  ['a line break in a quoted cell', 'Date,Close,Note\n2024-01-15,10.5,"a\nb"\n2024-01-16,11,"c, d"\n'],
  ['a line that names the separator', 'sep=;\nDate;Close\n2024-01-15;10,5\n2024-01-16;11,0\n'],
  ['JSON lines', '{"date":"2024-01-15","close":10.5}\n{"date":"2024-01-16","close":11}\n'],
  ['gzip in two pieces', Buffer.concat([gzipSync('Date,Close\n2024-01-15,10.5\n'), gzipSync('2024-01-16,11\n')])],
  ['a workbook that counts days from 1904', workbook({ A: sheet(rows) }, { date1904: true })],
])('%s are read with the right figures', async (_, content) => {
  expect(await closesOf('file.csv', content)).toEqual(closes);
});

describe('years of two digits', () => {
  test.each([
    ['in front', 'Date,Close\n24-01-15,10.5\n24-01-16,11\n'],
    ['in front, dots', 'Date,Close\n24.01.15,10.5\n24.01.16,11\n'],
    ['behind', 'Date,Close\n15/01/24,10.5\n16/01/24,11\n'],
    ['behind a month', 'Date,Close\n01/15/24,10.5\n01/16/24,11\n'],
  ])('%s are told from days by the steps between rows', async (_, content) => {
    expect(await closesOf('file.csv', content)).toEqual(closes);
  });

  test('of several symbols a day, too', async () => {
    const { writer } = await readText('file.csv', 'Date,Close,Symbol\n24-01-15,10.5,AAA\n24-01-15,1,BBB\n24-01-16,11,AAA\n24-01-16,2,BBB\n', { market: 'US' });
    expect(writer.bars('US:AAA').map(([time]) => formatTradingDate(time as TradingDate))).toEqual(['2024-01-15', '2024-01-16']);
  });

  test('are asked about where nothing tells', async () => {
    await expect(readText('file.csv', 'Date,Close\n24-01-15,10.5\n', acme)).rejects.toMatchObject({ code: 'import.askDateFormat', params: { choices: 'dd-MM-yyyy, yy-MM-dd' } });
  });
});

describe('workbooks of several sheets', () => {
  test('are read whole where each sheet is named by its symbol', async () => {
    const { writer } = await readText('book.xlsx', workbook({ Notes: sheet([['About']]), AAA: sheet(rows), BBB: sheet(rows) }), { market: 'US' });
    expect([writer.bars('US:AAA').length, writer.bars('US:BBB').length]).toEqual([2, 2]);
  });

  test('say which sheet is read where the others are something else', async () => {
    const preview = await previewText('book.xlsx', workbook({ Daily: sheet(rows), Weekly: sheet(rows) }), acme);
    expect(preview.notes).toMatchObject([{ code: 'import.noteSheets', params: { sheets: 'Daily, Weekly', used: 'Daily' } }]);
  });
});

test('a workbook with a password says so', async () => {
  const book = XLSX.CFB.utils.cfb_new();
  const xml = '<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16"/></encryption>';
  XLSX.CFB.utils.cfb_add(book, '/EncryptionInfo', Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]));
  XLSX.CFB.utils.cfb_add(book, '/EncryptedPackage', Buffer.alloc(64));
  await expect(readText('book.xlsx', new Uint8Array(XLSX.CFB.write(book, { type: 'buffer' }) as Buffer), acme)).rejects.toMatchObject({ code: 'import.password' });
});

test.each([
  ['JSON that breaks off', '[{"date":"2024-01-15","close":10.5},{"date":"2024-0'],
  ['JSON lines that break off', '{"date":"2024-01-15","close":10.5}\n{"date":"2024-0'],
])('%s is refused as such', async (_, content) => {
  await expect(readText('bars.json', content, acme)).rejects.toMatchObject({ code: 'import.jsonText' });
});
