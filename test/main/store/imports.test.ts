import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import type { TradingDate, UtcMs } from '../../../src/shared/time.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { barsAt, chunkOf, contentOf, dailyPart, draft, importChunk, range, temporaryProfile } from './store-fixture.ts';

const key = 'DEMO:AAA 1d csv split';
let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

test('a batch counts what its chunks did and ends as it is told', async () => {
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  const rejections = [{ line: 7, rule: 'noDate', text: 'x'.repeat(300) }];
  await store.write.writeChunk(batch, { ...chunkOf(dailyPart('AAA', barsAt([1, 2])), dailyPart('BBB', barsAt([1]))), rejections }, 5 as UtcMs);
  expect(store.read.batches()[0]).toMatchObject({ state: 'running', rows: 4, imported: 3, rejected: 1 });
  await store.write.finishImport(batch, { state: 'cancelled', rows: 9, rejected: 1 });
  expect(store.read.batches()).toEqual([
    { id: batch, file: 'a.csv', format: 'csv', at: 5, state: 'cancelled', rows: 9, imported: 3, rejected: 1, symbols: 2 },
  ]);
  expect(store.read.rejections(batch, 0, 10)).toEqual([{ line: 7, rule: 'noDate', text: 'x'.repeat(200) }]);
  expect(store.read.rejections(batch, 1, 10)).toEqual([]);
});

test('a replaced value is kept as a revision with both times, and the bar is marked', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1, 2, 3]))), 100);
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2], () => 50))), 200);
  const [series] = store.read.series();
  expect(contentOf(store.read)[key]).toMatchObject({ close: [1, 50, 3], flags: [0, BarFlag.revised, 0] });
  expect(store.read.revisions(series?.id ?? 0)).toMatchObject([{ time: 2, close: 2, knownFrom: 100, knownUntil: 200 }]);
  expect(series).toMatchObject({ bars: 3, flagged: { revised: 1 } });
});

test('the newest name wins, also where another frequency brought the one before', async () => {
  const weekly = { ...dailyPart('AAA', barsAt([5]), { nameEn: 'Weekly' }), freq: '1w' as const };
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]), { nameEn: 'Daily' })));
  await importChunk(store, chunkOf(weekly));
  expect(store.read.instruments()[0]?.nameEn).toBe('Weekly');
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2]), { nameEn: 'Daily' })));
  expect(store.read.instruments()[0]?.nameEn).toBe('Daily');
});

test('a batch is noted for each series it brought bars of, new or not', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1])), dailyPart('BBB', barsAt([1]))));
  const second = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2])), dailyPart('BBB', barsAt([1])), dailyPart('CCC', barsAt([]))));
  expect(store.read.batches().find(({ id }) => id === second)?.symbols).toBe(2);
});

test('completing a bar that was still open is no correction', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1], () => 9, BarFlag.open))));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))));
  expect(contentOf(store.read)[key]).toMatchObject({ close: [1], flags: [0] });
});

test('undo takes back added bars and restores replaced ones', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1, 2, 3]))));
  const before = contentOf(store.read);
  const batch = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2, 4], () => 50)), dailyPart('NEW', barsAt([1]))));
  expect(await store.write.undoImport(batch)).toEqual({ removed: 2, restored: 1, members: 0 });
  expect(contentOf(store.read)).toEqual(before);
  expect(store.read.instruments().map((instrument) => instrument.symbol)).toEqual(['DEMO:AAA']);
  expect(store.read.batches()[0]?.state).toBe('undone');
});

test('undo leaves what a later batch stands on', async () => {
  const first = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1, 2]))));
  const second = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2], () => 50))));
  expect(await store.write.undoImport(first)).toEqual({ removed: 1, restored: 0, members: 0 });
  expect(contentOf(store.read)[key]).toMatchObject({ time: [2], close: [50], flags: [0] });
  expect(await store.write.undoImport(second)).toEqual({ removed: 1, restored: 0, members: 0 });
  expect(contentOf(store.read)).toEqual({});
});

test('undo takes a bar out from between the newest ones of a series', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 60)))));
  const middle = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([60]))));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([61]))));
  expect(await store.write.undoImport(middle)).toMatchObject({ removed: 1, restored: 0 });
  expect(contentOf(store.read)[key]?.['time']).toEqual([...range(0, 60), 61]);
});

test('undo of what a later batch corrected clears the mark where nothing else changes', async () => {
  const first = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2]))));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2], () => 50))));
  expect(await store.write.undoImport(first)).toEqual({ removed: 0, restored: 0, members: 0 });
  expect(contentOf(store.read)[key]).toMatchObject({ close: [50], flags: [0] });
});

