import { describe, expect, test } from 'vitest';
import { waterfallRows } from '../../../../src/renderer/pages/symbol/models/waterfall-rows.ts';

const rule = (code: string, input: number | null, contribution: number, maximum: number) => ({ code, input, threshold: 0, contribution, maximum });

const dimensions = [
  { dimension: 'trend', points: 9, maximum: 15, rows: [rule('a', 1, 7, 10), rule('b', 2, 2, 5)] },
  { dimension: 'volume', points: null, maximum: 20, rows: [rule('c', null, 0, 20)] },
  { dimension: 'momentum', points: 4, maximum: 10, rows: [rule('d', 3, 4, 10)] },
];

describe('the waterfall of a score', () => {
  test('each rule starts where the one before ended', () => {
    expect(waterfallRows(dimensions).groups.flatMap(({ rows }) => rows.map(({ start }) => start))).toEqual([0, 7, 9, 9]);
  });

  test('what does not apply counts as possible but not as judged', () => {
    const { gained, judged, possible } = waterfallRows(dimensions);
    expect({ gained, judged, possible }).toEqual({ gained: 13, judged: 25, possible: 45 });
  });
});
