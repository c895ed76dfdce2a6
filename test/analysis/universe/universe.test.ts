import { describe, expect, test } from 'vitest';
import { levelRecord } from '../../../src/analysis/models/level-record.ts';
import { analyzeUniverse, usualDays } from '../../../src/analysis/universe/analyze-universe.ts';
import { createFrame } from '../../../src/analysis/universe/create-frame.ts';
import { dailyFacts } from '../../../src/analysis/universe/daily-facts.ts';
import { scanReadiness } from '../../../src/analysis/universe/scan-readiness.ts';
import { symbolHistory } from '../../../src/analysis/universe/symbol-history.ts';
import { defaultSignalSettings } from '../../../src/analysis/universe/signals.ts';
import { frameAsOf, symbolBars, type UniverseFrame } from '../../../src/analysis/universe/universe-frame.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import type { TradingDate } from '../../../src/shared/time.ts';
import { barsOf, wavyCloses } from '../bars-of.ts';

/** Three symbols over 90 dates from 17,000 on; the second misses the last date, the third starts fifty dates late. */
function frame(): UniverseFrame {
  const closes = [wavyCloses(90, 10, 0.05), wavyCloses(89, 20, -0.02), wavyCloses(40, 30, 0.1)];
  const bars = barsOf(closes.flat());
  let row = 0;
  for (const [index, part] of closes.entries()) for (let day = 0; day < part.length; day += 1) bars.time[row++] = 17_000 + day + (index === 2 ? 50 : 0);
  return createFrame({ symbols: ['A', 'B', 'C'], starts: Int32Array.of(0, 90, 179), ends: Int32Array.of(90, 179, 219), columns: bars, industries: ['X', null, 'X'], membership: 'asOf' });
}

const options = { days: usualDays, metric: 'score', settings: defaultSignalSettings, longWindow: 21 } as const;

describe('frame', () => {
  test('dates are those of all symbols, rows those of each', () => {
    const { dates, starts, ends } = frame();
    expect([dates.length, dates[0], dates.at(-1), [...starts], [...ends]]).toEqual([90, 17_000, 17_089, [0, 90, 179], [90, 179, 219]]);
  });

  test('as of a date later rows are out of sight, and symbols that start later are empty', () => {
    const then = frameAsOf(frame(), 17_049 as TradingDate);
    expect([then.dates.length, [0, 1, 2].map((symbol) => symbolBars(then, symbol).time.length)]).toEqual([50, [50, 50, 0]]);
  });

  test('an unfinished bar is left out unless it is asked for live', () => {
    const open = frame();
    open.bars.flags[89] = BarFlag.open;
    const lengths = [false, true].map((live) => symbolBars(frameAsOf(open, 17_089 as TradingDate, live), 0).time.length);
    expect(lengths).toEqual([89, 90]);
  });

  test('a date on which every bar is unfinished is no date yet', () => {
    const open = frame();
    open.bars.flags[89] = BarFlag.open;
    open.bars.flags[218] = BarFlag.open;
    expect(frameAsOf(open, 17_089 as TradingDate).dates.at(-1)).toBe(17_088);
  });
});

describe('daily facts', () => {
  test('a symbol without a bar on a date has no facts on it', () => {
    const facts = dailyFacts(frame(), 2);
    expect([...facts.close].map((close) => Number.isNaN(close))).toEqual([false, false, false, false, true, false]);
  });

  test('without amounts traded value is close × volume', () => {
    const given = frame();
    const facts = dailyFacts(given, 1);
    expect(facts.amount[0]).toBe((given.bars.close[89] as number) * 1000);
  });
});

describe('analysis of a universe', () => {
  test('a symbol that did not trade on the last date is not ranked and has no risk', () => {
    const { table, models } = analyzeUniverse(frame(), options);
    const last = table.dates.length - 1;
    expect([Array.from(table.rank.slice(last * 3), (rank) => rank > 0), models.risk.map((risk) => risk !== null)]).toEqual([[true, false, true], [true, false, true]]);
  });

  test('ranks can follow any metric, and an unknown one is refused with those there are', () => {
    const { table } = analyzeUniverse(frame(), { ...options, metric: 'close' });
    expect(Array.from(table.rank.slice(-3))).toEqual([2, 0, 1]);
    expect(() => analyzeUniverse(frame(), { ...options, metric: 'beauty' })).toThrow('score, change');
  });

  test('a symbol can be followed through the dates', () => {
    const { table } = analyzeUniverse(frame(), options);
    const history = symbolHistory(table, 'B');
    expect([history.length, history.at(-1)?.rank, history.at(-2)?.rank !== null]).toEqual([15, null, true]);
    expect(() => symbolHistory(table, 'D')).toThrow('D');
  });
});

test('the record of levels counts what was reached and what held, from earlier bars only', () => {
  const record = levelRecord(barsOf(wavyCloses(400, 40, 0.02)), 0.01, 20, 10);
  expect(record.map(({ side, samples, reached, held }) => [side, samples, reached <= samples && held <= reached])).toEqual([['support', 29, true], ['resistance', 29, true]]);
});

test('a series is fit to be scanned by its length, then by its age', () => {
  const cases = [[0, 0], [59, 0], [60, 6], [60, 3], [60, 1], [60, 0], [60, null]] as const;
  expect(cases.map(([bars, behind]) => scanReadiness(bars, behind))).toEqual(['empty', 'tooShort', 'stale', 'outdated', 'missingSession', 'ready', 'unknown']);
});