test('undo gives a series back the provenance of what still stands in it', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))), 100);
  const batch = await store.write.beginImport('later.csv', 'csv', 200 as UtcMs);
  await store.write.writeChunk(batch, chunkOf(dailyPart('AAA', barsAt([2]))), 200 as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: 1, rejected: 0 });
  expect(store.read.series()[0]).toMatchObject({ source: 'later.csv', fetchedAt: 200 });
  await store.write.undoImport(batch);
  expect(store.read.series()[0]).toMatchObject({ source: 'bars.csv', fetchedAt: 100 });
});

test('undo refuses batches that run, are undone or unknown', async () => {
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  await expect(store.write.undoImport(batch)).rejects.toMatchObject({ code: 'store.batchRunning' });
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  await store.write.undoImport(batch);
  await expect(store.write.undoImport(batch)).rejects.toMatchObject({ code: 'store.batchUndone' });
  await expect(store.write.undoImport(99)).rejects.toEqual(new AppError('store.batchUnknown', { batch: 99 }));
});

test('chunks of an ended batch are refused and write nothing', async () => {
  const batch = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))));
  await expect(store.write.writeChunk(batch, chunkOf(dailyPart('BBB', barsAt([1]))), 1 as UtcMs)).rejects.toMatchObject({ code: 'store.batchClosed' });
  expect(Object.keys(contentOf(store.read))).toEqual([key]);
});

test('a chunk that fails half way writes nothing, and the next one is right', async () => {
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  const broken = chunkOf(dailyPart('AAA', barsAt([1, 2])), dailyPart('BBB', barsAt([2, 1])));
  await expect(store.write.writeChunk(batch, broken, 5 as UtcMs)).rejects.toThrow('times do not increase');
  expect(contentOf(store.read)).toEqual({});
  await store.write.writeChunk(batch, chunkOf(dailyPart('AAA', barsAt([5]))), 5 as UtcMs);
  expect(contentOf(store.read)[key]).toMatchObject({ time: [5] });
});

test('a series may come several times, interleaved, in any order of dates', async () => {
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  for (let day = 0; day < 400; day += 4) {
    const parts = ['AAA', 'BBB', 'AAA'].map((code, index) => dailyPart(code, barsAt(index === 2 ? [day + 2, day + 3] : [day, day + 1])));
    await store.write.writeChunk(batch, chunkOf(...parts), 5 as UtcMs);
  }
  await store.write.writeChunk(batch, chunkOf(dailyPart('BBB', barsAt(range(0, 400)))), 5 as UtcMs);
  const content = contentOf(store.read);
  expect(content[key]).toEqual(content['DEMO:BBB 1d csv split']);
  expect(content[key]?.['time']).toEqual(range(0, 400));
});

test('intraday times, amounts and missing values come back exactly', async () => {
  const bars = barsAt([1_758_000_000_000, 1_758_000_300_000]);
  bars.amount.set([12.5, NaN]);
  bars.open[1] = NaN;
  await importChunk(store, chunkOf({ ...dailyPart('AAA', bars), freq: '5m' }));
  await importChunk(store, chunkOf({ ...dailyPart('AAA', barsAt([1_758_000_600_000])), freq: '5m' }));
  expect(contentOf(store.read)['DEMO:AAA 5m csv split']).toMatchObject({
    time: [1_758_000_000_000, 1_758_000_300_000, 1_758_000_600_000],
    amount: [12.5, NaN, NaN],
    open: [1_757_999_999_999.5, NaN, 1_758_000_599_999.5],
  });
});

test('a series of decades comes back exactly, like the short ones before and behind it', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(1, 3))), dailyPart('BBB', barsAt(range(1, 9_000))), dailyPart('CCC', barsAt(range(1, 2)))));
  const closes = (code: string) => contentOf(store.read)[`DEMO:${code} 1d csv split`]?.close;
  expect(closes('AAA')).toEqual(range(1, 3));
  expect(closes('BBB')).toEqual(range(1, 9_000));
  expect(closes('CCC')).toEqual(range(1, 2));
  expect(await store.write.check()).toEqual([]);
});

test('bases and origins never mix in a series', async () => {
  const part = dailyPart('AAA', barsAt([1]));
  await importChunk(store, chunkOf(part, { ...dailyPart('AAA', barsAt([1])), basis: 'raw' }, { ...dailyPart('AAA', barsAt([1])), origin: 'yahoo' }));
  expect(Object.keys(contentOf(store.read))).toEqual([key, 'DEMO:AAA 1d csv raw', 'DEMO:AAA 1d yahoo split']);
});

