import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sourcesHandlers } from '../../../src/main/api/sources.ts';
import { listingFetch } from '../../../src/main/company/fetch-listings.ts';
import { createListingDesk } from '../../../src/main/company/listing-desk.ts';
import { createSessionSecrets } from '../../../src/main/node/session-secrets.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';
import { cannedHttp } from '../../doubles/canned-http.ts';
import { temporaryProfile } from '../store/store-fixture.ts';
import { companyBench, importShares } from './company-bench.ts';

const noFolder = { path: '', mode: 'off', lookedAt: null, waiting: [], failures: [], problem: null } as const;
const dayMs = 86_400_000;
const fillers = Array.from({ length: 120 }, (_, index) => ({ code: String(601_000 + index), name: `公司${index}` }));
const known = [{ code: '600001', name: '浦发银行' }, { code: '600519', name: '贵州茅台' }];

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

/** Thursday 15:30 in Shanghai; what is listed, and whether the source answers. */
function openBench() {
  const state = { offline: false, listed: [...known, { code: '600002', name: '某某股份' }, ...fillers], cut: 0, down: false };
  const found = { quotes: [{ symbol: 'MAO', exchange: 'NYQ', quoteType: 'EQUITY', longname: 'Mao Corp' }] };
  const bench = companyBench('2026-11-19T07:30:00Z', (url) => {
    if (state.down) return null;
    if (url.pathname === '/v1/finance/search') return found;
    const page = Number(url.searchParams.get('pn'));
    const rows = state.listed.slice((page - 1) * 100, page * 100).map(({ code, name }) => ({ f12: code, f13: 1, f14: name, f26: 19991110 }));
    return { data: { total: state.listed.length + state.cut, diff: rows } };
  });
  const desk = createListingDesk({ ...bench, offline: () => state.offline });
  const fetch = listingFetch({ ...bench, desk, store, offline: () => state.offline });
  const run = (trigger: 'schedule' | 'user' = 'schedule') => fetch({ trigger, signal: new AbortController().signal, progress: () => undefined });
  const settings = { flags: new Map(), environment: {}, stored: () => new Map(), profile: new Map() };
  const handlers = sourcesHandlers({ clock: bench.clock, http: cannedHttp(() => ({ body: '' })).http, sources: bench.sources, listings: desk, store, secrets: createSessionSecrets(), settings, folder: () => noFolder });
  const search = async (text: string) => handlers['sources.search']({ text }, { id: 'test' });
  const add = async (symbol: string) => handlers['sources.add']({ symbol }, { id: 'test' });
  const delisted = () => store.read.instruments().flatMap(({ code, delistedOn }) => (delistedOn === null ? [] : [[code, delistedOn]]));
  return { ...bench, state, desk, run, search, add, delisted };
}

test('a list gives the shares there are their names and listing days, once a day, and adds none', async () => {
  const { run, asked, clock } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  expect(await run()).toEqual({ done: 1, failures: [] });
  expect(store.read.instruments().map(({ code, nameZh, pinyin, listedOn }) => [code, nameZh, pinyin, listedOn])).toEqual([
    ['600001', '浦发银行', 'pfyh', tradingDateOf('1999-11-10')], ['600002', '某某股份', 'mmgf', tradingDateOf('1999-11-10')],
  ]);
  clock.advance(dayMs - 1);
  await run();
  expect(asked).toHaveLength(2);
  clock.advance(1);
  await run();
  expect([asked.length, store.read.batches().filter(({ format }) => format === 'instruments').length]).toEqual([4, 1]);
});

test('a search finds what is listed by code, name and initials, with the network gone too', async () => {
  const { run, search, state } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  expect((await search('MAO')).map(({ symbol }) => symbol)).toEqual(['XNYS:MAO']);
  state.down = true;
  const moutai = { symbol: 'XSHG:600519', nameEn: null, nameZh: '贵州茅台', kind: 'stock', source: 'eastmoney', known: false };
  for (const text of ['600519', '茅台', 'gzmt', 'sh.600519']) expect(await search(text)).toEqual([moutai]);
  expect(await search('浦发')).toMatchObject([{ symbol: 'XSHG:600001', known: true }]);
  await expect(search('nowhere')).rejects.toMatchObject({ code: 'network.status' });
});

test('what a list has can be added without a network, with its name and without bars; anything else cannot', async () => {
  const { run, state, add, search } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  state.offline = true;
  expect([await add('XSHG:600519'), await add('600519'), await add('XNAS:AAPL')]).toEqual([{ added: true }, { added: false }, { added: false }]);
  const added = store.read.instrument('XSHG:600519');
  expect(added).toMatchObject({ nameZh: '贵州茅台', pinyin: 'gzmt', kind: 'stock', currency: 'CNY', zone: 'Asia/Shanghai', calendar: 'XSHG', listedOn: tradingDateOf('1999-11-10') });
  expect([store.read.seriesOf(added?.id ?? 0), (await search('茅台'))[0]?.known]).toEqual([[], true]);
  await store.write.undoImport(store.read.batches()[0]?.id ?? 0);
  expect(store.read.instrument('XSHG:600519')).toBeNull();
});

test('a share that two whole lists show to be gone is delisted from the session last closed', async () => {
  const { run, state, clock, delisted } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  clock.advance(dayMs);
  state.listed = [...known, ...fillers];
  await run();
  expect(delisted()).toEqual([['600002', tradingDateOf('2026-11-20')]]);
});

test.each([
  ['a list that was cut short', { listed: [...known, ...fillers], cut: 1 }],
  ['a list of which much is gone at once', { listed: known, cut: 0 }],
])('%s delists nothing', async (_name, change) => {
  const { run, state, clock, delisted } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  clock.advance(dayMs);
  Object.assign(state, change);
  expect((await run()).failures).toEqual([]);
  expect(delisted()).toEqual([]);
});

test('a failing source is listed, asked again an hour later, and leaves the list that is held', async () => {
  const { run, state, clock, asked, search } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  clock.advance(dayMs);
  state.down = true;
  expect((await run()).failures).toMatchObject([{ subject: '东方财富 East Money', error: { code: 'network.status' } }]);
  const before = asked.length;
  clock.advance(3_599_999);
  expect([await run(), asked.length]).toEqual([{ done: 0, failures: [] }, before]);
  clock.advance(1);
  await run();
  expect([asked.length > before, await search('茅台')]).toMatchObject([true, [{ symbol: 'XSHG:600519' }]]);
});

test('the store is looked through only when a list may be due', async () => {
  const { run, clock } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  const looked = vi.spyOn(store.read, 'instruments');
  const looks = async (): Promise<number> => {
    looked.mockClear();
    await run();
    return looked.mock.calls.length;
  };
  // The first look changes the store by the names it brings.
  expect([await looks(), await looks(), await looks()]).toEqual([1, 1, 0]);
  clock.advance(dayMs);
  expect([await looks(), await looks()]).toEqual([1, 0]);
});

test('without shares of a market its list is fetched only when a user asks; offline nothing is', async () => {
  const { run, state, asked, desk } = openBench();
  await run();
  state.offline = true;
  await run('user');
  expect([asked.length, desk.find('茅台', 5)]).toEqual([0, []]);
  state.offline = false;
  await run('user');
  expect(desk.find('茅台', 5)).toHaveLength(1);
});
