import { describe, expect, test } from 'vitest';
import { createAlertSource } from '../../../src/analysis/alerts/alert-source.ts';
import { judgeAlert, type BarCondition } from '../../../src/analysis/alerts/judge-alert.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import type { Basis } from '../../../src/shared/basis.ts';
import { barsOf, wavyCloses } from '../bars-of.ts';
import { zigzag } from '../chan/literal-bars.ts';

/** The indexes of the bars that set a condition off. */
function fires(condition: BarCondition, bars: BarColumns, basis: Basis = 'raw', first = 0): number[] {
  const judge = judgeAlert(condition, createAlertSource(bars, basis, first));
  return Array.from(bars.time.keys()).filter((bar) => bar >= first && judge(bar) === 1);
}

describe('a price', () => {
  const bars = barsOf([9, 10, 11, 12, 9, 8, 10, 10, 9, 11]);

  test('is crossed on the bar that closes on its other side, touching it is not enough', () => {
    expect(fires({ kind: 'price', crosses: 'either', price: 10 }, bars)).toEqual([2, 4, 9]);
  });

  test('two crossings on two bars in a row are two', () => {
    expect(fires({ kind: 'price', crosses: 'either', price: 10 }, barsOf([9, 11, 9, 11]))).toEqual([1, 2, 3]);
  });

  test('is passed upward or downward on the first bar there only', () => {
    expect(fires({ kind: 'price', crosses: 'above', price: 10 }, bars)).toEqual([2, 9]);
    expect(fires({ kind: 'price', crosses: 'below', price: 10 }, bars)).toEqual([4, 8]);
  });

  test('a price that was beyond it from the start sets nothing off', () => {
    expect(fires({ kind: 'price', crosses: 'above', price: 5 }, bars)).toEqual([]);
  });
});

test('a move counts over its bars, by its direction, once while it lasts', () => {
  const bars = barsOf([100, 100, 104, 106, 108, 100, 95]);
  expect(fires({ kind: 'move', moves: 'up', percent: 5, bars: 2 }, bars)).toEqual([3]);
  expect(fires({ kind: 'move', moves: 'down', percent: 5, bars: 2 }, bars)).toEqual([5]);
  expect(fires({ kind: 'move', moves: 'either', percent: 5, bars: 2 }, bars)).toEqual([3, 5]);
});

test('an indicator and a rule fire on the bar on which they begin to hold', () => {
  const bars = barsOf([10, 9, 8, 7, 8, 9, 10, 11, 10, 9, 8]);
  expect(fires({ kind: 'indicator', left: 'close', comparison: 'crosses above', right: 'sma(3)' }, bars)).toEqual([4]);
  expect(fires({ kind: 'indicator', left: 'close', comparison: '<', right: 'sma(3)' }, bars)).toEqual([8]);
  expect(fires({ kind: 'rule', rule: 'close > highest(3) and change > 5' }, bars)).toEqual([6]);
});

test('a rule that asks for figures of the whole universe is refused, not taken as false', () => {
  expect(() => fires({ kind: 'rule', rule: 'score > 70' }, barsOf([1, 2]))).toThrow(expect.objectContaining({ code: 'rule.unavailable' }));
});

describe('HAMA', () => {
  const closes = [...wavyCloses(260, 100, 0.5), ...wavyCloses(120, 230, -0.9)];
  const bars = barsOf(closes);

  test('a cross fires on its bar, the state that follows on its first bar, and neither before the warm-up', () => {
    const down = fires({ kind: 'hama', set: 'A', event: 'crossDown' }, bars);
    const bearish = fires({ kind: 'hama', set: 'A', event: 'bearish' }, bars);
    expect(down).toHaveLength(1);
    expect(bearish).toHaveLength(1);
    expect(bearish[0]).toBeGreaterThanOrEqual(down[0] ?? Infinity);
    expect(down[0]).toBeGreaterThan(260);
  });

  test('prices adjusted by an amount are refused', () => {
    expect(() => fires({ kind: 'hama', set: 'A', event: 'bullish' }, bars, 'forwardAdditive')).toThrow(expect.objectContaining({ code: 'analysis.basis' }));
  });
});

describe('Chan', () => {
  /** Down in two pushes around a zone of 70 to 80, with a weaker second push, then up. */
  const bars = zigzag([100, 60, 80, 70, 85, 58, 72, 64, 90, 80, 100]);

  test('a new point, the return into a zone and a divergence fire on the bar on which they are first seen', () => {
    expect(fires({ kind: 'chan', fact: 'sell', types: [] }, bars)).toEqual([40, 49, 50]);
    expect(fires({ kind: 'chan', fact: 'sellDivergence', types: [] }, bars)).toEqual([40, 49, 50]);
    expect(fires({ kind: 'chan', fact: 'backInZone', types: [] }, bars)).toEqual([45]);
    expect(fires({ kind: 'chan', fact: 'buy', types: [] }, bars)).toEqual([]);
  });

  test('types narrow what counts', () => {
    expect(fires({ kind: 'chan', fact: 'sell', types: ['1', '2'] }, bars)).toEqual([40, 49, 50]);
    expect(fires({ kind: 'chan', fact: 'sell', types: ['2'] }, bars)).toEqual([]);
  });

  test('what is new on a bar does not depend on where judging began', () => {
    expect(fires({ kind: 'chan', fact: 'sell', types: [] }, bars, 'raw', 45)).toEqual([49, 50]);
    expect(fires({ kind: 'chan', fact: 'sell', types: [] }, bars, 'raw', 50)).toEqual([50]);
  });
});
