import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { allocateBars } from '../../../src/shared/bars.ts';
import type { TradingDate } from '../../../src/shared/time.ts';
import { eventRecord, recordSections, trackRecord } from '../../../src/analysis/models/track-record.ts';
import { createFrame } from '../../../src/analysis/universe/create-frame.ts';
import { frameAsOf, type UniverseFrame } from '../../../src/analysis/universe/universe-frame.ts';

const days = 21;

/** Ten symbols at 100 on the first of 21 dates; symbol `s` stands `s` % higher after 5 sessions, `s` % lower after 10, 2`s` % higher after 20. */
function frame(): UniverseFrame {
  const bars = allocateBars(10 * days);
  for (let row = 0; row < 10 * days; row += 1) {
    const [symbol, day] = [Math.floor(row / days), row % days];
    bars.time[row] = 18_000 + day;
    bars.close[row] = 100 + symbol * ({ 5: 1, 10: -1, 20: 2 }[day] ?? 0);
  }
  return createFrame({
    symbols: Array.from({ length: 10 }, (_, symbol) => `S${symbol}`),
    starts: Int32Array.from({ length: 10 }, (_, symbol) => symbol * days),
    ends: Int32Array.from({ length: 10 }, (_, symbol) => (symbol + 1) * days),
    columns: bars,
    industries: Array.from({ length: 10 }, () => null),
    membership: 'today',
  });
}

const bySymbol = Float64Array.from({ length: 10 }, (_, symbol) => symbol);

test('one section worked by hand: each tenth holds one symbol, and the order of the metric is that of what came after, or its reverse', () => {
  const sections = recordSections(frame(), 24, 20);
  const { outcomes, correlation, sections: dates } = trackRecord(frame(), sections, bySymbol);
  const means = (horizon: number): number[] => outcomes.filter((outcome) => outcome.horizon === horizon).map(({ mean }) => Math.round(mean * 1e9) / 1e9);
  expect(dates).toEqual([18_000]);
  expect([means(5), means(10), means(20)]).toEqual([
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [0, -1, -2, -3, -4, -5, -6, -7, -8, -9].map((mean) => mean + 0),
    [0, 2, 4, 6, 8, 10, 12, 14, 16, 18],
  ]);
  expect(correlation).toEqual([{ horizon: 5, value: 1, sections: 1 }, { horizon: 10, value: -1, sections: 1 }, { horizon: 20, value: 1, sections: 1 }]);
  expect(outcomes.find(({ horizon, decile }) => horizon === 5 && decile === 1)).toMatchObject({ rising: 0, median: 0, samples: 1 });
});

test('equal values of the metric share their rank, so the order of the symbols says nothing', () => {
  const halves = bySymbol.map((symbol) => (symbol < 5 ? 40 : 60));
  // Ranks 2 and 7, five times each, against 0 to 9: 62.5 ÷ √(62.5 × 82.5).
  expect(trackRecord(frame(), recordSections(frame(), 24, 20), halves).correlation[0]?.value).toBeCloseTo(62.5 / Math.sqrt(62.5 * 82.5), 12);
  expect(trackRecord(frame(), recordSections(frame(), 24, 20), bySymbol.map(() => 50)).correlation[0]).toEqual({ horizon: 5, value: null, sections: 0 });
});

test('a symbol without the metric is left out', () => {
  const metric = bySymbol.map((value, symbol) => (symbol === 9 ? NaN : value));
  const { outcomes } = trackRecord(frame(), recordSections(frame(), 24, 20), metric);
  expect(Math.max(...outcomes.filter(({ horizon }) => horizon === 5).map(({ mean }) => mean))).toBeCloseTo(8, 9);
});

test('events worked by hand: +3 % and +7 % are 5 % on average', () => {
  const events = [3, 7].map((symbol) => ({ symbol, row: symbol * days }));
  const [five, ten] = eventRecord(frame(), events);
  expect(five).toEqual({ horizon: 5, mean: expect.closeTo(5, 9), median: expect.closeTo(5, 9), rising: 1, samples: 2 });
  expect(ten).toMatchObject({ horizon: 10, mean: expect.closeTo(-5, 9), rising: 0 });
});

test('an event without enough sessions behind it has no outcome yet', () => {
  expect(eventRecord(frame(), [{ symbol: 0, row: days - 1 }])).toEqual([]);
});

test('sections lie one step apart and no closer to the end than the longest horizon', () => {
  const long = allocateBars(100);
  for (let day = 0; day < 100; day += 1) [long.time[day], long.close[day]] = [18_000 + day, 1];
  const one = createFrame({ symbols: ['A'], starts: Int32Array.of(0), ends: Int32Array.of(100), columns: long, industries: [null], membership: 'today' });
  expect(recordSections(one, 3, 20).dates).toEqual([39, 59, 79]);
  expect(() => recordSections(frameAsOf(one, 18_010 as TradingDate), 3, 20)).toThrow(AppError);
});
