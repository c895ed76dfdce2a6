import { describe, expect, test } from 'vitest';
import { buildPyramid } from '../../../src/renderer/charts/bar-pyramid.ts';
import { chartFrame, indexAt, positionAt, xPixel, yPixel, type FrameInput } from '../../../src/renderer/charts/chart-frame.ts';
import { formatNumber } from '../../../src/shared/format/format-number.ts';
import type { Pane } from '../../../src/renderer/charts/overlay.ts';
import { candleOverlay } from '../../../src/renderer/charts/overlays/candle-overlay.ts';
import { volumeOverlay } from '../../../src/renderer/charts/overlays/volume-overlay.ts';
import { candleBatches } from '../../../src/renderer/charts/pixel-batch.ts';
import { firstWindow, wholeWindow } from '../../../src/renderer/charts/view-window.ts';
import { seriesClock } from '../../../src/renderer/charts/zone-clock.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

const labels = { open: 'O', high: 'H', low: 'L', close: 'C', volume: 'Vol' };

function input(bars: BarColumns, changes: Partial<FrameInput> = {}): FrameInput {
  const pyramid = buildPyramid(bars);
  const panes: Pane[] = [
    { id: 'price', title: '', weight: 4, axis: 'price', decimals: 2, overlays: [candleOverlay(bars, pyramid, 2, labels, 'en')], format: formatNumber },
    { id: 'volume', title: 'Volume', weight: 1, axis: 'volume', decimals: 0, overlays: [volumeOverlay(bars, pyramid, 'en')], format: formatNumber },
  ];
  return {
    time: bars.time, close: bars.close, clock: seriesClock(false, 'UTC'), panes, weights: panes.map((pane) => pane.weight), scale: 'linear',
    window: firstWindow(bars.time.length), width: 1000, height: 600, language: 'en', ...changes,
  };
}

function rampBars(count: number): BarColumns {
  const bars = allocateBars(count);
  for (let i = 0; i < count; i++) {
    bars.time[i] = 17_000 + i;
    bars.open[i] = 100 + i;
    bars.close[i] = i % 3 === 0 ? 99 + i : 101 + i;
    bars.high[i] = 102 + i;
    bars.low[i] = 98 + i;
    bars.volume[i] = 1000;
  }
  return bars;
}

describe('a frame', () => {
  test('draws at most 450 buckets of any number of bars', () => {
    const bars = rampBars(50_000);
    const frame = chartFrame(input(bars, { window: wholeWindow(50_000), width: 3000 }));
    const [candles] = frame.panes[0]?.shapes ?? [];
    expect(candles?.kind === 'candles' ? candles.x.length : 0).toBeLessThanOrEqual(450);
    expect(candles?.kind === 'candles' ? candles.x.length : 0).toBeGreaterThan(250);
  });

  test('keeps all visible candles inside the pane, below the legend', () => {
    const frame = chartFrame(input(rampBars(300)));
    const pane = frame.panes[0];
    if (pane === undefined) throw new Error('no pane');
    const top = yPixel(pane, 98 + 299 + 4);
    expect(top).toBeGreaterThanOrEqual(pane.rect.top + 24);
    expect(yPixel(pane, 98 + frame.range.first)).toBeLessThanOrEqual(pane.rect.top + pane.rect.height);
  });

  test('maps pixels to bars and prices and back', () => {
    const frame = chartFrame(input(rampBars(300)));
    const pane = frame.panes[0];
    if (pane === undefined) throw new Error('no pane');
    expect(indexAt(frame, xPixel(frame, 250))).toBeCloseTo(250, 9);
    expect(positionAt(pane, yPixel(pane, 123))).toBeCloseTo(123, 9);
  });

  test('of no bars has panes but nothing in them', () => {
    const frame = chartFrame(input(allocateBars(0)));
    expect(frame.panes.map((pane) => pane.shapes)).toEqual([[], []]);
    expect(frame.timeMarks).toEqual([]);
  });

  test('of one flat bar still has an axis', () => {
    const bars = allocateBars(1);
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[0] = 5;
    const pane = chartFrame(input(bars)).panes[0];
    expect(pane !== undefined && pane.max > pane.min && pane.marks.length > 0).toBe(true);
  });

  test('writes the change from the first visible close on a percent axis', () => {
    const frame = chartFrame(input(rampBars(300), { scale: 'percent' }));
    expect(frame.panes[0]?.marks.every((mark) => mark.label.endsWith('%'))).toBe(true);
  });

  test('fills falling candles and leaves rising ones hollow where they are wide enough', () => {
    const frame = chartFrame(input(rampBars(300)));
    const pane = frame.panes[0];
    const shape = pane?.shapes[0];
    if (pane === undefined || shape?.kind !== 'candles') throw new Error('no candles');
    const batches = candleBatches(shape, pane, frame);
    expect(batches.hollow).toBe(true);
    expect(batches.risingBodies.length).toBeGreaterThan(batches.fallingBodies.length);
    expect(batches.risingBodies.length + batches.fallingBodies.length).toBe(4 * shape.x.length);
  });
});
