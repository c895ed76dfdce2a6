import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatTradingDate, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { askHandlers } from '../../../src/main/api/ask.ts';
import type { Handlers } from '../../../src/main/api/handlers.ts';
import type { NewNews } from '../../../src/main/store/news-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { asking, fillUniverse, universeDates } from '../universe/invented-universe.ts';
import { temporaryProfile } from '../store/store-fixture.ts';

const day = 86_400_000;
const asOfDate = universeDates[250] as number;
const asOf = formatTradingDate(asOfDate as TradingDate);

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let ask: Handlers['ask.answer'];
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  await fillUniverse(store);
  const universe = asking(store);
  const from = { store, calendarById: () => null, ageOf: () => ({ state: 'frozen', sessionsBehind: null, asOf: null }) as const };
  ask = askHandlers(from, async (method, input) => universe(method, input))['ask.answer'];
});
afterEach(() => profile.dispose());

function news(title: string, publishedAt: number): { readonly item: NewNews; readonly identity: string } {
  const item = {
    title, summary: '', url: null, source: 'Wire', publishedAt: publishedAt as UtcMs, isDated: true, fetchedAt: publishedAt as UtcMs,
    mood: 'positive', score: 1, confidence: 1, reasons: [], important: [], topics: [], symbols: ['DEMO:S01'],
  } as const;
  return { item, identity: title };
}

async function codes(question: string, when?: string): Promise<readonly string[]> {
  const { statements } = await ask({ symbol: 'S01', question, ...(when === undefined ? {} : { asOf: when }) }, { id: 'test' });
  return statements.map(({ code }) => code);
}

test('events are those out by the end of the day, unavailable before any news is kept, and none where none names the symbol', async () => {
  expect(await codes('events')).toEqual(['ask.unavailable']);
  await store.write.recordNews({ items: [news('A rise', asOfDate * day + 3_600_000), news('A fall', (asOfDate + 2) * day)], repeats: [], feeds: [] });
  const { statements } = await ask({ symbol: 'S01', question: 'What happened?', asOf }, { id: 'test' });
  expect(statements).toEqual([{ code: 'ask.event', figures: { date: { text: asOf }, title: { text: 'A rise' }, sentiment: { code: 'sentiment.positive' } } }]);
  expect([await codes('events'), (await ask({ symbol: 'S02', question: 'events' }, { id: 'test' })).statements.map(({ code }) => code)]).toEqual([['ask.event', 'ask.event'], ['ask.noEvents']]);
});

test('the overall answer names score, risk, levels and how the score fared before', async () => {
  const found = await codes('overall');
  expect([found.slice(0, 2), found.includes('ask.record'), found.at(-1)]).toEqual([['ask.score', 'ask.risk'], true, 'ask.state']);
});
