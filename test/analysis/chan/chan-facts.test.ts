import { describe, expect, test } from 'vitest';
import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { ChanFactReader, type ChanFacts } from '../../../src/analysis/chan/chan-facts.ts';
import { chanSeries } from '../../../src/analysis/chan/chan-series.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { zigzag } from './literal-bars.ts';

/** Down in two pushes around a zone of 70 to 80, with a weaker second push, then up. */
const bars = zigzag([100, 60, 80, 70, 85, 58, 72, 64, 90, 80, 100]);

function readAll(): { engine: ChanEngine; facts: ChanFacts[] } {
  const engine = new ChanEngine(parseChanConfig());
  const reader = new ChanFactReader();
  const facts = Array.from({ length: bars.time.length }, (_, bar) => {
    engine.append(bars, bar);
    return reader.read(engine);
  });
  return { engine, facts };
}

describe('the facts of a bar', () => {
  const { engine, facts } = readAll();

  test('a point is new on one bar only', () => {
    const all = facts.flatMap(({ newPoints }) => newPoints.map(({ side, type, bar }) => `${side} ${type} ${bar}`));
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all).size).toBe(all.length);
  });

  test('the point that stands at the end was new on some bar not before its own', () => {
    for (const point of engine.strokeLevel.points.list()) {
      const seen = facts.findIndex(({ newPoints }) => newPoints.some(({ bar, type }) => bar === point.bar && type === point.types[0]));
      expect(seen).toBeGreaterThanOrEqual(point.bar);
    }
  });

  test('price is back in a zone only on the bar that enters it', () => {
    const entries = facts.filter(({ isBackInZone }) => isBackInZone);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ zonePosition }) => zonePosition === 'inside')).toBe(true);
  });
});

test('the series for charts carries places, sides and reasons', () => {
  const { engine } = readAll();
  const { lines, zones, points, fractals } = chanSeries(engine);
  expect(lines[0]).toEqual({
    part: 'bi', index: 0, direction: 'up', isSure: true, isProvisional: false, firstSeen: null, reason: { code: 'chan.stroke.confirmed', params: {} },
    begin: { bar: 5, time: 16_005, value: 59.5 }, end: { bar: 10, time: 16_010, value: 80.5 },
  });
  expect(fractals[0]).toEqual({ kind: 'bottom', bar: 5, time: 16_005, value: 59.5 });
  expect(lines.filter(({ part }) => part === 'bi').at(-1)?.isProvisional).toBe(true);
  expect(zones.every(({ reason, low, high }) => reason.code === 'chan.zone.overlap' && low < high)).toBe(true);
  expect(points.every(({ types }) => types.every(({ type, reason }) => reason.code === `chan.point.${type}`))).toBe(true);
});
