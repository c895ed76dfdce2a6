import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { RuleScan } from '../../../src/shared/contract/rule-figures.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import type { UniverseMethod } from '../../../src/main/universe/universe-answers.ts';
import { temporaryProfile } from '../store/store-fixture.ts';
import { asking, correctUniverse, fillUniverse, universeDates } from './invented-universe.ts';

const lastDate = '2024-03-13';
/** Before four of the symbols were listed, and after. */
const pastDates = [180, 260].map((index) => universeDates[index] as number);

const profile = temporaryProfile();
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  const store = await profile.openInThread();
  await fillUniverse(store);
  ask = asking(store);
});
afterAll(() => profile.dispose());

/** One of every question. */
const questions: readonly (readonly [UniverseMethod, object])[] = [
  ['scan.ranks', { record: true }],
  ['scan.run', { record: true }],
  ['scan.run', { text: 'score >= 60 and rank <= 20', diff: true }],
  ['scan.detect', { detector: 'hotSpots' }],
  ['scan.detect', { detector: 'hotList' }],
  ['scan.detect', { detector: 'rankJump', threshold: 500 }],
  ['scan.detect', { detector: 'steadyRise', threshold: 100 }],
  ['scan.detect', { detector: 'needle' }],
  ['scan.backtest', { rule: 'breakout', from: '2023-06-01' }],
  ['signals.list', {}],
  ['signals.history', { of: 'S01' }],
  ['industries.trend', { period: 5, top: 10 }],
  ['industries.heat', {}],
  ['industries.detail', { industry: 'Jam' }],
  ['industries.compare', { industries: ['Jam', 'Tea'] }],
  ['models.record', { metric: 'risk' }],
  ['scan.history', { of: 'S01' }],
  ['scan.readiness', {}],
  ['industries.series', { limit: 2 }],
];

describe.each(pastDates)('as of day %s', (date) => {
  test('deleting the future changes no answer', async () => {
    const gone = temporaryProfile();
    const store = await gone.openInThread();
    await fillUniverse(store, date);
    const askGone = asking(store);
    const asOf = formatTradingDate(date as TradingDate);
    for (const [method, input] of questions) {
      expect([method, await ask(method, { ...input, asOf })]).toEqual([method, await askGone(method, input)]);
    }
    await gone.dispose();
  });
});

test('a correction that came after the day changes no answer as of it', async () => {
  const [corrected, gone] = [temporaryProfile(), temporaryProfile()];
  const [store, past] = [await corrected.openInThread(), await gone.openInThread()];
  const date = universeDates[260] as TradingDate;
  await fillUniverse(store);
  await correctUniverse(store, date, Date.UTC(2024, 5, 1));
  await fillUniverse(past, date);
  const [askNow, askThen] = [asking(store), asking(past)];
  const asOf = formatTradingDate(date);
  expect((await askNow('scan.ranks', { asOf: lastDate })).rows).not.toEqual((await askNow('scan.ranks', {})).rows);
  for (const [method, input] of questions) {
    expect([method, await askNow(method, { ...input, asOf })]).toEqual([method, await askThen(method, input)]);
  }
  await Promise.all([corrected.dispose(), gone.dispose()]);
});

test('every answer says of when, from where and of how many bars it is', async () => {
  const { rows, mood, volatility, record, ...header } = await ask('scan.ranks', {});
  expect(header).toMatchObject({
    symbol: null, asOf: lastDate, source: 'bars.csv', basis: 'split', symbols: 40, ranked: 40, scheme: 'pantry', membership: 'today', failures: [], bars: 36 * 300 + 4 * 100,
  });
  expect([rows.length, new Set(rows.map(({ rank }) => rank)).size, mood.ranked, volatility.days.length, record]).toEqual([40, 40, 40, 3, null]);
});

test('ranks fall with the score, and a least score cuts the list', async () => {
  const { rows } = await ask('scan.ranks', { minScore: 50 });
  const scores = rows.map(({ score }) => score ?? NaN);
  expect([scores.every((score, index) => score >= 50 && score <= (scores[index - 1] ?? Infinity)), rows.length > 0 && rows.length < 40]).toEqual([true, true]);
});

test('the record of the score names its dates, samples and correlations', async () => {
  const { record } = await ask('models.record', {});
  expect([record?.metric, record?.sections.length, record?.outcomes.length, record?.correlation.map(({ horizon }) => horizon)]).toEqual(['score', 14, 30, [5, 10, 20]]);
});

