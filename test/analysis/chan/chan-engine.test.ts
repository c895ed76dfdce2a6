import { describe, expect, test } from 'vitest';
import { analyzeChan } from '../../../src/analysis/chan/chan-analysis.ts';
import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { LiveChan } from '../../../src/analysis/chan/live-chan.ts';
import { chanReport } from '../../../src/analysis/chan/chan-report.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { barsOf, zigzag } from './literal-bars.ts';

const empty = { n_bars: 0, n_merged: 0, merged: [], bi: [], seg: [], zs: [], bsp: [], segseg: [], segzs: [], segbsp: [], widened: [] };

describe('few bars', () => {
  test('no bar gives an empty structure', () => {
    expect(analyzeChan({ bars: barsOf([]), frequency: '1d', basis: 'raw' })).toMatchObject(empty);
  });

  test('one bar gives one merged bar and nothing else', () => {
    expect(analyzeChan({ bars: barsOf([[10, 9]]), frequency: '1d', basis: 'raw' })).toMatchObject({ ...empty, n_bars: 1, n_merged: 1, merged: [[0, 0, 9, 10, 1, 0]] });
  });

  test('equal bars give one merged bar and nothing else', () => {
    expect(analyzeChan({ bars: barsOf([[5, 5], [5, 5], [5, 5]]), frequency: '1d', basis: 'raw' })).toMatchObject({ ...empty, n_bars: 3, n_merged: 1, merged: [[0, 2, 5, 5, 1, 0]] });
  });

  test('fewer than three strokes give no segment', () => {
    const { bi, seg } = analyzeChan({ bars: zigzag([20, 10, 20, 12]), frequency: '1d', basis: 'raw' });
    expect([bi.length, seg]).toEqual([2, []]);
  });
});

describe('bars that cannot be used', () => {
  const change = (column: 'high' | 'low' | 'close' | 'time', bar: number, value: number): BarColumns => {
    const bars = barsOf([[10, 9], [11, 10], [12, 11]]);
    bars[column][bar] = value;
    return bars;
  };

  test.each([
    ['a high below the low', change('high', 1, 9.5), 'chan.bar', { bar: 1, problem: 'high < low', high: 9.5 }],
    ['a price that is no number', change('close', 2, NaN), 'chan.bar', { bar: 2, problem: 'not a number' }],
    ['an infinite price', change('high', 0, Infinity), 'chan.bar', { bar: 0, problem: 'not a number' }],
    ['a time twice', change('time', 1, 16_000), 'chan.time', { bar: 1, time: 16_000, previous: 16_000 }],
    ['a time before the last', change('time', 2, 15_999), 'chan.time', { bar: 2, time: 15_999, previous: 16_001 }],
    ['no time', change('time', 0, NaN), 'chan.time', { bar: 0 }],
  ])('%s is refused with the bar', (_, bars, code, params) => {
    expect(() => analyzeChan({ bars, frequency: '1d', basis: 'raw' })).toThrow(expect.objectContaining({ code, params: expect.objectContaining(params) as unknown }) as Error);
  });

  test('a refused bar leaves the engine as it was', () => {
    const engine = new ChanEngine(parseChanConfig());
    const bars = zigzag([20, 10, 20, 10]);
    for (let bar = 0; bar < 12; bar++) engine.append(bars, bar);
    const before = chanReport(engine, '1d');
    expect(() => engine.append(bars, 3)).toThrow(expect.objectContaining({ code: 'chan.time' }) as Error);
    expect(chanReport(engine, '1d')).toEqual(before);
  });
});

test('an open or close outside high–low widens the bar and is declared', () => {
  const bars = barsOf([[10, 9], [11, 10], [12, 11]]);
  bars.close[1] = 11.5;
  const { widened, merged } = analyzeChan({ bars, frequency: '1d', basis: 'raw' });
  expect({ widened, high: merged[1]?.[3] }).toEqual({ widened: [{ date: '2013-10-23', bar: 1, high: 11.5, low: 10 }], high: 11.5 });
});

test('a high below the low that the import has flagged is widened and declared too', () => {
  const bars = barsOf([[10, 9], [11, 10], [12, 11]]);
  bars.high[1] = 9.5;
  bars.flags[1] = BarFlag.range;
  expect(analyzeChan({ bars, frequency: '1d', basis: 'raw' }).widened).toEqual([{ date: '2013-10-23', bar: 1, high: 11, low: 9.5 }]);
});

test('intraday bars are dated in UTC', () => {
  const bars = zigzag([20, 10, 20, 10]);
  bars.time.forEach((_, bar) => (bars.time[bar] = Date.UTC(2026, 0, 5, 14, 30) + bar * 300_000));
  expect(analyzeChan({ bars, frequency: '5m', basis: 'raw' }).bi[0]?.begin).toBe('2026-01-05T14:55:00Z');
});

test('strokes run from turn to turn and the last one is provisional until a fractal confirms it', () => {
  const { bi } = analyzeChan({ bars: zigzag([20, 10, 20, 12]), frequency: '1d', basis: 'raw' });
  expect(bi.map(({ dir, begin_val, end_val, is_sure }) => [dir, begin_val, end_val, is_sure])).toEqual([
    ['up', 9.5, 20.5, true],
    ['down', 20.5, 11.5, false],
  ]);
});

test('an equal top moves the end of a stroke to the later one', () => {
  const middles = [20, 18, 16, 14, 12, 10, 12, 14, 16, 18, 20, 19, 20, 18, 16, 14, 12];
  const { bi } = analyzeChan({ bars: barsOf(middles.map((middle) => [middle + 0.5, middle - 0.5])), frequency: '1d', basis: 'raw' });
  expect(bi[0]).toMatchObject({ end_val: 20.5, end_bar: 12 });
});

test('the open bar can be replaced again and again without a trace', () => {
  const bars = zigzag([20, 10, 18, 12, 25, 15, 22, 11, 19, 9, 14]);
  const other = zigzag([9, 30, 5, 28, 2, 33, 1, 40, 3, 22, 8]);
  const live = new LiveChan(new ChanEngine(parseChanConfig()));
  const plain = new ChanEngine(parseChanConfig());
  for (let bar = 0; bar < bars.time.length; bar++) {
    live.append(other, bar);
    live.replaceLast(other, bar);
    live.replaceLast(bars, bar);
    plain.append(bars, bar);
    expect(chanReport(live.engine, '1d')).toEqual(chanReport(plain, '1d'));
  }
});

test('the answer with steps names the configuration, one row per bar, and how the last one compares with the batch', () => {
  const answer = analyzeChan({ bars: zigzag([20, 10, 18, 12, 25, 15, 22]), frequency: '1d', basis: 'raw', overrides: { bi_strict: false }, withSteps: true });
  expect(answer).toMatchObject({ config: { bi_strict: false, divergence_rate: 'inf' }, final_equals_batch: true, diff_keys: [] });
  expect(answer.steps?.at(-1)).toEqual([answer.n_merged, answer.bi.length, answer.bi.at(-1)?.end_bar, 0, answer.seg.length, answer.zs.length, answer.bsp.length, -1, '']);
});

test('prices adjusted by an amount are refused', () => {
  expect(() => analyzeChan({ bars: barsOf([]), frequency: '1d', basis: 'forwardAdditive' })).toThrow(
    expect.objectContaining({ code: 'analysis.basis', params: expect.objectContaining({ indicator: 'chan', value: 'forwardAdditive' }) as unknown }) as Error,
  );
});
