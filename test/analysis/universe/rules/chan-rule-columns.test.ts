import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { ChanEngine } from '../../../../src/analysis/chan/chan-engine.ts';
import { parseChanConfig } from '../../../../src/analysis/chan/parse-chan-config.ts';
import { chanRuleColumns } from '../../../../src/analysis/universe/rules/chan-rule-columns.ts';
import { chanPointCodes } from '../../../../src/analysis/universe/rules/rule-fields.ts';
import { barCount, sliceBars, type BarColumns } from '../../../../src/shared/bars.ts';
import { randomBars, seededRandom, seriesShapes } from '../../chan/random-bars.ts';

const config = parseChanConfig();

/** The columns as they are meant: every bar is appended, and what the newest point was is asked after each. */
function followed(bars: BarColumns): { readonly buy: number[]; readonly sell: number[] } {
  const engine = new ChanEngine(config);
  const none = (): number[] => Array.from({ length: barCount(bars) }, () => 0);
  const columns = { buy: none(), sell: none() };
  const seen = new Set<string>();
  for (let bar = 0; bar < barCount(bars); bar += 1) {
    engine.append(bars, bar);
    const { latest } = engine.strokeLevel.points;
    for (const type of latest?.types ?? []) {
      const key = `${latest?.bar} ${type} ${latest?.isBuy}`;
      if (!seen.has(key)) columns[latest?.isBuy === true ? 'buy' : 'sell'][bar] = chanPointCodes[type] ?? NaN;
      seen.add(key);
    }
  }
  return columns;
}

function series(seed: number): { readonly bars: BarColumns; readonly from: number } {
  const random = seededRandom(seed);
  const bars = randomBars(random, seriesShapes[seed % seriesShapes.length] ?? 'walk', Math.floor(random() * 500));
  return { bars, from: Math.floor(random() * (barCount(bars) + 1)) };
}

test('asked for from any bar on, the columns are those of following every bar; before it nothing is claimed', () => {
  assert(
    property(integer({ min: 0, max: 2 ** 30 }), (seed) => {
      const { bars, from } = series(seed);
      const whole = followed(bars);
      const { buy, sell } = chanRuleColumns(bars, config, from);
      expect([buy.subarray(from).join(), sell.subarray(from).join()]).toEqual([whole.buy.slice(from).join(), whole.sell.slice(from).join()]);
      expect([buy, sell].every((column) => column.subarray(0, from).every(Number.isNaN))).toBe(true);
    }),
    { numRuns: 300, seed: 20_180_207 },
  );
});

test('deleting the future changes no bar before it', () => {
  const { bars } = series(6);
  const from = barCount(bars) - 100;
  const all = chanRuleColumns(bars, config, from);
  const cut = chanRuleColumns(sliceBars(bars, 0, from + 60), config, from);
  expect([cut.buy, cut.sell]).toEqual([all.buy.slice(0, from + 60), all.sell.slice(0, from + 60)]);
});
