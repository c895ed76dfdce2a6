import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { formatTradingDate, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createUniverseLoader, type LoadedUniverse } from '../../../src/main/universe/load-universe.ts';
import { barsAt, chunkOf, dailyPart, importChunk, range, temporaryProfile } from '../store/store-fixture.ts';
import { asking, sessionsFrom, walk } from './invented-universe.ts';

// Twenty sessions from Monday 2024-01-08 on; 2024-01-15 was a holiday.
const sessions = sessionsFrom('2024-01-08', 20);
const friday = sessions[4] as number;

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

function symbolsAndDate({ frame, date }: LoadedUniverse): unknown {
  return [frame.symbols, formatTradingDate(date)];
}

test('a weekend on which only crypto pairs trade is no date of the universe', async () => {
  const everyDay = walk('C', range(sessions[0] as number, friday + 2));
  await importChunk(store, chunkOf(dailyPart('AAA', walk('A', sessions.slice(0, 5))), dailyPart('BBB', walk('B', sessions.slice(0, 5))), dailyPart('COIN', everyDay, { kind: 'crypto', calendar: '24x7' })));
  const loaded = createUniverseLoader(store.read).load({}, 10);
  expect(symbolsAndDate(loaded)).toEqual([['DEMO:AAA', 'DEMO:BBB', 'DEMO:COIN'], formatTradingDate(friday as TradingDate)]);
  expect([...loaded.frame.dates]).toEqual(sessions.slice(0, 5));
});

test('a bar whose session has not ended is left out', async () => {
  const open = walk('A', sessions.slice(0, 6));
  open.flags[5] = BarFlag.open;
  await importChunk(store, chunkOf(dailyPart('AAA', open)));
  expect(createUniverseLoader(store.read).load({}, 10).date).toBe(sessions[4]);
});

test('prices shifted by an amount are refused by name, unless the symbol has others', async () => {
  const shifted = { basis: 'forwardAdditive', origin: 'tongdaxin' } as const;
  await importChunk(store, chunkOf({ ...dailyPart('AAA', walk('A', sessions)), ...shifted }, { ...dailyPart('BBB', walk('B', sessions)), ...shifted }, dailyPart('BBB', walk('B2', sessions))));
  const { frame, refused } = createUniverseLoader(store.read).load({}, 10);
  expect([frame.symbols, refused.map(({ symbol, error }) => [symbol, error.code])]).toEqual([['DEMO:BBB'], [['DEMO:AAA', 'model.basis']]]);
});

test('an index is not ranked, and neither is what has not traded for a year', async () => {
  const long = sessionsFrom('2022-01-03', 400);
  await importChunk(store, chunkOf(dailyPart('AAA', walk('A', long)), dailyPart('IDX', walk('I', long), { kind: 'index' }), dailyPart('OLD', walk('O', long.slice(0, 100)))));
  expect(createUniverseLoader(store.read).load({}, 400).frame.symbols).toEqual(['DEMO:AAA']);
  expect(createUniverseLoader(store.read).load({ asOf: '2022-09-01' }, 400).frame.symbols).toEqual(['DEMO:AAA', 'DEMO:OLD']);
});

test('a bar corrected after the day has the value known on it, and the new one as of a later day', async () => {
  const evening = (index: number): number => ((sessions[index] as number) + 1) * 86_400_000 - 1;
  const [first, second] = [barsAt(sessions, (time) => 10 + sessions.indexOf(time)), barsAt(sessions, (time) => (time === sessions[3] ? 99 : 10 + sessions.indexOf(time)))];
  await importChunk(store, chunkOf(dailyPart('AAA', first)));
  await importChunk(store, chunkOf(dailyPart('AAA', second)), evening(12));
  const loader = createUniverseLoader(store.read);
  const closeOn = (index: number | null, knownOn?: null): unknown => {
    const { frame } = loader.load({ ...(index === null ? {} : { asOf: formatTradingDate(sessions[index] as TradingDate) }), knownOn }, 10);
    return frame.bars.close[(frame.starts[0] as number) + frame.bars.time.subarray(frame.starts[0], frame.ends[0]).indexOf(sessions[3] as number)];
  };
  expect([closeOn(5), closeOn(5, null), closeOn(11), closeOn(12), closeOn(5)]).toEqual([13, 99, 13, 99, 13]);
});

test('as of a day the source that was furthest on then is taken', async () => {
  const other = { origin: 'late' } as const;
  await importChunk(store, chunkOf(dailyPart('AAA', walk('A', sessions.slice(0, 15))), { ...dailyPart('AAA', walk('B', sessions.slice(8))), ...other }));
  const originOn = (index: number): unknown => createUniverseLoader(store.read).load({ asOf: formatTradingDate(sessions[index] as TradingDate) }, 10).series.map(({ origin }) => origin);
  expect([originOn(6), originOn(12), originOn(19)]).toEqual([['csv'], ['csv'], ['late']]);
});

