import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { ImportResult } from '../../../src/shared/contract/imports.ts';
import { previewImport } from '../../../src/main/files/import/preview-import.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { zipArchive, type ZipPart } from '../../doubles/zip-archive.ts';
import { fixture, importInto, importText, previewText, resources, stillClock, workerUrl } from './import-harness.ts';

const us = { market: 'US' } as const;
const bars = (close: number): string => `date,close\n2024-01-02,${close}\n2024-01-03,${close + 1}\n`;
const two: readonly ZipPart[] = [{ name: 'AAA.csv', content: bars(10) }, { name: 'BBB.csv', content: bars(20) }];

/** The counts of one import, file by file, and whether they add up. */
function books({ files, ...result }: ImportResult) {
  const sum = (pick: (one: ImportResult | (typeof files)[number]) => number): number => files.reduce((total, one) => total + pick(one), 0);
  const keys = ['rows', 'imported', 'unchanged', 'rejected', 'skipped'] as const;
  const addUp = [...files, result].every((one) => one.rows === one.imported + one.unchanged + one.rejected + one.skipped) && keys.every((key) => sum((one) => one[key]) === result[key]);
  return { addUp, files: files.map(({ file, imported, rejected }) => `${file} ${imported} ${rejected}`), failures: result.failures.map(({ file, error }) => `${file} ${error.code}`) };
}

test('every file of an archive is imported under one batch, with counts for each that add up', async () => {
  const parts = [...two, { name: 'more/CCC.txt', content: 'date,close\n2024-01-02,30\n2024-01-03,x\n' }, { name: '__MACOSX/._AAA.csv', content: 'x' }, { name: 'more/', content: '' }, { name: 'licence.pdf', content: 'x' }];
  const { result, writer } = await importText('pack.zip', zipArchive(parts), us);
  expect(books(result)).toEqual({ addUp: true, files: ['AAA.csv 2 0', 'BBB.csv 2 0', 'more/CCC.txt 1 1'], failures: [] });
  expect(result).toMatchObject({ rows: 6, symbols: 3, otherFiles: 1, rejections: [{ text: 'more/CCC.txt: 2024-01-03,x' }] });
  expect([writer.batches.length, writer.bars('US:BBB').map((bar) => bar[4])]).toEqual([1, [20, 21]]);
});

test('an archive is previewed by its first file that can be read', async () => {
  const parts = [{ name: 'AA read me.txt', content: 'Nothing of interest.\n' }, ...two];
  expect(await previewText('pack.zip', zipArchive(parts), us)).toMatchObject({ name: 'pack.zip', plan: { symbols: ['US:AAA'] }, questions: [] });
});

test('a preview tells how many files an archive holds and what each is, and shows the one asked for', async () => {
  const asking = 'Date,Close\n03/04/2024,10\n';
  const parts = [...two, { name: 'CCC.csv', content: asking }, { name: 'note.txt', content: 'Nothing of interest.\n' }, { name: 'licence.pdf', content: 'x' }];
  const path = fixture('pack.zip', zipArchive(parts));
  const look = (inner?: string) => previewImport({ path, name: 'pack.zip', options: us, inner, workerUrl, resources, clock: stillClock });
  const { contents, plan } = await look();
  expect([contents?.total, contents?.others, contents?.shown, plan.symbols]).toEqual([4, 1, 'AAA.csv', ['US:AAA']]);
  expect(contents?.first.map(({ file, format, asks, error }) => [file, format, asks, error?.code ?? null])).toEqual([
    ['AAA.csv', 'csv', false, null], ['BBB.csv', 'csv', false, null], ['CCC.csv', 'csv', true, null], ['note.txt', null, false, 'import.noDate'],
  ]);
  expect(await look('BBB.csv')).toMatchObject({ contents: { shown: 'BBB.csv' }, plan: { symbols: ['US:BBB'] } });
  expect(await look('note.txt')).toMatchObject({ contents: { shown: 'AAA.csv' } });
});

test('a file of its own has no contents; of a long archive the first hundred are listed and fewer are looked into', async () => {
  expect((await previewText('AAA.csv', bars(10), us)).contents).toBeNull();
  const many = Array.from({ length: 120 }, (_, at) => ({ name: `S${String(at).padStart(3, '0')}.csv`, content: bars(at + 1) }));
  const { contents } = await previewText('pack.zip', zipArchive(many), us);
  expect([contents?.total, contents?.first.length, contents?.first.filter(({ format }) => format !== null).length]).toEqual([120, 100, 50]);
});

test.each([
  ['stored, not packed', zipArchive(two.map((part) => ({ ...part, stored: true })))],
  ['written for large sizes', zipArchive(two, { wide: true })],
  ['with the separators of Windows', zipArchive(two.map((part) => ({ ...part, name: `us\\${String(part.name)}` })))],
])('an archive %s is read', async (_, bytes) => {
  const { writer } = await importText('pack.zip', bytes, us);
  expect([...writer.instruments.keys()]).toEqual(['US:AAA', 'US:BBB']);
});

test('names in the Chinese code page are read', async () => {
  const name = Buffer.concat([Buffer.from([0xd0, 0xd0, 0xc7, 0xe9]), Buffer.from('/600999.csv')]);
  const { result } = await importText('pack.zip', zipArchive([{ name, content: bars(5) }, { name: '600998.csv', content: bars(6) }]));
  expect(result.files.map(({ file }) => file)).toEqual(['行情/600999.csv', '600998.csv']);
});

