import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FactsChunk } from '../../../src/main/store/company-facts.ts';
import type { Store } from '../../../src/main/store/store.ts';
import type { TradingDate, UtcMs } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from './store-fixture.ts';

const [symbol, source] = ['DEMO:AAA', 'reports.csv'];
const year = { symbol, source, months: 12, currency: 'USD', grossProfit: 40, equity: 50, assets: 90 };
const published = { ...year, periodEnd: 19_000 as TradingDate, publishedAt: 5_000 as UtcMs, revenue: 100, netProfit: 10 };
const restated = { ...published, publishedAt: 9_000 as UtcMs, netProfit: 8 };
const flow = {
  symbol, source, day: 19_100 as TradingDate, superLarge: 3, large: 1, medium: -1, small: -3,
  superLargePercent: 3, largePercent: 1, mediumPercent: -1, smallPercent: -3,
};
const count = { symbol, source, effectiveFrom: 18_000 as TradingDate, total: 1_000, floating: 600 };
const noListing = { board: null, tickSize: null, lotSize: null, listedOn: null, delistedOn: null };

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let first: number;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  first = await importChunk(store, chunkOf(dailyPart('AAA', barsAt([1, 2]))));
});
afterEach(() => profile.dispose());

async function write(facts: FactsChunk, at: number): Promise<{ readonly batch: number; readonly written: number; readonly unchanged: number }> {
  const batch = await store.write.beginImport(source, 'facts', at as UtcMs);
  const outcome = await store.write.writeFacts(batch, facts, at as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  return { batch, ...outcome };
}
const instrument = (): number => store.read.instrument(symbol)?.id ?? 0;

test('a restated report stands beside the first one, each with the time it was published and the time it was learned', async () => {
  await write({ reports: [published] }, 6_000);
  await write({ reports: [published, restated] }, 10_000);
  const known = store.read.fundamentals(instrument()).map(({ netProfit, publishedAt, recordedAt }) => ({ netProfit, publishedAt, recordedAt }));
  expect(known).toEqual([
    { netProfit: 10, publishedAt: 5_000, recordedAt: 6_000 },
    { netProfit: 8, publishedAt: 9_000, recordedAt: 10_000 },
  ]);
});

test('a fact known as it is stays unwritten, a corrected one counts as last recorded', async () => {
  await write({ flows: [flow], shares: [count] }, 6_000);
  expect(await write({ flows: [{ ...flow, large: 2 }], shares: [count] }, 7_000)).toMatchObject({ written: 1, unchanged: 1 });
  expect(store.read.flows(instrument())).toEqual([{ ...without(flow), large: 2, instrument: instrument(), recordedAt: 7_000 }]);
  expect(store.read.shares(instrument())).toEqual([{ ...without(count), instrument: instrument(), recordedAt: 6_000 }]);
});

test('the flows of a day are those of every instrument, as last recorded', async () => {
  await write({ flows: [flow, { ...flow, day: (flow.day + 1) as typeof flow.day }] }, 6_000);
  await write({ flows: [{ ...flow, large: 2 }] }, 7_000);
  expect(store.read.flowsOn(flow.day)).toEqual([{ ...without(flow), large: 2, instrument: instrument(), recordedAt: 7_000 }]);
});

test('taking back an import takes back its facts and brings back what they corrected', async () => {
  await write({ flows: [flow] }, 6_000);
  const { batch } = await write({ flows: [{ ...flow, large: 2 }], reports: [published] }, 7_000);
  await store.write.undoImport(batch);
  expect([store.read.flows(instrument())[0]?.large, store.read.fundamentals(instrument())]).toEqual([1, []]);
});

test('an instrument with facts outlives the import that brought its bars', async () => {
  await write({ reports: [published] }, 6_000);
  await store.write.undoImport(first);
  expect(store.read.fundamentals(instrument())).toHaveLength(1);
});

test('facts tell who they are of, and listings fill in what is known', async () => {
  const heard: (readonly string[] | null)[] = [];
  store.onCommit(({ symbols }) => heard.push(symbols));
  await write({ listings: [{ ...noListing, symbol, listedOn: 17_000 as TradingDate, lotSize: 100 }] }, 6_000);
  await write({ listings: [{ ...noListing, symbol, delistedOn: 19_500 as TradingDate }] }, 7_000);
  expect(store.read.instrument(symbol)).toMatchObject({ listedOn: 17_000, delistedOn: 19_500, lotSize: 100, board: null });
  expect(heard).toEqual([[symbol], [symbol]]);
});

test('facts of an instrument that is not stored, or of an import that has ended, are refused', async () => {
  await expect(write({ shares: [{ ...count, symbol: 'DEMO:ZZZ' }] }, 6_000)).rejects.toMatchObject({ code: 'store.symbolUnknown' });
  await expect(store.write.writeFacts(first, {}, 6_000 as UtcMs)).rejects.toMatchObject({ code: 'store.batchClosed' });
});

function without<Fact extends { readonly symbol: string }>({ symbol: _symbol, ...fact }: Fact): Omit<Fact, 'symbol'> {
  return fact;
}
