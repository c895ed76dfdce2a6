import { describe, expect, test } from 'vitest';
import { levelItems } from '../../../src/renderer/charts/custom-item.ts';
import { coneOverlay } from '../../../src/renderer/charts/overlays/cone-overlay.ts';
import { priceLevelsOverlay } from '../../../src/renderer/charts/overlays/price-levels-overlay.ts';
import { shapesExtent } from '../../../src/renderer/charts/shape-extent.ts';

const bands = [
  [98, 99, 100, 101, 102],
  [96, 98, 100, 102, 104],
];
const colors = {
  panel: '#fff', raised: '#eee', line: '#ddd', text: '#000', muted: '#666', accent: '#00f', warn: '#fa0', bad: '#f00', good: '#0a0', rise: '#a00', fall: '#0a0',
  series1: '#001', series2: '#002', series3: '#003', series4: '#004', series5: '#005', series6: '#006', series7: '#007', series8: '#008',
};
const cone = coneOverlay({ index: 9, close: 100, bands }, 'Scenario', String);

describe('the cone over the price', () => {
  test('starts at the close of its bar and runs one step for each session ahead', () => {
    const [outer] = cone.shapes({ first: 0, last: 9, size: 1 });
    expect(outer).toMatchObject({ kind: 'band', x: Float64Array.of(9, 10, 11), low: Float64Array.of(100, 98, 96), high: Float64Array.of(100, 102, 104) });
  });

  test('widens the scale to all of it, and only while its first bar is on screen', () => {
    expect(shapesExtent(cone.shapes({ first: 0, last: 9, size: 1 }))).toEqual({ low: 96, high: 104 });
    expect(cone.shapes({ first: 0, last: 8, size: 1 })).toEqual([]);
  });

  test('tells the range at its end', () => {
    expect(cone.legend(0)).toEqual([{ label: 'Scenario', value: '96 – 104' }]);
  });
});

describe('levels over the price', () => {
  test('are thicker and unbroken where more than one reason meets, and never widen the scale', () => {
    const shapes = priceLevelsOverlay([
      { side: 'support', price: 90, strength: 2, text: 'Support 90' },
      { side: 'resistance', price: 110, strength: 1, text: 'Resistance 110' },
    ]).shapes({ first: 0, last: 9, size: 1 });
    expect(shapes).toMatchObject([{ kind: 'levels', levels: [{ price: 90, pen: { width: 2, dashed: false } }, { price: 110, pen: { width: 1, dashed: true } }] }]);
    expect(shapesExtent(shapes)).toEqual({ low: Infinity, high: -Infinity });
  });

  test('are named above their line, below it where the legend is, and not at all where another name stands', () => {
    const pen = { color: 'series3' } as const;
    const place = { from: 0, to: 9, halo: 'white', clearOf: 22 };
    const levels = [{ price: 100, text: 'free', pen }, { price: 30, text: 'high', pen }, { price: 104, text: 'crowded', pen }];
    const group = levelItems(levels, place, colors, (index, position) => [index, position]);
    expect(group).toMatchObject({ children: [{}, {}, {}, { style: { text: 'free', y: 98.5 } }, { style: { text: 'high', y: 45.5 } }] });
  });
});
