import { afterEach, beforeEach, expect, test } from 'vitest';
import { sliceBars } from '../../../src/shared/bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, contentOf, dailyPart, importChunk, range, temporaryProfile } from './store-fixture.ts';

let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

test('a new store is empty', async () => {
  const store = await profile.open();
  expect([store.read.instruments(), store.read.series(), store.read.batches(), store.read.settings().size]).toEqual([[], [], [], 0]);
});

test('bars come back as they were written', async () => {
  const store = await profile.open();
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  const outcome = await store.write.writeChunk(batch, chunkOf(dailyPart('AAA', barsAt([1, 2, 3])), dailyPart('BBB', barsAt([2]))), 6 as UtcMs);
  expect(outcome).toMatchObject({ imported: 4, unchanged: 0 });
  expect(contentOf(store.read)['DEMO:AAA 1d csv split']).toMatchObject({ time: [1, 2, 3], close: [1, 2, 3], volume: [101, 102, 103], amount: [NaN, NaN, NaN] });
  const [series] = store.read.series();
  expect(series).toMatchObject({ bars: 3, firstTime: 1, lastTime: 3, lastClose: 3, previousClose: 2, source: 'a.csv', fetchedAt: 6 });
});

test('long and short series reach the worker whole, also as views on common memory', async () => {
  const store = await profile.open();
  const all = barsAt(range(0, 700));
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  const parts = [sliceBars(all, 0, 600), sliceBars(all, 600, 650), sliceBars(all, 650, 700), barsAt([5, 6])];
  const outcome = await store.write.writeChunk(batch, chunkOf(...parts.map((columns, index) => dailyPart(index === 3 ? 'BBB' : 'AAA', columns))), 6 as UtcMs);
  expect(outcome).toMatchObject({ imported: 702, unchanged: 0 });
  const expected = barsAt(range(0, 700));
  expect(contentOf(store.read)).toMatchObject({ 'DEMO:AAA 1d csv split': { time: [...expected.time], close: [...expected.close], flags: [...expected.flags] }, 'DEMO:BBB 1d csv split': { time: [5, 6] } });
});

test('what was written survives closing and opening', async () => {
  const first = await profile.open();
  await importChunk(first, chunkOf(dailyPart('AAA', barsAt(range(0, 300)))));
  await first.write.setSetting('language', 'zh');
  const before = contentOf(first.read);
  await first.close();
  const second = await profile.open();
  expect(contentOf(second.read)).toEqual(before);
  expect(second.read.settings().get('language')).toBe('zh');
});

test('D6 a second import of the same bars changes nothing', async () => {
  const store = await profile.open();
  const columns = (): ReturnType<typeof barsAt> => barsAt(range(0, 300));
  await importChunk(store, chunkOf(dailyPart('AAA', columns())));
  const before = [store.read.series(), store.read.dataVersion(), store.read.instruments()];
  const batch = await store.write.beginImport('again.csv', 'csv', 9 as UtcMs);
  expect(await store.write.writeChunk(batch, chunkOf(dailyPart('AAA', columns())), 9 as UtcMs)).toMatchObject({ imported: 0, unchanged: 300 });
  expect([store.read.series(), store.read.dataVersion(), store.read.instruments()]).toEqual(before);
});
