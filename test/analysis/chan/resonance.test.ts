import { expect, test } from 'vitest';
import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { linkLevels } from '../../../src/analysis/chan/link-levels.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { readResonance, type ChanLevel } from '../../../src/analysis/chan/resonance.ts';
import { dayMs } from '../../../src/shared/time.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { zigzag } from './literal-bars.ts';

const names = { higher: '1d', lower: '1h' } as const;
const none = { childless: 0, misdated: 0 };
const endOfDay = dayMs - 60_000;
const hourMs = 3_600_000;

test('a lower bar belongs to the first higher bar that does not end before it', () => {
  const days = Float64Array.of(endOfDay, dayMs + endOfDay);
  const hours = Float64Array.of(10 * hourMs, 11 * hourMs, dayMs + 10 * hourMs);
  expect([...linkLevels(days, hours, none, names)]).toEqual([0, 2, 3]);
});

test('higher bars without lower ones, or ending on another date, are refused past the limits', () => {
  const days = Float64Array.of(endOfDay, dayMs + endOfDay, 2 * dayMs + endOfDay);
  const hours = Float64Array.of(10 * hourMs, 2 * dayMs + 10 * hourMs);
  expect(() => linkLevels(days, hours, none, names)).toThrow(expect.objectContaining({ code: 'chan.levels', params: { ...names, childless: 1, misdated: 0 } }) as Error);
  expect([...linkLevels(days, hours, { childless: 1, misdated: 0 }, names)]).toEqual([0, 1, 1, 2]);
});

test('timeframes that run the same way agree, and the latest point is followed down', () => {
  const turns = [100, 60, 80, 70, 85, 58, 72, 64, 90, 80, 100];
  const weeks = level('1w', zigzag(turns), 5);
  const days = level('1d', zigzag(turns, 25), 1);
  const { levels, direction, agreement, depth } = readResonance([weeks, days], { childless: 0, misdated: Infinity });
  expect({ direction, agreement, depth }).toEqual({ direction: levels[0]?.segment, agreement: 1, depth: 2 });
  expect(levels[1]?.nested).toMatchObject({ side: levels[0]?.latest?.side });
});

test('without segments nothing agrees', () => {
  expect(readResonance([level('1d', zigzag([10, 9]), 1)], none)).toMatchObject({ direction: 'mixed', agreement: 0, depth: 0 });
});

/** A timeframe whose bars are `days` days long. */
function level(frequency: ChanLevel['frequency'], bars: BarColumns, days: number): ChanLevel {
  const engine = new ChanEngine(parseChanConfig());
  engine.load(bars);
  return { frequency, engine, wallClockMs: bars.time.map((_, bar) => (bar + 1) * days * dayMs + endOfDay) };
}
