import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { fixture, importInto, importText } from './import-harness.ts';

const options = { market: 'US', symbol: 'X' } as const;
const row = '2024-01-02,10,11,9,10.5,1000\n';
const header = 'date,open,high,low,close,volume\n';
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7919) % 256);

test.each([
  ['an empty file', '', 'import.empty'],
  ['blank lines only', '\n\n\n', 'import.empty'],
  ['bytes that are no text', bytes(4_000), 'import.binary'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'import.unsupported'],
  ['a damaged gzip', gzipSync(header + row.repeat(5_000)).subarray(0, 60), 'import.damaged'],
  ['a header without rows', header, 'import.noRows'],
  ['no date column', 'open,high,low,close\n1,2,1,2\n', 'import.noDate'],
  ['no price column', 'date,colour\n2024-01-02,red\n', 'import.noClose'],
  ['a web page', '<!DOCTYPE html><html><body>Verify you are human</body></html>', 'import.webPage'],
  ['a news feed', '<?xml version="1.0"?>\n<rss version="2.0">\n<channel><title>A spreadsheet is no feed</title></channel>\n</rss>\n', 'import.noDate'],
  ['prose', 'Dear all,\nplease find the prices attached.\nRegards\n', 'import.noDate'],
  ['too many columns', `date,close${',x'.repeat(300)}\n2024-01-02,1${',1'.repeat(300)}\n`, 'import.tooManyColumns'],
  ['steps of three minutes', 'date,close\n2024-01-02 09:00,1\n2024-01-02 09:03,1\n2024-01-02 09:06,1\n', 'import.frequency'],
])('D6 refuses %s with a text that says what to do', async (_, content, code) => {
  await expect(importText('file.csv', content, options)).rejects.toMatchObject({ code });
});

test('D6 refuses one endless line without reading it whole', async () => {
  await expect(importText('file.csv', `${header}${row}${'9'.repeat(40 << 20)}`, options)).rejects.toMatchObject({ code: 'import.lineTooLong' });
});

test('refuses text that is not in the encoding asked for', async () => {
  const gbk = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x63, 0x6c, 0x6f, 0x73, 0x65, 10]);
  await expect(importText('file.csv', gbk, { ...options, encoding: 'utf-8' })).rejects.toMatchObject({ code: 'import.encoding' });
});

test('refuses a folder without files of bars and a file that has gone', async () => {
  const path = fixture('file.csv', row);
  const folder = join(dirname(path), 'folder');
  mkdirSync(folder);
  await expect(importInto(new MemoryStoreWriter(), folder, options)).rejects.toMatchObject({ code: 'import.noFiles' });
  await expect(importInto(new MemoryStoreWriter(), join(folder, 'gone.csv'), options)).rejects.toMatchObject({ code: 'import.missing' });
});

test('writes no batch for a file that is refused', async () => {
  const writer = new MemoryStoreWriter();
  await expect(importInto(writer, fixture('file.csv', header), options)).rejects.toMatchObject({ code: 'import.noRows' });
  expect(writer.batches).toEqual([]);
});
