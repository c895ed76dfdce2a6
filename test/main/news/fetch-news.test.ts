import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewsFetched, NewsItem } from '../../../src/shared/contract/news.ts';
import { startFaultServer, type Fault, type FaultServer } from '../../doubles/fault-server.ts';
import { openTestApp, type TestApp } from '../app/open-test-app.ts';

const xml = { 'content-type': 'application/rss+xml', etag: '"1"' };
const now = Date.now();
const ago = (hours: number): string => new Date(now - hours * 3_600_000).toUTCString();
const item = (title: string, link: string, hours: number, summary = ''): string => `<item><title>${title}</title><link>${link}</link><description>${summary}</description><pubDate>${ago(hours)}</pubDate></item>`;
const feed = (...items: string[]): Fault => ({ kind: 'answer', headers: xml, body: `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>` });

let open: TestApp;
let server: FaultServer;
let answers: Record<string, Fault>;
beforeEach(async () => {
  answers = {};
  server = await startFaultServer((path) => answers[path] ?? { kind: 'answer', status: 404, body: '{}' });
  open = await openTestApp();
  await open.importText('QVX.csv', 'date,open,high,low,close,volume\n2024-03-18,1,2,1,2,10\n', { symbol: 'QVX', market: 'US' });
  await open.importText('names.csv', 'Symbol,Security,GICS Sector\nQVX,Quovix Mills,Materials\n');
});
afterEach(async () => {
  await open.close();
  await server.close();
});

async function useFeeds(...paths: string[]): Promise<void> {
  await open.invoke('news.saveFeeds', { feeds: paths.map((path) => ({ url: `${server.url}${path}`, title: '', enabled: true })) });
}

async function refresh(): Promise<NewsFetched> {
  const { task } = await open.invoke('news.refresh', {});
  return (await open.app.taskEnd(task)).result as NewsFetched;
}

const titles = (list: readonly NewsItem[]): string[] => list.map(({ title }) => title);

test('no feed is there until the user adds one, and none is asked', async () => {
  expect(await open.invoke('news.feeds', {})).toEqual([]);
  await expect(open.invoke('news.refresh', {})).rejects.toMatchObject({ code: 'news.noFeeds' });
  expect(server.asked).toEqual([]);
});

test('news are kept by their time of publication, judged, linked, and told once', async () => {
  answers['/a'] = feed(
    item('Quovix Mills shares surge to a record high after earnings beat', 'https://e.example/1?utm_source=x', 2, 'Breaking: profit doubled.'),
    item('Central bank leaves interest rate alone', 'https://e.example/2', 5),
  );
  answers['/b'] = feed(item('Quovix Mills: shares surge to a record high after earnings beat!', 'https://other.example/9', 1), item('Old tale', 'https://e.example/3', 24 * 20));
  await useFeeds('/a', '/b');
  expect(await refresh()).toEqual({ added: 3, repeated: 1, feeds: 2, failures: [] });
  expect(await refresh()).toMatchObject({ added: 0, repeated: 0 });
  const list = await open.invoke('news.list', {});
  expect(titles(list)).toEqual(['Quovix Mills shares surge to a record high after earnings beat', 'Central bank leaves interest rate alone']);
  expect(list[0]).toMatchObject({ source: 'Wire', url: 'https://e.example/1?utm_source=x', copies: 1, mood: 'veryPositive', important: ['breaking'], isDated: true, symbols: [expect.stringMatching(/:QVX$/)] });
  expect(list[0]?.reasons.map(({ term }) => term)).toContain('surge');
  expect(titles(await open.invoke('news.list', { symbol: 'QVX' }))).toHaveLength(1);
  expect(titles(await open.invoke('news.list', { topic: 'centralBank' }))).toEqual(['Central bank leaves interest rate alone']);
  expect(titles(await open.invoke('news.list', { important: true }))).toHaveLength(1);
  expect(titles(await open.invoke('news.list', { text: 'LEAVES' }))).toHaveLength(1);
  expect((await open.invoke('news.topics', {})).map(({ topic, count }) => [topic, count])).toContainEqual(['earnings', 1]);
});

