import { expect, test } from 'vitest';
import { chipOverlay, volumeProfileOverlay } from '../../../src/renderer/charts/overlays/profile-overlay.ts';
import type { Shape } from '../../../src/renderer/charts/shape.ts';
import { wavyBars } from '../../analysis/indicators/wavy-bars.ts';

const bars = wavyBars(300);
const texts = { title: 'Profile', control: 'most', area: 'area', average: 'average', inProfit: 'profit' };
const boxesOf = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'boxes' ? shape.boxes : []));

test('the volume profile stands on the prices of the bars on screen and reaches as far as their volume', () => {
  const overlay = volumeProfileOverlay(bars, texts, (value) => value.toFixed(1));
  const range = { first: 100, last: 199, size: 1 };
  const boxes = boxesOf(overlay.shapes(range));
  const [low, high] = [Math.min(...bars.low.subarray(100, 200)), Math.max(...bars.high.subarray(100, 200))];
  expect(Math.min(...boxes.map((box) => box.low))).toBeCloseTo(low, 9);
  expect(Math.max(...boxes.map((box) => box.high))).toBeCloseTo(high, 9);
  expect(boxes.every(({ fromIndex, toIndex }) => fromIndex === 100 && toIndex > 100 && toIndex <= 122)).toBe(true);
  const longest = boxes.reduce((most, box) => (box.toIndex > most.toIndex ? box : most));
  expect(overlay.legend(0)[1]).toEqual({ label: 'most', value: ((longest.low + longest.high) / 2).toFixed(1) });
});

test('the cost distribution parts costs below the close from those above it', () => {
  const input = { ...bars, floatShares: new Float64Array(300).fill(1e5) };
  const boxes = boxesOf(chipOverlay(input, texts, String).shapes({ first: 0, last: 299, size: 1 }));
  const close = bars.close[299] ?? NaN;
  expect(boxes.length).toBeGreaterThan(10);
  expect(boxes.every(({ low, high, pen }) => (pen.color === 'accent') === ((low + high) / 2 <= close))).toBe(true);
});
