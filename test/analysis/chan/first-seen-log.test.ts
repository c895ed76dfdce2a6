import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { chanSeries } from '../../../src/analysis/chan/chan-series.ts';
import { FirstSeenLog, type FirstSeenEntry } from '../../../src/analysis/chan/first-seen-log.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { barsOf, zigzag } from './literal-bars.ts';
import { randomBars, seededRandom, seriesShapes } from './random-bars.ts';

const scope = { basis: 'split', factorVersion: 3 };

function logged(bars: BarColumns, afterEach: (log: FirstSeenLog, engine: ChanEngine) => void = () => undefined): FirstSeenLog {
  const engine = new ChanEngine(parseChanConfig());
  const log = new FirstSeenLog(scope);
  for (let bar = 0; bar < bars.time.length; bar++) {
    engine.append(bars, bar);
    log.observe(engine);
    afterEach(log, engine);
  }
  return log;
}

test('a stroke is first seen while it forms, moves with its end and becomes final with the next stroke', () => {
  const { entries } = logged(zigzag([20, 10, 20, 12, 22]));
  const [first] = entries.filter((entry) => entry.part === 'bi');
  expect(first).toEqual({ part: 'bi', key: '16005 up', firstSeen: 16_011, lastMoved: 16_011, final: 16_016, vanished: null });
});

test('a stroke that a new extreme takes back has vanished', () => {
  const middles = [20, 18, 16, 14, 12, 10, 12, 14, 16, 18, 20, 19, 18, 17, 16, 25];
  const { entries } = logged(barsOf(middles.map((middle) => [middle + 0.5, middle - 0.5])));
  expect(entries.find((entry) => entry.vanished !== null)).toEqual({ part: 'bi', key: '16010 down', firstSeen: 16_014, lastMoved: 16_014, final: null, vanished: 16_015 });
});

test('the log says for which prices it holds', () => {
  expect(logged(zigzag([20, 10])).scope).toEqual(scope);
});

test('a log seen bar by bar names everything that is there, and nothing final vanishes or moves', () => {
  assert(
    property(integer({ min: 0, max: 2 ** 30 }), (seed) => {
      const random = seededRandom(seed);
      const shape = seriesShapes[seed % seriesShapes.length] ?? 'walk';
      const finals = new Map<FirstSeenEntry, string>();
      logged(randomBars(random, shape, Math.floor(random() * 250)), (log, engine) => {
        const { lines, zones, points } = chanSeries(engine, log);
        const seen = [...lines, ...zones, ...points].map((element) => element.firstSeen);
        expect(seen.every((time) => time !== null && time <= (engine.bars.time[engine.bars.count - 1] ?? NaN))).toBe(true);
        const moved = [...finals].filter(([entry, text]) => JSON.stringify(entry) !== text);
        expect(moved).toEqual([]);
        for (const entry of log.entries) if (entry.final !== null) finals.set(entry, JSON.stringify(entry));
      });
      for (const entry of finals.keys()) expect(entry.vanished).toBeNull();
    }),
    { numRuns: 40, seed: 7 },
  );
});