test('as of a day nothing published later is answered', async () => {
  answers['/a'] = feed(item('Today', 'https://e.example/1', 1), item('Last week', 'https://e.example/2', 24 * 8));
  await useFeeds('/a');
  await refresh();
  const day = new Date(now - 7 * 86_400_000).toISOString().slice(0, 10);
  expect(titles(await open.invoke('news.list', { asOf: day, days: 30 }))).toEqual(['Last week']);
});

test('an item without a usable date counts from when it was fetched, one from the future as well', async () => {
  answers['/a'] = feed('<item><title>Undated</title><pubDate>Seg, 24 Set</pubDate></item>', item('From tomorrow', 'https://e.example/1', -30));
  await useFeeds('/a');
  await refresh();
  const list = await open.invoke('news.list', { days: 1 });
  expect(list.map(({ title, isDated }) => [title, isDated]).sort()).toEqual([['From tomorrow', true], ['Undated', false]]);
  expect(list.every(({ publishedAt, fetchedAt }) => publishedAt <= fetchedAt)).toBe(true);
});

test('a feed that fails says why and does not stop the others; the time of its last success stays', async () => {
  answers['/a'] = feed(item('One', 'https://e.example/1', 1));
  answers['/b'] = { kind: 'answer', headers: { 'content-type': 'text/html' }, body: '<html><body>sign in</body></html>' };
  await useFeeds('/a', '/b');
  const fetched = await refresh();
  expect(fetched).toMatchObject({ added: 1, failures: [{ subject: `${server.url}/b`, error: { code: 'network.type' } }] });
  const [first, second] = await open.invoke('news.feeds', {});
  expect([first?.failure, first?.succeededAt === null, second?.succeededAt, second?.failure?.error.code]).toEqual([null, false, null, 'network.type']);
});

test('a feed that has not changed is asked in a way that costs nothing', async () => {
  answers['/a'] = feed(item('One', 'https://e.example/1', 1));
  await useFeeds('/a');
  await refresh();
  answers['/a'] = { kind: 'answer', status: 304, body: '' };
  expect(await refresh()).toMatchObject({ added: 0, failures: [] });
  expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
});

test('the last page of a feed is held in the cache; unchanged or failing it stays, and cleared it is asked for whole', async () => {
  answers['/a'] = feed(item('One', 'https://e.example/1', 1));
  await useFeeds('/a');
  await refresh();
  const key = `${server.url}/a`;
  const page = async () => (await open.invoke('cache.get', { region: 'news', key })).json;
  expect(JSON.parse(await page())).toMatchObject({ title: 'Wire', items: [{ title: 'One', link: 'https://e.example/1' }] });
  const before = await page();
  answers['/a'] = { kind: 'answer', status: 304, body: '' };
  await refresh();
  answers['/a'] = { kind: 'answer', status: 404, body: '{}' };
  expect(await refresh()).toMatchObject({ added: 0, failures: [{ subject: key, error: { code: 'network.status' } }] });
  expect(await page()).toBe(before);
  expect((await open.invoke('cache.stats', {})).regions.find(({ region }) => region === 'news')).toMatchObject({ fetches: 3, failures: 1, fallbacks: 1 });
  await open.invoke('cache.clear', { region: 'news' });
  await refresh();
  expect(server.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
});

test('a feed that is too large is given up', async () => {
  answers['/a'] = { kind: 'huge', bytes: 30_000_000, zipped: true };
  await useFeeds('/a');
  expect((await refresh()).failures).toMatchObject([{ error: { code: 'network.size' } }]);
});

test('D10 an address within the user\'s own network that no setting names is not fetched by way of a redirect', async () => {
  const inner = await startFaultServer(() => feed(item('Secret', 'https://e.example/1', 1)));
  answers['/a'] = { kind: 'redirect', to: `${inner.url}/inside` };
  await useFeeds('/a');
  const { added, failures } = await refresh();
  await inner.close();
  expect([added, failures.length, inner.asked.length]).toEqual([0, 1, 0]);
});