test('a file of an archive that cannot be read is listed with its reason and does not stop the others', async () => {
  const parts: readonly ZipPart[] = [
    { name: 'A1.zip', content: zipArchive(two) }, { name: 'A2.csv.gz', content: gzipSync(bars(1)) }, { name: 'A3.csv', content: bars(1), encrypted: true },
    { name: 'A4.csv', content: bars(1), crc: 1 }, { name: 'A5.csv', content: '' }, { name: 'A6.csv', content: zipArchive(two) }, { name: 'A7.csv', content: gzipSync(bars(1)) },
    { name: 'A8.csv', content: bars(1), claimedBytes: 4 }, ...two,
  ];
  expect(books((await importText('pack.zip', zipArchive(parts), us)).result)).toEqual({
    addUp: true, files: ['AAA.csv 2 0', 'BBB.csv 2 0'],
    failures: [
      'A1.zip import.nestedArchive', 'A2.csv.gz import.nestedArchive', 'A3.csv import.password', 'A4.csv import.damaged', 'A5.csv import.empty', 'A6.csv import.nestedArchive',
      'A7.csv import.nestedArchive', 'A8.csv import.damaged',
    ],
  });
});

const flat = '2024-01-02,1,1,1,1,1\n'.repeat(1_000_000);
test.each([
  ['a path out of it', zipArchive([...two, { name: '../../evil.csv', content: bars(1) }]), 'import.archiveUnsafe'],
  ['an absolute path', zipArchive([...two, { name: '/etc/evil.csv', content: bars(1) }]), 'import.archiveUnsafe'],
  ['a path on a drive', zipArchive([...two, { name: 'C:\\evil.csv', content: bars(1) }]), 'import.archiveUnsafe'],
  ['a symbolic link', zipArchive([...two, { name: 'link.csv', content: '/etc/passwd', isLink: true }]), 'import.archiveUnsafe'],
  ['a name twice', zipArchive([...two, ...two]), 'import.archiveUnsafe'],
  ['a file that unpacks to hundreds of times its size', zipArchive([{ name: 'a.csv', content: flat }]), 'import.archiveBomb'],
  ['a file that claims to unpack beyond the limit', zipArchive([{ name: 'a.csv', content: bars(1), claimedBytes: 0x7fffffff }]), 'import.tooLarge'],
  ['files that unpack to hundreds of times the archive', zipArchive(Array.from({ length: 40 }, (_, at) => ({ name: `${at}.csv`, content: '', claimedBytes: 15 << 20 }))), 'import.archiveBomb'],
  ['a directory that was cut off', zipArchive(two).slice(0, -30), 'import.damaged'],
  ['no file', zipArchive([]), 'import.empty'],
  ['folders only', zipArchive([{ name: 'a/', content: '' }]), 'import.empty'],
  ['no file of bars', zipArchive([{ name: 'a.pdf', content: 'x' }, { name: 'b.pdf', content: 'x' }]), 'import.noFiles'],
  ['one archive', zipArchive([{ name: 'a.zip', content: zipArchive(two) }]), 'import.nestedArchive'],
  ['one file with a password', zipArchive([{ name: 'a.csv', content: bars(1), encrypted: true }]), 'import.password'],
])('D8 an archive with %s is refused before anything is written', async (_, bytes, code) => {
  const writer = new MemoryStoreWriter();
  await expect(importInto(writer, fixture('pack.zip', bytes), us)).rejects.toMatchObject({ code });
  expect(writer.batches).toEqual([]);
});

test('D8 files that share their bytes are refused: each would be unpacked from the same ones', async () => {
  const bytes = zipArchive(two);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 42, 0, true);
  await expect(importText('pack.zip', bytes, us)).rejects.toMatchObject({ code: 'import.damaged' });
});

test('a gzip around an archive says so', async () => {
  await expect(importText('pack.zip.gz', gzipSync(zipArchive(two)), us)).rejects.toMatchObject({ code: 'import.nestedArchive' });
});

test('archives in a folder are opened; one that is damaged is listed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-archives-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'bad.zip'), zipArchive(two).slice(0, -30));
  writeFileSync(join(folder, 'one.zip'), zipArchive([{ name: 'CCC.csv', content: bars(30) }]));
  writeFileSync(join(folder, 'sub/two.zip'), zipArchive(two));
  writeFileSync(join(folder, 'licence.pdf'), 'x');
  const result = await importInto(new MemoryStoreWriter(), folder, us);
  expect(books(result)).toEqual({ addUp: true, files: ['one.zip/CCC.csv 2 0', 'sub/two.zip/AAA.csv 2 0', 'sub/two.zip/BBB.csv 2 0'], failures: ['bad.zip import.damaged'] });
  expect(result.otherFiles).toBe(1);
});

test('a file of a folder that breaks off keeps what was written of it, counted and listed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-archives-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = Array.from({ length: 90 }, (_, at) => `S${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(65 + Math.floor(at / 26))}`);
  const rows = names.flatMap((name) => Array.from({ length: 1_000 }, (_, at) => `${new Date(Date.UTC(2015, 0, 1 + at)).toISOString().slice(0, 10)},${name},${(at * 7_919) % 1_009}`));
  const packed = gzipSync(`date,symbol,close\n${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'cut.csv.gz'), packed.subarray(0, packed.length - 2_000));
  writeFileSync(join(folder, 'AAA.csv'), bars(10));
  const result = await importInto(new MemoryStoreWriter(), folder, us);
  const { addUp, failures } = books(result);
  expect({ addUp, failures }).toEqual({ addUp: true, failures: ['cut.csv.gz import.damaged'] });
  expect(result.imported).toBeGreaterThan(60_000);
});
