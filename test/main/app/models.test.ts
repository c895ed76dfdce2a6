import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { wavesCsv } from './waves-csv.ts';

// 140 sessions of one invented symbol that rises in waves.
const csv = wavesCsv({ symbols: ['QVX'], days: 140 });

let open: TestApp;
beforeAll(async () => {
  open = await openTestApp();
  await open.importText('waves.csv', csv, { market: 'US' });
});
afterAll(() => open.close());

test('the waterfall of a score adds up to the score', async () => {
  const { score, coverage, dimensions, bars, asOf, symbol } = await open.invoke('models.score', { symbol: 'qvx' });
  const points = dimensions.reduce((sum, dimension) => sum + (dimension.points ?? 0), 0);
  const rows = dimensions.flatMap((dimension) => dimension.rows).reduce((sum, row) => sum + row.contribution, 0);
  expect([symbol, bars, asOf, coverage]).toEqual(['US:QVX', 140, '2024-07-23', 1]);
  expect([points, rows]).toEqual([expect.closeTo(score ?? NaN, 9), expect.closeTo(score ?? NaN, 9)]);
});

test('the models of a past date see nothing later', async () => {
  const input = { symbol: 'QVX', asOf: '2024-06-03' };
  const before = await Promise.all([open.invoke('models.score', input), open.invoke('models.risk', input), open.invoke('models.levels', input), open.invoke('models.scenario', input)]);
  const other = await openTestApp();
  await other.importText('waves.csv', csv.split('\n').filter((line) => line < '2024-06-04' || line.startsWith('date')).join('\n'), { market: 'US' });
  const plain = { symbol: 'QVX' };
  const deleted = await Promise.all([other.invoke('models.score', plain), other.invoke('models.risk', plain), other.invoke('models.levels', plain), other.invoke('models.scenario', plain)]);
  await other.close();
  expect(before).toEqual(deleted);
});

test('a cone names the sessions ahead and how often earlier ones held', async () => {
  const { dates, cone, horizon } = await open.invoke('models.scenario', { symbol: 'QVX', horizon: 10 });
  expect([horizon, dates?.length, dates?.[0], cone?.bands.length, cone?.percentiles.length]).toEqual([10, 10, '2024-07-24', 10, 5]);
  expect(cone?.coverage.map(({ samples }) => samples > 0)).toEqual([true, true]);
});

test('a position is sized by risk, stop and volatility, and discipline speaks after three losses and a fifth gained', async () => {
  const answer = await open.invoke('models.position', { symbol: 'QVX', riskPercent: 1, stopPercent: 5, entryPrice: 10, closedProfits: [5, -1, -1, -1] });
  expect(answer.position.percent).toBe(20 * answer.position.volatilityFactor);
  expect(answer.discipline.map(({ code }) => code)).toEqual(['discipline.coolOff', 'discipline.takeHalf']);
});

test('a question in words is answered with figures, in either language', async () => {
  const [english, chinese] = await Promise.all([
    open.invoke('ask.answer', { symbol: 'QVX', question: 'Where is support?' }),
    open.invoke('ask.answer', { symbol: 'QVX', question: '支撑位在哪里？' }),
  ]);
  expect([english.question, english.statements[0]?.code, chinese]).toEqual(['support', 'ask.close', english]);
});

test('what nothing is known about is said to be unavailable', async () => {
  const { statements } = await open.invoke('ask.answer', { symbol: 'QVX', question: 'flow' });
  expect(statements).toEqual([{ code: 'ask.unavailable', figures: { part: { code: 'ask.part.flow' } } }]);
});

test('a question that is none of the six is refused with their names', async () => {
  const refusal = open.invoke('ask.answer', { symbol: 'QVX', question: 'Who are you?' });
  await expect(refusal).rejects.toThrow(AppError);
  await expect(refusal).rejects.toMatchObject({ code: 'ask.question', params: { allowed: 'support, technical, fundamental, flow, events, overall' } });
});
