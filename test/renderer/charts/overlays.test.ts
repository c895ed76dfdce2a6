import { describe, expect, test } from 'vitest';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { hama } from '../../../src/analysis/indicators/hama.ts';
import { findIndicator } from '../../../src/analysis/indicators/registry.ts';
import { ChanFollower } from '../../../src/renderer/charts/chan-follower.ts';
import { chanOverlay, type ChanPart } from '../../../src/renderer/charts/overlays/chan-overlay.ts';
import { hamaOverlay } from '../../../src/renderer/charts/overlays/hama-overlay.ts';
import { indicatorOverlay, indicatorTitle } from '../../../src/renderer/charts/overlays/indicator-overlay.ts';
import type { Shape } from '../../../src/renderer/charts/shape.ts';
import { shapesExtent } from '../../../src/renderer/charts/shape-extent.ts';
import { visibleColumns } from '../../../src/renderer/charts/visible-columns.ts';
import { waveBars } from '../symbol/invented-bars.ts';

const bars = waveBars(400);
const whole = { first: 0, last: 399, size: 1 };
const texts = { title: 'Chan', stroke: 'Stroke', segment: 'Segment', segmentMark: 'Seg', up: 'up', down: 'down', buy: 'B', sell: 'S' };
const all: ReadonlySet<ChanPart> = new Set(['fractals', 'strokes', 'segments', 'strokeZones', 'segmentZones', 'strokePoints', 'segmentPoints']);

