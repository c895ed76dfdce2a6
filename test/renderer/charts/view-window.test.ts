import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampWindow, firstWindow, followWindow, leastBars, panWindow, revealBar, spanOf, visibleBars, wholeWindow, zoomWindow } from '../../../src/renderer/charts/view-window.ts';

const count = fc.integer({ min: 1, max: 60_000 });
const move = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('the view window', () => {
  test('opens on the newest bars with a little room after them', () => {
    const window = firstWindow(1259);
    expect(visibleBars(window, 1259)).toEqual({ first: 1099, last: 1258 });
    expect(window.to).toBeGreaterThan(1258.5);
  });

  test('shows every bar when asked for the whole series', () => {
    fc.assert(fc.property(count, (bars) => {
      expect(visibleBars(wholeWindow(bars), bars)).toEqual({ first: 0, last: bars - 1 });
    }));
  });

  test('panning keeps the width and always leaves bars on screen', () => {
    fc.assert(fc.property(count, move, (bars, by) => {
      const start = firstWindow(bars);
      const window = panWindow(start, by, bars);
      expect(spanOf(window)).toBeCloseTo(spanOf(start), 6);
      const { first, last } = visibleBars(window, bars);
      expect(last - first).toBeGreaterThanOrEqual(Math.min(bars, leastBars) - 2);
    }));
  });

  test('zooming keeps the bar under the cursor in place while the series allows it', () => {
    const window = { from: 400, to: 600 };
    const zoomed = zoomWindow(window, 0.5, 450, 1259);
    expect((450 - zoomed.from) / spanOf(zoomed)).toBeCloseTo((450 - window.from) / spanOf(window), 9);
    expect(spanOf(zoomed)).toBeCloseTo(100, 9);
  });

  test('zooming in and out stays between ten bars and the whole series', () => {
    fc.assert(fc.property(count, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), move, (bars, factor, anchor) => {
      const span = spanOf(zoomWindow(firstWindow(bars), factor, anchor, bars));
      expect(span).toBeGreaterThanOrEqual(leastBars - 1e-9);
      expect(span).toBeLessThanOrEqual(Math.max(leastBars, bars * 1.05));
    }));
  });

  test('clamping twice is clamping once', () => {
    fc.assert(fc.property(count, move, fc.double({ min: 1, max: 1e5, noNaN: true }), (bars, from, span) => {
      const once = clampWindow({ from, to: from + span }, bars);
      const twice = clampWindow(once, bars);
      expect(twice.from).toBeCloseTo(once.from, 6);
      expect(twice.to).toBeCloseTo(once.to, 6);
    }));
  });

  test('reveals a bar with the smallest move, and not at all when it is on screen', () => {
    const window = { from: 99.5, to: 199.5 };
    expect(revealBar(window, 150, 1000)).toBe(window);
    expect(revealBar(window, 90, 1000)).toEqual({ from: 89.5, to: 189.5 });
    expect(revealBar(window, 205, 1000)).toEqual({ from: 105.5, to: 205.5 });
  });

  test('follows appended bars only when the newest bar was on screen', () => {
    const atEnd = firstWindow(1000);
    expect(followWindow(atEnd, 1000, 1001).to - atEnd.to).toBeCloseTo(1, 9);
    const back = { from: 100, to: 200 };
    expect(followWindow(back, 1000, 1001)).toEqual(back);
  });
});
