import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyzeHandlers } from '../../../src/main/api/analyze/analyze.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { loadMarketRules } from '../../../src/main/market-rules/load-market-rules.ts';
import type { Store } from '../../../src/main/store/store.ts';
import type { ResonanceAnswer } from '../../../src/shared/contract/chan.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';
import { chunkOf, draft, importChunk, temporaryProfile } from '../store/store-fixture.ts';

const resources = new URL('../../../resources', import.meta.url).pathname;
const bars = randomBars(seededRandom(2), 'walk', 1_500);
let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  await importChunk(store, chunkOf({ instrument: draft('A', { calendar: '24x7', zone: 'UTC' }), freq: '1d', origin: 'csv', basis: 'raw', columns: bars }));
});
afterEach(() => profile.dispose());

function analyze(part: 'resonance' | 'chan', rest: { readonly asOf?: string; readonly log?: boolean } = {}) {
  const from = { store, calendarById: loadCalendars(resources), rulesByMic: loadMarketRules(resources), ageOf: () => ({ state: 'frozen' as const, sessionsBehind: null, asOf: null }) };
  return analyzeHandlers(from, () => '')['analyze.symbol']({ symbol: 'A', part, step: false, ...rest }, { id: 'test' });
}

test('days, weeks and months are read together, each by itself', () => {
  const answer = analyze('resonance') as unknown as ResonanceAnswer;
  expect(answer.levels.map(({ freq }) => freq)).toEqual(['1M', '1w', '1d']);
  expect(answer.levels[2]?.bars).toBe(1_500);
  const chan = analyze('chan') as unknown as { readonly seg: readonly { readonly dir: string }[]; readonly bsp: readonly { readonly is_buy: boolean; readonly date: string }[] };
  expect(answer.levels[2]?.segment).toBe(chan.seg.at(-1)?.dir);
  const first = answer.levels.find(({ latest }) => latest !== null);
  expect(first?.nested).toEqual(first?.latest);
  expect(answer.depth).toBeGreaterThan(0);
});

test('what is not known yet is not read', () => {
  const asOf = formatTradingDate(bars.time[899] as TradingDate);
  const answer = analyze('resonance', { asOf }) as unknown as ResonanceAnswer;
  expect([answer.asOf, answer.levels[2]?.bars]).toEqual([asOf, 900]);
});

test('the first-seen log of a structure is told by date, and its parts have the names of the answer', () => {
  const { log, ...answer } = analyze('chan', { log: true }) as unknown as { readonly log: { readonly kept: string | null; readonly entries: readonly { readonly part: string; readonly begin: string; readonly first_seen: string; readonly vanished: string | null }[] }; readonly bi: readonly { readonly begin: string }[] };
  const present = log.entries.filter(({ part, vanished }) => part === 'bi' && vanished === null);
  expect(present.map(({ begin }) => begin).sort()).toEqual(answer.bi.map(({ begin }) => begin));
  expect(log.entries.every(({ begin, first_seen: seen }) => begin <= seen)).toBe(true);
  expect(log.kept).toBe(null);
});