/** The answer about the one rule asked for. */
async function scanOf(input: object): Promise<RuleScan | undefined> {
  return (await ask('scan.run', input)).answer.scans[0];
}

test('a rule names its matches, the conditions behind them and what entered and left since the session before', async () => {
  const scan = await scanOf({ rule: 'strongscore', record: true });
  const others = await scanOf({ text: 'score < 70' });
  expect([scan?.rule, scan?.text, (scan?.matches.length ?? 0) + (scan?.others ?? 0)]).toEqual(['strongScore', 'score >= 70', 40]);
  expect(scan?.matches.every(({ score, conditions }) => (score ?? 0) >= 70 && conditions[0]?.holds === true && conditions[0].left === score)).toBe(true);
  expect(others?.matches.length).toBe(scan?.others);
  expect([scan?.diff?.against, scan?.diff?.to, scan?.diff?.from]).toEqual(['computed', lastDate, '2024-03-12']);
  expect(scan?.record?.outcomes.every(({ samples, universeMean }) => samples > 0 && universeMean !== null)).toBe(true);
});

test('what entered today is what the rule finds today and did not find yesterday', async () => {
  const today = await scanOf({ text: 'rank <= 10' });
  const yesterday = await scanOf({ text: 'rank <= 10', asOf: '2024-03-12' });
  const [now, then] = [today, yesterday].map((scan) => new Set(scan?.matches.map(({ symbol }) => symbol)));
  expect(today?.diff?.entered.map(({ symbol }) => symbol).sort()).toEqual([...(now ?? [])].filter((symbol) => then?.has(symbol) === false).sort());
  expect(today?.diff?.left.map(({ symbol }) => symbol).sort()).toEqual([...(then ?? [])].filter((symbol) => now?.has(symbol) === false).sort());
  expect(today?.diff?.entered.every(({ changes }) => changes[0]?.before?.holds === false && changes[0].after?.holds === true)).toBe(true);
});

test('a rule on figures of the newest date has no record, and says which figure', async () => {
  expect((await scanOf({ rule: 'needle', record: true }))?.record).toMatchObject({ outcomes: [], gap: 'needle' });
});

test('the top ranks of a date divide among the industries, and lift compares with their share', async () => {
  const { days, industries, top } = await ask('industries.trend', { period: 3, top: 8 });
  expect([industries, top, days.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))]).toEqual([['Bread', 'Cheese', 'Jam', 'Tea', null], 8, [8, 8, 8]]);
  expect(days[0]?.lift[0]).toBeCloseTo(((days[0]?.counts[0] ?? 0) / 8) * 4, 12);
});

test('a symbol is followed through the dates, and the hottest industries likewise', async () => {
  const { days, of } = await ask('scan.history', { of: 's03', period: 5 });
  const { rows } = await ask('scan.ranks', {});
  const { series } = await ask('industries.series', { period: 4, limit: 2 });
  expect([of, days.length, days.at(-1)?.date, days.at(-1)?.rank]).toEqual(['DEMO:S03', 5, lastDate, rows.find(({ symbol }) => symbol === 'DEMO:S03')?.rank]);
  expect(series.map(({ days: followed }) => [followed.length, followed.at(-1)?.rank])).toEqual([[4, 1], [4, 2]]);
});

test('all are ready on the date; those just listed are too short a little after their listing', async () => {
  expect(await ask('scan.readiness', {})).toMatchObject({ counts: { ready: 40 }, rows: [], fields: [{ field: 'turnover', symbols: 40 }] });
  const early = await ask('scan.readiness', { asOf: formatTradingDate(universeDates[210] as TradingDate) });
  expect([early.counts, early.rows[0]]).toEqual([{ ready: 36, tooShort: 4 }, { symbol: 'DEMO:S36', state: 'tooShort', bars: 11, sessionsBehind: 0 }]);
  expect(early.fields).toEqual([{ field: 'score', symbols: 4 }, { field: 'needle', symbols: 4 }, { field: 'turnover', symbols: 40 }]);
});

test('a back-test fills at the open after the signal and ends with what its trades earned', async () => {
  const { trades, equity, statistics, from, to } = await ask('scan.backtest', { text: 'close > highest(20)', from: '2023-06-01', slippageTicks: 0, commissionRate: 0 });
  const profit = trades.reduce((sum, trade) => sum + trade.profit, 0);
  expect([from, to, trades.length > 0]).toEqual(['2023-06-01', lastDate, true]);
  expect([equity[0]?.date, equity.at(-1)?.value]).toEqual(['2023-06-01', expect.closeTo(1_000_000 + profit, 4)]);
  expect(statistics.finalValue).toBe(equity.at(-1)?.value);
});

