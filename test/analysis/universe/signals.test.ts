import { describe, expect, test } from 'vitest';
import { defaultSignalSettings, signalHistory, signals, type SignalSettings } from '../../../src/analysis/universe/signals.ts';
import { tableOf } from './table-of.ts';

/** Sixty symbols over six dates; the first climbs from place 60 by ten a day, the others keep their order. */
const size = 60;
const symbols = Array.from({ length: size }, (_, index) => `S${String(index).padStart(2, '0')}`);
const metric = Array.from({ length: 6 }, (_, day) => symbols.map((_, index) => (index === 0 ? -60.5 + day * 10 : -index)));
const table = tableOf({
  symbols,
  metric,
  change: metric.map((row, day) => row.map((_, index) => (index === 1 && day === 5 ? 6 : 0))),
  volatility: metric.map((row, day) => row.map((_, index) => (index === 2 && day === 5 ? 4.2 : index === 3 && day === 5 ? 2.3 : 2))),
});
const needleScores = new Float64Array(size).fill(0);
needleScores[4] = 80;
needleScores[5] = NaN;

function rowsOf(symbol: number, settings: SignalSettings = defaultSignalSettings): Record<string, number> {
  const rows = signals(table, { settings, needleScores }).get(symbol)?.rows ?? [];
  return Object.fromEntries(rows.map(({ code, contribution }) => [code.slice('signal.'.length), Number(contribution.toFixed(4))]));
}

describe('signals', () => {
  test('a symbol that climbs day by day is steady: five rises give the full weight', () => {
    expect(rowsOf(0).steady).toBe(0.15);
  });

  test('one that falls day by day is not', () => {
    const falling = tableOf({ symbols, metric: metric.toReversed() });
    expect(signals(falling, { settings: defaultSignalSettings, needleScores }).get(0)?.rows[3]).toMatchObject({ code: 'signal.steady', input: 0, contribution: 0 });
  });

  test('a jump of ten places of sixty counts in part: 1,000 of 5,500 is eleven, so it does not', () => {
    expect([rowsOf(0).jump, rowsOf(0, { ...defaultSignalSettings, jumpPartial: 900 }).jump, rowsOf(0, { ...defaultSignalSettings, jumpFull: 900 }).jump]).toEqual([0, 0.12, 0.2]);
  });

  test('price, volatility and needle fire by their thresholds', () => {
    expect([rowsOf(1).price, rowsOf(2).volatility, rowsOf(3).volatility, rowsOf(4).needle]).toEqual([0.1, 0.2, 0.12, 0.16]);
  });

  test('what is not known is no input and gives nothing', () => {
    const rows = signals(table, { settings: defaultSignalSettings, needleScores }).get(5)?.rows;
    expect([rows?.[5], rows?.[6]]).toMatchObject([{ code: 'signal.turnover', input: null, contribution: 0 }, { code: 'signal.needle', input: null, contribution: 0 }]);
  });

  test('the first of sixty was in the narrowest tier on six days: .25 × 1.5', () => {
    expect(rowsOf(1).hot).toBe(0.375);
  });

  test('in instant mode only today counts', () => {
    const instant: SignalSettings = { ...defaultSignalSettings, hotMode: 'instant' };
    expect([rowsOf(1, instant).hot, rowsOf(3, instant).hot, rowsOf(20, instant).hot]).toEqual([0.25, 0.125, 0]);
  });

  test('strength is capped at one and decides the order', () => {
    const heavy: SignalSettings = { ...defaultSignalSettings, weights: { ...defaultSignalSettings.weights, price: 5 } };
    const [first] = signals(table, { settings: heavy, needleScores });
    expect([first?.[0], first?.[1].strength]).toEqual([1, 1]);
  });

  test('the history tells each day what fired', () => {
    const history = signalHistory(table, { symbol: 0, days: 3, settings: defaultSignalSettings });
    expect(history).toEqual([
      { date: 18_265, hot: false, jump: false, steady: true },
      { date: 18_266, hot: false, jump: false, steady: true },
      { date: 18_267, hot: false, jump: false, steady: true },
    ]);
  });
});
