import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { analyzeHandlers } from '../../../src/main/api/analyze/analyze.ts';
import type { BarSource } from '../../../src/main/api/bar-source.ts';
import { barsHandlers } from '../../../src/main/api/bars.ts';
import { loadMarketRules } from '../../../src/main/market-rules/load-market-rules.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import type { CorporateAction } from '../../../src/main/store/corporate-action.ts';
import type { ImportChunk, SeriesChunk } from '../../../src/main/store/import-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { analysisParts } from '../../../src/shared/contract/analyze.ts';
import { sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import { formatTradingDate, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';
import { draft, temporaryProfile } from '../store/store-fixture.ts';

const bars = 260;
const firstDate = 15_000;
const dayMs = 86_400_000;
const resources = new URL('../../../resources', import.meta.url).pathname;
const profiles: ReturnType<typeof temporaryProfile>[] = [];
afterAll(() => Promise.all(profiles.map((profile) => profile.dispose())));

/** When each thing came in: bars of the past at once, corrections in the evening of a day. */
interface Correction {
  readonly bar: number;
  readonly onDay: number;
  readonly factor: number;
}

interface World {
  readonly seed: number;
  readonly asOf: number;
  readonly corrections: readonly Correction[];
  readonly splits: readonly number[];
  /** A second source of the same symbol, which begins late: the better one only in hindsight. */
  readonly otherFrom: number;
}

const world: fc.Arbitrary<World> = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  asOf: fc.integer({ min: 5, max: bars - 5 }),
  corrections: fc.array(fc.record({ bar: fc.nat(bars - 1), onDay: fc.nat(bars - 1), factor: fc.constantFrom(0.9, 1.1, 1.02) }), { maxLength: 6 }).map((all) => all.toSorted((a, b) => a.onDay - b.onDay)),
  splits: fc.uniqueArray(fc.integer({ min: 1, max: bars - 1 }), { maxLength: 3 }),
  otherFrom: fc.integer({ min: 1, max: bars - 1 }),
});

function evening(day: number): UtcMs {
  return ((firstDate + day) * dayMs + 60_000) as UtcMs;
}

function part(code: string, origin: string, columns: BarColumns): SeriesChunk {
  return { instrument: draft(code, { calendar: '24x7', zone: 'UTC' }), freq: '1d', origin, basis: 'raw', columns };
}

/** The store with what had come in by the end of day `until`; bars are known when they close. */
async function storeOf({ seed, corrections, splits, otherFrom }: World, until: number): Promise<Store> {
  const profile = temporaryProfile();
  profiles.push(profile);
  const store = await profile.openInThread();
  const load = async (at: UtcMs, chunk: Partial<ImportChunk>): Promise<void> => {
    const batch = await store.write.beginImport('walk.csv', 'csv', at);
    await store.write.writeChunk(batch, { series: [], actions: [], rejections: [], ...chunk }, at);
    await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  };
  const walk = (salt: number): BarColumns => randomBars(seededRandom(seed + salt), 'walk', bars);
  const count = Math.min(bars, until + 1);
  const other = walk(1);
  const first = [part('A', 'one', sliceBars(walk(0), 0, count)), part('B', 'one', sliceBars(walk(2), 0, count))];
  if (otherFrom < count) first.push(part('A', 'two', sliceBars(other, otherFrom, count)));
  await load(evening(-1), { series: first });
  for (const { bar, onDay, factor } of corrections) {
    if (onDay > until || bar > onDay || bar >= count) continue;
    const one = sliceBars(walk(0), bar, bar + 1);
    const columns = { ...one, close: one.close.map((close) => close * factor), high: one.high.map((high) => high * 1.2), low: one.low.map((low) => low * 0.8) };
    await load(evening(onDay), { series: [part('A', 'one', columns)] });
  }
  const actions = splits.filter((day) => day <= until).map((day): Omit<CorporateAction, 'instrument'> & { symbol: string } => ({
    symbol: 'DEMO:A', kind: 'split', exDate: (firstDate + day) as TradingDate, announcedAt: null, value: 2, price: null, source: 'csv',
  }));
  if (actions.length > 0) await load(evening(-1), { actions });
  return store;
}

function answers(store: Store, asOf: string, adjust: 'none' | 'forward' | 'backward'): unknown {
  const from: BarSource = { store, calendarById: loadCalendars(resources), ageOf: () => ({ state: 'frozen', sessionsBehind: null, asOf: null }) };
  const invoke = (call: () => unknown): unknown => {
    try {
      return call();
    } catch (error) {
      return String(error);
    }
  };
  const analyze = analyzeHandlers({ ...from, rulesByMic: loadMarketRules(resources) }, () => '')['analyze.symbol'];
  const caller = { id: 'test' };
  const sets = { indicators: 'golden', differs: 'rsi,macd' } as Readonly<Record<string, string>>;
  const parts = analysisParts.filter((name) => name !== 'all').map((name) => [
    name, invoke(() => analyze({ symbol: 'A', part: name, asOf, step: name === 'chan', ...(sets[name] === undefined ? {} : { set: sets[name] }) }, caller)),
  ]);
  const read = invoke(() => {
    const { columns, adjustments, freshness, series } = barsHandlers(from)['bars.read']({ symbol: 'A', adjust, asOf }, caller) as Awaited<ReturnType<ReturnType<typeof barsHandlers>['bars.read']>>;
    return { columns, adjustments, freshness, origin: series.origin, bars: series.bars, to: series.to };
  });
  const weekly = invoke(() => analyze({ symbol: 'A', part: 'hama', set: 'daily', freq: '1w', asOf, step: false }, caller));
  return JSON.parse(JSON.stringify([...parts, read, weekly], (_, value: unknown) => (value instanceof Float64Array || value instanceof Uint8Array ? [...value] : value)));
}

test('without everything later than a day no figure of any part as of that day changes', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.constantFrom('none' as const, 'forward' as const, 'backward' as const), async (given, adjust) => {
      const asOf = formatTradingDate((firstDate + given.asOf) as TradingDate);
      const [everything, until] = [await storeOf(given, bars), await storeOf(given, given.asOf)];
      expect(answers(everything, asOf, adjust)).toEqual(answers(until, asOf, adjust));
    }),
    { numRuns: 8 },
  );
});

test('later bars do change the figures when nothing is rewound', async () => {
  const given: World = { seed: 7, asOf: 200, corrections: [{ bar: 20, onDay: 230, factor: 1.1 }], splits: [220], otherFrom: 100 };
  const asOf = formatTradingDate((firstDate + bars) as TradingDate);
  expect(answers(await storeOf(given, bars), asOf, 'none')).not.toEqual(answers(await storeOf(given, given.asOf), asOf, 'none'));
});