test('the statistics of a back-test begin with the capital: the first day counts', async () => {
  const { equity, statistics } = await ask('scan.backtest', { text: 'close > 0', from: '2023-06-01', commissionRate: 0.01, maxPositions: 1, positionPercent: 100 });
  const worth = [1_000_000, ...equity.map(({ value }) => value)];
  const returns = equity.map(({ value }, day) => value / (worth[day] ?? NaN) - 1);
  const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length;
  const deviation = Math.sqrt(returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1));
  const below = Math.sqrt(returns.reduce((sum, one) => sum + Math.min(0, one) ** 2, 0) / returns.length);
  expect(equity[0]?.value).toBeLessThan(995_000);
  expect((statistics.sortino ?? 0) / (statistics.sharpe ?? 0)).toBeCloseTo(deviation / below, 9);
});

async function refusal(method: UniverseMethod, input: object): Promise<unknown> {
  try {
    return await ask(method, input);
  } catch (error) {
    return error instanceof AppError ? [error.code, error.params] : error;
  }
}

test.each<readonly [string, UniverseMethod, object, string, object]>([
  ['an unknown field', 'scan.run', { text: 'scor >= 70' }, 'rule.field', { token: 'scor', position: 1 }],
  ['an unknown rule', 'scan.run', { rule: 'nope' }, 'scan.rule', { value: 'nope' }],
  ['a date before all bars', 'scan.ranks', { asOf: '2001-01-01' }, 'universe.date', { value: '2001-01-01', from: '2023-01-03', to: lastDate }],
  ['an unknown metric', 'scan.ranks', { metric: 'beauty' }, 'universe.value', { field: 'metric', value: 'beauty' }],
  ['an unknown industry', 'industries.detail', { industry: 'Fish' }, 'universe.industry', { value: 'Fish', allowed: 'Bread, Cheese, Jam, Tea' }],
  ['a single industry', 'industries.compare', { industries: ['Jam'] }, 'universe.value', { field: 'industries', allowed: '2–5' }],
  ['an exponent out of range', 'industries.heat', { k: 5 }, 'universe.value', { field: 'exponent', allowed: '0.3–2' }],
  ['a period longer than the history', 'industries.trend', { period: 250, asOf: '2023-03-01' }, 'universe.value', { field: 'period', value: 250, allowed: '1–40' }],
  ['an unknown classification', 'industries.trend', { scheme: 'zodiac' }, 'universe.value', { field: 'scheme', allowed: 'pantry' }],
  ['a market without symbols', 'scan.ranks', { market: 'CN' }, 'universe.empty', {}],
  ['an unknown watchlist', 'scan.ranks', { watchlist: 'mine' }, 'watchlist.none', { name: 'mine' }],
  ['an unknown symbol', 'signals.history', { of: 'ZZZ' }, 'symbol.unknown', { text: 'ZZZ' }],
])('%s is refused with what is allowed', async (_what, method, input, code, params) => {
  expect(await refusal(method, input)).toEqual([code, expect.objectContaining(params)]);
});

test('asked again, a Chan rule answers the same from what is remembered', async () => {
  const input = { rule: 'chanBuy', record: true };
  const first = await ask('scan.run', input);
  expect([await ask('scan.run', input), (first.answer.scans[0]?.record?.outcomes.length ?? 0) > 0]).toEqual([first, true]);
});

test('a saved rule that cannot be read any more is listed, and the others are run', async () => {
  const other = temporaryProfile();
  const store = await other.openInThread();
  await fillUniverse(store);
  await store.write.saveScanRule({ name: 'old', text: 'lunar > 3' });
  const { answer } = await asking(store)('scan.run', {});
  expect([answer.scans.length, answer.unreadable.map(({ rule, error }) => [rule, error.code])]).toEqual([10, [['old', 'rule.field']]]);
  await other.dispose();
});

test('a jump is measured against the size of the universe', async () => {
  const { scans } = (await ask('scan.run', { text: 'rankChangePercent >= 10' })).answer;
  const { rows } = await ask('scan.ranks', {});
  const jumped = rows.filter(({ rank, previousRank }) => previousRank !== null && previousRank - rank >= 4).map(({ symbol }) => symbol);
  expect([scans[0]?.matches.map(({ symbol }) => symbol), jumped.length > 0]).toEqual([jumped, true]);
});
