import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutPanes, timeAxisHeight } from '../../../src/renderer/charts/pane-layout.ts';

test('panes fill the height above the time axis without overlapping, in proportion to their weights', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 200, max: 2000 }), (weights, height) => {
    const rects = layoutPanes(weights, height);
    const ends = rects.map(({ top, height: tall }) => top + tall);
    rects.slice(1).forEach((rect, i) => expect(rect.top).toBeGreaterThanOrEqual((ends[i] ?? 0) - 1));
    expect(Math.abs((ends.at(-1) ?? 0) - (height - timeAxisHeight))).toBeLessThanOrEqual(2);
    expect(rects.every((rect, i) => rects.every((other, j) => (weights[i] ?? 0) <= (weights[j] ?? 0) || rect.height >= other.height - 1))).toBe(true);
  }));
});