test('changes since a version say append, replace or full', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 100))), dailyPart('BBB', barsAt([1]))));
  const id = store.read.series()[0]?.id ?? 0;
  const version = store.read.series()[0]?.version ?? 0;
  expect(store.read.changesSince(id, version)).toBeNull();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([100, 101]))));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([102]))));
  expect(store.read.changesSince(id, version)).toEqual({ version: version + 2, mode: 'append', fromIndex: 100 });
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([40], () => 1))));
  expect(store.read.changesSince(id, version)).toEqual({ version: version + 3, mode: 'replace', fromIndex: 40 });
  expect(store.read.changesSince(id, 0)).toMatchObject({ mode: 'replace', fromIndex: 0 });
  expect(store.read.changesSince(id, version + 99)).toMatchObject({ mode: 'full' });
  for (let day = 0; day < 70; day++) await importChunk(store, chunkOf(dailyPart('AAA', barsAt([200 + day]))));
  expect(store.read.changesSince(id, version)).toEqual({ version: version + 73, mode: 'full', fromIndex: 0 });
});

test('commits are announced with their symbols, and only those that changed something', async () => {
  const heard: unknown[] = [];
  const unlisten = store.onCommit((change) => heard.push(change));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1]))));
  unlisten();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([2]))));
  expect(heard).toEqual([{ version: 1, symbols: ['DEMO:AAA'] }]);
});

test('R15 a reader sees a commit as soon as it is acknowledged, and nothing of one that rolled back', async () => {
  const batch = await store.write.beginImport('a.csv', 'csv', 5 as UtcMs);
  await store.write.writeChunk(batch, chunkOf(dailyPart('AAA', barsAt([1]))), 5 as UtcMs);
  expect(store.read.dataVersion()).toBe(1);
  await expect(store.write.writeChunk(batch, chunkOf(dailyPart('AAA', barsAt([2])), dailyPart('BBB', barsAt([2, 2]))), 5 as UtcMs)).rejects.toThrow('times do not increase');
  expect([store.read.dataVersion(), contentOf(store.read)[key]?.['time']]).toEqual([1, [1]]);
});

test('corporate actions are layered: the newest counts, undo uncovers the one before', async () => {
  const action = { symbol: 'DEMO:AAA', kind: 'split' as const, exDate: 10 as TradingDate, announcedAt: null, value: 2, price: null, source: 'csv' };
  await importChunk(store, { ...chunkOf(dailyPart('AAA', barsAt([1]))), actions: [action] });
  const instrument = store.read.instruments()[0]?.id ?? 0;
  const batch = await importChunk(store, { series: [], rejections: [], actions: [{ ...action, value: 3 }, { ...action, exDate: 5 as TradingDate }] });
  expect(store.read.actions(instrument).map(({ exDate, value }) => [exDate, value])).toEqual([[5, 2], [10, 3]]);
  await store.write.undoImport(batch);
  expect(store.read.actions(instrument).map(({ exDate, value }) => [exDate, value])).toEqual([[10, 2]]);
});

test('an action that two sources name counts once', async () => {
  const split = { symbol: 'DEMO:AAA', kind: 'split' as const, exDate: 10 as TradingDate, announcedAt: null, value: 4, price: null, source: 'yahoo' };
  await importChunk(store, { ...chunkOf(dailyPart('AAA', barsAt([1]))), actions: [split, { ...split, kind: 'dividend', value: 0.8 }] });
  await importChunk(store, { series: [], rejections: [], actions: [{ ...split, source: 'alphavantage' }] });
  const instrument = store.read.instruments()[0]?.id ?? 0;
  expect(store.read.actions(instrument).map(({ kind, value }) => [kind, value])).toEqual([['dividend', 0.8], ['split', 4]]);
});

test('compaction moves tails into BLOBs and changes nothing to be seen', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 500)))));
  for (let day = 500; day < 550; day++) await importChunk(store, chunkOf(dailyPart('AAA', barsAt([day]))));
  const before = [contentOf(store.read), store.read.series()[0]?.version];
  expect(store.read.series()[0]).toMatchObject({ bars: 550, blobBars: 500 });
  await store.write.compact();
  expect(store.read.series()[0]).toMatchObject({ bars: 550, blobBars: 550 });
  expect([contentOf(store.read), store.read.series()[0]?.version]).toEqual(before);
  expect(await store.write.check()).toEqual([]);
});

