import { expect, test } from 'vitest';
import { shownDirection } from '../../src/shared/format/shown-direction.ts';

test.each([
  [0.0123, '+1.23%', 'rise'],
  [-0.0123, '\u22121.23%', 'fall'],
  [-0.00001, '0.00%', null],
  [1, '▲ Bullish', 'rise'],
  [0, '0.00%', null],
  [NaN, '–', null],
] as const)('%s written as %s goes by the direction %s', (value, text, direction) => {
  expect(shownDirection(value, text)).toBe(direction);
});