function shapeOf<K extends Shape['kind']>(shapes: readonly Shape[], kind: K, id: string): Extract<Shape, { kind: K }> {
  const found = shapes.find((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind && shape.id === id);
  if (found === undefined) throw new Error(`no ${kind} ${id}`);
  return found;
}

describe('the Chan overlay', () => {
  const follower = new ChanFollower(bars, parseChanConfig({}), 'raw');
  follower.follow(bars, () => false);
  const structure = follower.structure();
  const overlay = chanOverlay(structure, all, texts);
  const shapes = overlay.shapes(whole);

  test('draws final strokes solid and those that may still move dashed, joined end to end', () => {
    const final = shapeOf(shapes, 'line', 'chan/strokes');
    const open = shapeOf(shapes, 'line', 'chan/strokes-open');
    expect([final.pen.dashed ?? false, open.pen]).toEqual([false, { ...final.pen, dashed: true, opacity: 0.6 }]);
    const strokes = structure.lines.filter(({ part }) => part === 'bi');
    expect(strokes.length).toBeGreaterThan(5);
    expect(final.x.at(-1)).toBe(open.x[1]);
    expect(open.x.at(-1)).toBe(strokes.at(-1)?.end.bar);
  });

  test('says of a provisional element since when it has been seen', () => {
    const provisional = structure.lines.filter(({ isProvisional }) => isProvisional);
    expect(provisional.length).toBeGreaterThan(0);
    expect(provisional.every(({ firstSeen, begin }) => firstSeen !== null && firstSeen >= begin.time)).toBe(true);
  });

  test('leaves out what is switched off and what is off screen', () => {
    const nothing = chanOverlay(structure, new Set<ChanPart>(), texts).shapes(whole);
    const drawn = nothing.map((shape) => (shape.kind === 'boxes' ? shape.boxes.length : shape.kind === 'marks' ? shape.marks.length : 1));
    expect(drawn).toEqual(drawn.map(() => 0));
    const late = shapeOf(overlay.shapes({ first: 390, last: 399, size: 1 }), 'line', 'chan/strokes-open');
    expect(late.x.length).toBeLessThan(8);
  });

  test('never widens the scale of the price', () => {
    expect(shapesExtent(shapes.filter((shape) => shape.kind !== 'dots'))).toEqual({ low: Infinity, high: -Infinity });
  });

  test('tells the direction of stroke and segment at a bar', () => {
    const stroke = structure.lines.find(({ part, direction }) => part === 'bi' && direction === 'up');
    expect(overlay.legend((stroke?.end.bar ?? 0) - 1)).toContainEqual(expect.objectContaining({ label: 'Stroke', value: 'up' }));
  });
});

describe('the HAMA overlay', () => {
  const columns = computeIndicator(hama, bars);
  const overlay = hamaOverlay(bars, columns, { title: 'HAMA A', decimals: 2, showsBands: true, states: ['bull', 'bear', 'range'] });

  test('marks every cross once, below the bar when up and above when down', () => {
    const crosses = [...columns.cross].flatMap((value, index) => (value === 1 || value === -1 ? [[index, value === 1 ? 'below' : 'above']] : []));
    expect(crosses.length).toBeGreaterThan(0);
    expect(shapeOf(overlay.shapes(whole), 'marks', 'hama/crosses').marks.map(({ index, side }) => [index, side])).toEqual(crosses);
  });

  test('colours its candles by the set, not by open and close, and lets no band widen the scale', () => {
    const shapes = overlay.shapes(whole);
    const { rising } = shapeOf(shapes, 'candles', 'hama/candles');
    expect([...(rising ?? [])]).toEqual([...columns.colour].map((value) => (value > 0 ? 1 : 0)));
    const loose = shapes.filter((shape) => shape.kind === 'line' && shape.id.startsWith('hama/band'));
    expect([loose.length, shapesExtent(loose)]).toEqual([3, { low: Infinity, high: -Infinity }]);
  });

  test('says nothing before its warm-up', () => {
    expect(overlay.legend(10)).toEqual([{ label: 'HAMA A', value: '–' }]);
  });
});

describe('indicator overlays', () => {
  const computed = (id: string, given: Readonly<Record<string, number>> = {}) => {
    const indicator = findIndicator(id);
    const parameters: Readonly<Record<string, number | string>> = { ...Object.fromEntries(Object.entries(indicator.parameters).map(([name, parameter]) => [name, parameter.default])), ...given };
    return { key: `${id}1`, indicator, parameters, columns: computeIndicator(indicator, bars as never, given) };
  };
  const format = (value: number): string => value.toFixed(2);

  test('are named after the numbers they are computed with', () => {
    expect([indicatorTitle(computed('sma', { period: 30 }), 'en'), indicatorTitle(computed('macd'), 'zh'), indicatorTitle(computed('macd', { factor: 2 }), 'en')]).toEqual(['MA 30', 'MACD 12 26 9', 'MACD 12 26 9 2']);
  });

  test('draw lines as lines and histograms as columns either side of zero', () => {
    const shapes = indicatorOverlay(computed('macd'), ['series1', 'series2'], format, 'en').shapes(whole);
    expect(shapes.map(({ kind }) => kind)).toEqual(['line', 'line', 'columns']);
    const histogram = shapeOf(shapes, 'columns', 'macd1/histogram');
    expect([...histogram.y].every((value, i) => Number.isNaN(value) || (value >= 0) === (histogram.rising?.[i] === 1))).toBe(true);
  });

  test('draw what is shifted ahead so many bars later', () => {
    const ichimoku = computed('ichimoku');
    const shift = Number(ichimoku.parameters['shift']);
    const shapes = indicatorOverlay(ichimoku, ['series1'], format, 'en').shapes({ first: 300, last: 399, size: 1 });
    const span = shapeOf(shapes, 'line', 'ichimoku1/spanA');
    const at = span.x.indexOf(350);
    expect(span.y[at]).toBe(ichimoku.columns['spanA']?.[350 - shift]);
  });

  test('columns that share pixels show the value farthest from zero', () => {
    expect(visibleColumns(Float64Array.of(1, -5, 2, NaN, 3, 0), { first: 0, last: 5, size: 3 })).toEqual({ x: Float64Array.of(1, 4), y: Float64Array.of(-5, 3) });
  });
});
