import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';
import { hasReference, referencePath } from '../../reference-data.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { fixture, importInto, importText, previewText } from './import-harness.ts';

const twoSymbols = `date,open,high,low,close,volume,Name
2024-01-02,10,11,9,10.5,1000,AAA
2024-01-03,,,,10.7,1200,AAA
2024-01-04,10.7,10.6,10.1,10.2,900,AAA
2024-01-02,20,21,19,20.5,2000,BBB
2024-01-03,20.5,22,20,21,2500,BBB
`;
const us = { market: 'US' } as const;

describe('a plain CSV of several symbols', () => {
  test('becomes one series a symbol, with empty prices filled and odd ranges kept', async () => {
    const { result, writer } = await importText('prices.csv', twoSymbols, us);
    expect(result).toMatchObject({ rows: 5, imported: 5, unchanged: 0, rejected: 0, skipped: 0, symbols: 2, from: '2024-01-02', to: '2024-01-04' });
    expect(result.repaired).toEqual({ filled: 1, range: 1 });
    expect([...writer.series.keys()]).toEqual(['US:AAA|1d|csv|split', 'US:BBB|1d|csv|split']);
    expect(writer.bars('US:AAA')).toEqual([
      [tradingDateOf('2024-01-02'), 10, 11, 9, 10.5, 1000, NaN, 0],
      [tradingDateOf('2024-01-03'), 10.7, 10.7, 10.7, 10.7, 1200, NaN, BarFlag.filled],
      [tradingDateOf('2024-01-04'), 10.7, 10.6, 10.1, 10.2, 900, NaN, BarFlag.range],
    ]);
    expect(writer.batches[0]?.summary).toEqual({ state: 'completed', rows: 5, rejected: 0 });
  });

  test('changes nothing when imported again', async () => {
    const { writer } = await importText('prices.csv', twoSymbols, us);
    const second = await importInto(writer, fixture('again.csv', twoSymbols), us);
    expect(second).toMatchObject({ rows: 5, imported: 0, unchanged: 5 });
  });

  test('reads the same from gzip, told by its bytes', async () => {
    const { result, writer } = await importText('prices.csv', gzipSync(twoSymbols), us);
    expect(result.imported).toBe(5);
    expect(writer.bars('US:BBB')).toHaveLength(2);
  });

  test('asks for the market when none is given', async () => {
    const preview = await previewText('prices.csv', twoSymbols);
    expect(preview.questions.map(({ field }) => field)).toEqual(['market']);
    await expect(importText('prices.csv', twoSymbols)).rejects.toMatchObject({ code: 'import.askMarket', params: { symbol: 'AAA' } });
  });
});

test('D6 an error says row, rule and text, and the counts add up', async () => {
  const { result, writer } = await importText('odd.csv', [
    'date,open,high,low,close,volume',
    '2024-01-02,10,11,9,10.5,1000',
    '2024-01-02,10,11,9,10.5,1000',
    '2024-01-02,10,11,9,10.9,1000',
    '2024-13-02,10,11,9,10.5,1000',
    '2024-01-03,ten,11,9,10.5,1000',
    '2024-01-04,10,11,9,,1000',
    '2024-01-05,10,11,9,-1,1000',
    '2024-01-08,10,11,9,10,-5',
    '2024-01-09,10,11',
    '2024-01-10,0,0,0,0,0',
    '2024-01-11,null,null,null,null,null',
    '2024-01-12,1,5,1,2,3,9',
    '2090-01-12,1,5,1,2,3',
    '2024-01-16,10,11,9,10.5,1000',
  ].join('\n'), { ...us, symbol: 'ODD' });
  expect(result.rejections.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '4 conflict', '5 date', '6 number', '7 close', '8 price', '9 volume', '10 cells', '13 cells', '14 future',
  ]);
  expect(result.rejections[1]?.text).toBe('2024-13-02,10,11,9,10.5,1000');
  expect(result.skippedBy).toEqual({ duplicate: 1, suspended: 1, noValues: 1 });
  expect(result.rows).toBe(result.imported + result.unchanged + result.rejected + result.skipped);
  expect(writer.bars('US:ODD')).toHaveLength(2);
  expect(writer.rejections).toHaveLength(9);
});

test('a file that is newest first is stored oldest first', async () => {
  const { writer } = await importText('x.csv', 'Date,Close\n2024-01-05,3\n2024-01-04,2\n2024-01-03,1\n', { ...us, symbol: 'X' });
  expect(writer.bars('US:X').map((bar) => bar[4])).toEqual([1, 2, 3]);
});

test('a file in no order is sorted, and its duplicates are found', async () => {
  const { result, writer } = await importText(
    'x.csv', 'Date,Close\n2024-01-05,3\n2024-01-03,1\n2024-01-04,2\n2024-01-03,1\n2024-01-05,4\n', { ...us, symbol: 'X' },
  );
  expect(writer.bars('US:X').map((bar) => bar[4])).toEqual([1, 2, 3]);
  expect([result.skippedBy, result.rejectedBy]).toEqual([{ duplicate: 1 }, { conflict: 1 }]);
});

describe('day and month order', () => {
  const rows = (dates: string[]): string => `Date,Close\n${dates.map((date, index) => `${date},${index + 1}`).join('\n')}\n`;

  test('is taken where a day above 12 proves it', async () => {
    const { result } = await importText('x.csv', rows(['03/01/2024', '04/01/2024', '15/01/2024']), { ...us, symbol: 'X' });
    expect(result).toMatchObject({ from: '2024-01-03', to: '2024-01-15' });
  });

  test('is proved by a row far beyond the sample', async () => {
    const filler = Array.from({ length: 40_000 }, (_, index) => `0${1 + (index % 9)}/0${1 + (Math.floor(index / 9) % 9)}/${1980 + (Math.floor(index / 81) % 40)}`);
    const preview = await previewText('x.csv', rows([...filler, '02/28/2024']), { ...us, symbol: 'X' });
    expect([preview.plan.dateFormat, preview.questions]).toEqual(['MM/dd/yyyy', []]);
  });

  test('is asked for, never guessed, where nothing proves it', async () => {
    const content = rows(['03/01/2024', '04/01/2024', '05/01/2024']);
    const preview = await previewText('x.csv', content, { ...us, symbol: 'X' });
    expect(preview.questions).toMatchObject([{ field: 'dateFormat', choices: ['dd/MM/yyyy', 'MM/dd/yyyy'] }]);
    await expect(importText('x.csv', content, { ...us, symbol: 'X' })).rejects.toMatchObject({ code: 'import.askDateFormat' });
    const { result } = await importText('x.csv', content, { ...us, symbol: 'X', dateFormat: 'MM/dd/yyyy' });
    expect(result.from).toBe('2024-03-01');
  });
});

const reference = 'data/sp500-5yr.csv.gz';
test.skipIf(!hasReference(reference))('the S&P 500 file: every row accounted for, a second import changes nothing', async () => {
  const writer = new MemoryStoreWriter();
  const first = await importInto(writer, referencePath(reference), us);
  expect(first).toMatchObject({ rows: 619_040, imported: 619_040, rejected: 0, skipped: 0, symbols: 505, from: '2013-02-08', to: '2018-02-07' });
  expect(first.repaired).toEqual({ filled: 11, range: 12 });
  expect(writer.series.has('US:AAPL|1d|csv|split')).toBe(true);
  expect(writer.bars('US:AAPL')).toHaveLength(1_259);
  expect(await importInto(writer, referencePath(reference), us)).toMatchObject({ imported: 0, unchanged: 619_040 });
});
