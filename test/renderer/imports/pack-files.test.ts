import { expect, test, vi } from 'vitest';
import { packFiles } from '../../../src/renderer/imports/pack-files.ts';
import { createImportsStore } from '../../../src/renderer/stores/import-store.ts';
import { createMemoryTransport } from '../../doubles/memory-transport.ts';
import { MemoryStoreWriter } from '../../doubles/memory-store-writer.ts';
import { fixture, importInto } from '../../main/import/import-harness.ts';

const bars = (close: number): string => `date,close\n2024-01-02,${close}\n`;
const placed = (path: string, text: string) => ({ path, file: new File([text], path) });
const going = { onProgress: () => undefined, signal: new AbortController().signal };

/** A file that says it is of a size. */
function sized(path: string, bytes: number) {
  const file = new File([], path);
  Object.defineProperty(file, 'size', { value: bytes });
  return { path, file };
}

test('a folder handed over by a browser is imported with the paths and the bytes of its files', async () => {
  const files = [placed('AAA.csv', bars(10)), placed('子/BBB.csv', bars(20)), placed('empty.csv', '')];
  const seen: string[] = [];
  const packed = await packFiles(files, { ...going, onProgress: (done, total) => seen.push(`${done}/${total}`) });
  const writer = new MemoryStoreWriter();
  const result = await importInto(writer, fixture('folder', new Uint8Array(await packed.arrayBuffer())), { market: 'US' });
  expect([result.files.map(({ file }) => file), result.failures.map(({ error }) => error.code)]).toEqual([['AAA.csv', '子/BBB.csv'], ['import.empty']]);
  expect(writer.bars('US:BBB').map((bar) => bar[4])).toEqual([20]);
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
});

test.each([
  ['files', Array.from({ length: 65_536 }, () => sized('a.csv', 1)), 'import.folderFiles'],
  ['bytes', [sized('a.csv', 2 ** 30), sized('b.csv', 2 ** 30)], 'import.folderBytes'],
])('a folder of too many %s is refused before anything is read', async (_, files, code) => {
  const read = vi.spyOn(File.prototype, 'stream');
  await expect(packFiles(files, going)).rejects.toMatchObject({ code });
  expect(read).not.toHaveBeenCalled();
});

test('handing over ends when it is cancelled', async () => {
  const cancel = new AbortController();
  const work = packFiles(Array.from({ length: 9 }, (_, index) => placed(`${index}.csv`, 'x')), { onProgress: () => cancel.abort(), signal: cancel.signal });
  await expect(work).rejects.toMatchObject({ code: 'app.cancelled' });
});

test('many chosen files become one import, a few stay files of their own', async () => {
  const imports = createImportsStore(createMemoryTransport({ symbols: [], schedule: () => undefined }));
  const files = Array.from({ length: 51 }, (_, index) => new File([bars(index)], `S${index}.csv`));
  await imports.getState().addFiles(files);
  await imports.getState().addFiles(files.slice(0, 2));
  expect(imports.getState().items.map(({ name, packing }) => [name, packing])).toEqual([['S0.csv … (51)', { done: 51, total: 51 }], ['S0.csv', null], ['S1.csv', null]]);
});

test('a folder without files of bars says so', async () => {
  const imports = createImportsStore(createMemoryTransport({ symbols: [], schedule: () => undefined }));
  await imports.getState().addFolder('photos', [placed('a.jpg', 'x'), placed('.git/a.csv', 'x')]);
  expect(imports.getState().items).toMatchObject([{ name: 'photos', state: 'failed', error: { code: 'import.noFiles' } }]);
});