test('the universe joins BLOBs and tails of one frequency in shared memory', async () => {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(0, 50))), dailyPart('BBB', barsAt([7])), { ...dailyPart('AAA', barsAt([1])), freq: '1w' }));
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([50, 51]))));
  const whole = store.read.universe({ freq: '1d', columns: ['time', 'close', 'amount', 'flags'], trailing: null });
  expect([...whole.offsets]).toEqual([0, 52, 53]);
  expect([...whole.columns.time]).toEqual([...range(0, 52), 7]);
  expect([...whole.columns.close]).toEqual([...range(0, 52), 7]);
  expect(whole.columns.amount.every(Number.isNaN)).toBe(true);
  expect([whole.columns.flags.length, Object.keys(whole.columns)]).toEqual([53, ['time', 'close', 'amount', 'flags']]);
  expect([whole.offsets.buffer, whole.columns.close.buffer].every((buffer) => buffer instanceof SharedArrayBuffer)).toBe(true);
  const trailing = store.read.universe({ freq: '1d', columns: ['time'], trailing: 3 });
  expect([[...trailing.offsets], [...trailing.columns.time]]).toEqual([[0, 3, 4], [49, 50, 51, 7]]);
  expect([...store.read.universe({ freq: '1d', columns: ['time'], trailing: 1 }).columns.time]).toEqual([51, 7]);
});

test('instruments keep what is known, fill in what was not, and take the newest names', async () => {
  await importChunk(store, chunkOf(dailyPart('600519', barsAt([1]), { nameZh: '贵州茅台', currency: null, kind: 'other' })));
  await importChunk(store, chunkOf(dailyPart('600519', barsAt([1]), { nameEn: 'Moutai', currency: 'CNY', kind: 'stock', calendar: 'XHKG' })));
  expect(store.read.instruments()).toMatchObject([
    { symbol: 'DEMO:600519', nameZh: '贵州茅台', pinyin: 'gzmt', nameEn: 'Moutai', currency: 'CNY', kind: 'stock', calendar: 'XNYS' },
  ]);
  await importChunk(store, chunkOf(dailyPart('600519', barsAt([1]), { nameZh: '*ST重庆Ａ' })));
  expect(store.read.instrument('DEMO:600519')).toMatchObject({ nameZh: '*ST重庆Ａ', pinyin: 'stcqa' });
});

test('a renamed instrument is found under both keys, and a new owner takes the old key over', async () => {
  await importChunk(store, chunkOf(dailyPart('FB', barsAt([1]))));
  await store.write.rekeyInstrument('DEMO:FB', { mic: 'DEMO', code: 'META' }, 10 as TradingDate);
  expect([store.read.instrument('DEMO:FB')?.symbol, store.read.instrument('DEMO:META')?.symbol]).toEqual(['DEMO:META', 'DEMO:META']);
  await importChunk(store, chunkOf(dailyPart('FB', barsAt([2]), { nameEn: 'Other' })));
  expect(store.read.instrument('DEMO:FB')).toMatchObject({ symbol: 'DEMO:FB', nameEn: 'Other' });
  await expect(store.write.rekeyInstrument('DEMO:FB', { mic: 'DEMO', code: 'META' }, 11 as TradingDate)).rejects.toMatchObject({ code: 'store.symbolTaken' });
  await expect(store.write.rekeyInstrument('DEMO:NONE', { mic: 'DEMO', code: 'X' }, 11 as TradingDate)).rejects.toMatchObject({ code: 'store.symbolUnknown' });
});

test('import mappings are saved, replaced and removed by name', async () => {
  await store.write.saveMapping('broker', { market: 'CN', columns: ['date', 'close'] });
  await store.write.saveMapping('broker', { market: 'HK' });
  await store.write.saveMapping('other', {});
  await store.write.removeMapping('other');
  expect([...store.read.mappings()]).toEqual([['broker', { market: 'HK' }]]);
});

test('settings keep their types, and a reset one is gone', async () => {
  await store.write.setSetting('language', 'zh');
  await store.write.setSetting('size', 2.5);
  await store.write.setSetting('tray', false);
  await store.write.resetSetting('language');
  expect([...store.read.settings()]).toEqual([['size', 2.5], ['tray', false]]);
});

test('instruments without bars can be written for a directory', async () => {
  await importChunk(store, chunkOf({ ...dailyPart('AAA', barsAt([])), instrument: draft('AAA', { nameEn: 'Alpha' }) }));
  expect([store.read.instruments().length, store.read.series()]).toEqual([1, []]);
});
