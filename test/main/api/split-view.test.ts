import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BarSource } from '../../../src/main/api/bar-source.ts';
import { modelsHandlers } from '../../../src/main/api/models.ts';
import { valuedInstrument } from '../../../src/main/api/portfolios/priced-series.ts';
import { readBars } from '../../../src/main/api/read-bars.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { createUniverseLoader } from '../../../src/main/universe/load-universe.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';
import { sessionsFrom, walk } from '../universe/invented-universe.ts';

// 120 sessions; 4 paid for each old share on the 51st, four new shares for an old one on the 101st.
const sessions = sessionsFrom('2024-01-02', 120);
const exDate = sessions[100] as TradingDate;
const split = walk('A', sessions);
const old = (time: number): boolean => time < exDate;
const raw: BarColumns = { ...split };
for (const name of ['open', 'high', 'low', 'close'] as const) Object.assign(raw, { [name]: split[name].map((price, bar) => (old(sessions[bar] as number) ? price * 4 : price)) });
Object.assign(raw, { volume: split.volume.map((volume, bar) => (old(sessions[bar] as number) ? volume / 4 : volume)) });

const profile = temporaryProfile();
let store: Store;
let from: BarSource;
beforeAll(async () => {
  store = await profile.openInThread();
  const actions = ['DEMO:RAW', 'DEMO:SPL'].flatMap((symbol) => {
    const common = { symbol, announcedAt: null, price: null, source: 'csv', value: 4 };
    return [{ ...common, kind: 'dividend' as const, exDate: sessions[50] as TradingDate }, { ...common, kind: 'split' as const, exDate }];
  });
  await importChunk(store, { ...chunkOf({ ...dailyPart('RAW', raw), basis: 'raw' }, { ...dailyPart('SPL', split), basis: 'split' }), actions });
  from = { store, calendarById: loadCalendars(new URL('../../../resources', import.meta.url).pathname), ageOf: () => ({ state: 'frozen', sessionsBehind: null, asOf: null }) };
});
afterAll(() => profile.dispose());

/** Figures to nine digits, without what names the series. */
function figures(answer: object): unknown {
  return JSON.parse(JSON.stringify({ ...answer, symbol: '' }, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)));
}

const modelNames = ['models.score', 'models.risk', 'models.levels'] as const;

test.each(modelNames)('%s of raw prices takes a split for no fall', async (method) => {
  const handlers = modelsHandlers(from, () => Promise.reject(new Error('not asked')));
  const [onRaw, onSplit] = await Promise.all(['RAW', 'SPL'].map((symbol) => handlers[method]({ symbol }, { id: 'test' })));
  expect(figures(onRaw ?? {})).toEqual(figures(onSplit ?? {}));
});

test.each(modelNames)('%s as of the day before the split is that of the prices of the time', async (method) => {
  const handlers = modelsHandlers(from, () => Promise.reject(new Error('not asked')));
  const answer = await handlers[method]({ symbol: 'RAW', asOf: formatTradingDate((exDate - 1) as TradingDate) }, { id: 'test' });
  expect(answer).toMatchObject({ basis: 'raw', bars: 100 });
});

test('a universe has raw prices on a split basis, as of a day before the split as they were', () => {
  const loader = createUniverseLoader(store.read);
  const closeOf = (asOf?: number): readonly (number | undefined)[] => {
    const { frame, series } = loader.load(asOf === undefined ? {} : { asOf: formatTradingDate(asOf as TradingDate) }, 200);
    expect(series[0]?.basis).toBe(asOf === undefined ? 'split' : 'raw');
    const start = frame.starts[0] ?? 0;
    return [frame.bars.close[start + 99], frame.bars.volume[start + 99]].map((value) => Number(value?.toPrecision(9)));
  };
  const at = (bars: BarColumns): readonly number[] => [bars.close[99], bars.volume[99]].map((value) => Number(value?.toPrecision(9)));
  expect([closeOf(), closeOf(sessions[99]), closeOf()]).toEqual([at(split), at(raw), at(split)]);
});

test('as of a day before a split, prices that carry it are of its shares: a dividend is told on them, a portfolio holds them', () => {
  const asOf = formatTradingDate(sessions[60] as TradingDate);
  const closeBefore = (symbol: string): number => readBars(from, { symbol, adjust: 'forward', asOf }).columns.close[49] as number;
  expect([closeBefore('SPL'), closeBefore('RAW') / 4].map((close) => close.toFixed(9))).toEqual([1, 1].map((paid) => ((split.close[49] as number) - paid).toFixed(9)));
  const splitsOf = (symbol: string): unknown => {
    const found = valuedInstrument(from, symbol, 'USD', asOf);
    return typeof found === 'string' ? found : found.priced.splits;
  };
  expect([splitsOf('DEMO:SPL'), splitsOf('DEMO:RAW')]).toEqual([[{ exDate, value: 4 }], []]);
});