test('what has not traded for a year is told as not ready, with its last bar’s age, and so is what has no industry', async () => {
  const long = sessionsFrom('2022-01-03', 400);
  const member = { scheme: 'pantry', industry: 'Tea', validFrom: null, validUntil: null, source: 'list.csv' };
  await importChunk(store, { ...chunkOf(dailyPart('AAA', walk('A', long)), dailyPart('BBB', walk('B', long)), dailyPart('OLD', walk('O', long.slice(0, 100)))), memberships: [{ ...member, symbol: 'DEMO:AAA' }] });
  const { counts, rows, fields } = await asking(store)('scan.readiness', {});
  expect([counts, rows]).toEqual([{ ready: 2, stale: 1 }, [{ symbol: 'DEMO:OLD', state: 'stale', bars: 100, sessionsBehind: 300 }]]);
  expect(fields).toEqual([{ field: 'turnover', symbols: 2 }, { field: 'industry', symbols: 1 }]);
});

test('an industry counts on the days it was held, and the answer says when days are not known', async () => {
  const change = sessions[10] as number;
  const member = { symbol: 'DEMO:AAA', scheme: 'pantry', source: 'list.csv' };
  await importChunk(store, {
    ...chunkOf(dailyPart('AAA', walk('A', sessions))),
    memberships: [
      { ...member, industry: 'Bread', validFrom: sessions[0] as TradingDate, validUntil: change as TradingDate },
      { ...member, industry: 'Tea', validFrom: change as TradingDate, validUntil: null },
    ],
  });
  const loader = createUniverseLoader(store.read);
  const industry = (index: number): unknown => loader.load({ asOf: formatTradingDate(sessions[index] as TradingDate) }, 10).frame.industries;
  expect([industry(9), industry(10), loader.load({}, 10).frame.membership]).toEqual([['Bread'], ['Tea'], 'asOf']);
  await importChunk(store, { ...chunkOf(dailyPart('BBB', walk('B', sessions))), memberships: [{ ...member, symbol: 'DEMO:BBB', industry: 'Tea', validFrom: null, validUntil: null }] });
  expect(loader.load({}, 10).frame.membership).toBe('today');
});

test('of several classifications the one that covers most is taken, of equals the coarser', async () => {
  const symbols = ['DEMO:AAA', 'DEMO:BBB', 'DEMO:CCC'];
  const all = { validFrom: null, validUntil: null, source: 'list.csv' };
  await importChunk(store, {
    ...chunkOf(...['AAA', 'BBB', 'CCC'].map((code) => dailyPart(code, walk(code, sessions)))),
    memberships: symbols.flatMap((symbol, index) => [
      { ...all, symbol, scheme: 'fine', industry: `I${index}` },
      { ...all, symbol, scheme: 'coarse', industry: index < 2 ? 'Left' : 'Right' },
      ...(index === 0 ? [{ ...all, symbol, scheme: 'rare', industry: 'One' }] : []),
    ]),
  });
  const loader = createUniverseLoader(store.read);
  expect([loader.load({}, 10).scheme, loader.load({ scheme: 'rare' }, 10).frame.industries]).toEqual(['coarse', ['One', null, null]]);
});

test('turnover is volume in percent of the free float of the day, whatever was split later', async () => {
  const split = { symbol: 'DEMO:AAA', kind: 'split' as const, exDate: sessions[15] as TradingDate, announcedAt: null, value: 2, price: null, source: 'x' };
  await importChunk(store, { ...chunkOf({ ...dailyPart('AAA', barsAt(sessions, () => 10)), basis: 'raw' }, dailyPart('BBB', walk('B', sessions))), actions: [split] });
  const count = { symbol: 'DEMO:AAA', total: 4_000_000, source: 'x' };
  const shares = [{ ...count, floating: 1_000_000, effectiveFrom: sessions[0] as TradingDate }, { ...count, floating: null, effectiveFrom: sessions[10] as TradingDate }];
  const batch = await store.write.beginImport('shares.csv', 'shares', 1_000 as UtcMs);
  await store.write.writeFacts(batch, { shares }, 1_000 as UtcMs);
  const { frame } = createUniverseLoader(store.read).load({}, 20);
  const volume = (index: number): number => 100 + (sessions[index] as number);
  expect(Array.from([9, 10, 20], (row) => frame.turnover?.[row])).toEqual([expect.closeTo(volume(9) / 10_000, 12), expect.closeTo(volume(10) / 40_000, 12), NaN]);
});

test('new bars are seen, and an empty store is refused', async () => {
  const loader = createUniverseLoader(store.read);
  expect(() => loader.load({}, 10)).toThrow(AppError);
  await importChunk(store, chunkOf(dailyPart('AAA', walk('A', sessions.slice(0, 10)))));
  const before = loader.load({}, 10).date;
  await importChunk(store, chunkOf(dailyPart('AAA', walk('A', sessions))));
  expect([before, loader.load({}, 10).date]).toEqual([sessions[9], sessions[19]]);
});
