import { describe, expect, test } from 'vitest';
import { recordSections } from '../../../../src/analysis/models/track-record.ts';
import { createFrame } from '../../../../src/analysis/universe/create-frame.ts';
import { finish } from '../../../doubles/finish.ts';
import { historyGap, needsModels } from '../../../../src/analysis/universe/rules/history-gap.ts';
import { parseRule } from '../../../../src/analysis/universe/rules/parse-rule.ts';
import { ruleReach } from '../../../../src/analysis/universe/rules/rule-reach.ts';
import { runRules } from '../../../../src/analysis/universe/rules/run-rules.ts';
import { frameAsOf } from '../../../../src/analysis/universe/universe-frame.ts';
import type { TradingDate } from '../../../../src/shared/time.ts';
import { barsOf } from '../../bars-of.ts';

describe('reach', () => {
  test.each([
    ['close > 10', { within: 0, window: 1 }],
    ['close > ema(60) and rsi(14) < 30', { within: 0, window: 60 }],
    ['ema(20) crosses above ema(60)', { within: 1, window: 60 }],
    ['(close > highest(250) within 5 bars) within 10 bars', { within: 13, window: 250 }],
    ['not close > sma(30) or volume > 1', { within: 0, window: 30 }],
  ] as const)('%s', (text, reach) => {
    expect(ruleReach(parseRule(text))).toEqual(reach);
  });
});

test('a rule on ranks has no history, one on needles needs the figures of its date', () => {
  const facts = ['close > 1 and rankChange > 3', 'needle >= 70 or close < 1', 'score > 50 and chan.buy = 1'].map((text) => [historyGap(parseRule(text)), needsModels(parseRule(text))]);
  expect(facts).toEqual([['rankChange', false], ['needle', true], [null, false]]);
});

describe('several rules on several dates', () => {
  // A rises and B falls through 10 on dates 17,000 to 17,039; C misses the last date.
  const rising = Array.from({ length: 40 }, (_, day) => 5 + day * 0.2);
  const falling = rising.toReversed();
  const bars = barsOf([...rising, ...falling, ...rising.slice(0, 39)]);
  for (const [row] of bars.time.entries()) bars.time[row] = 17_000 + (row % 40);
  const frame = createFrame({
    symbols: ['A', 'B', 'C'], starts: Int32Array.of(0, 40, 80), ends: Int32Array.of(40, 80, 119), columns: bars, industries: [null, null, null], membership: 'today',
  });
  const rules = ['close > 10', 'close < 8'].map((text) => parseRule(text));
  const run = (dates: readonly number[], sections = false) =>
    finish(runRules(rules, frame, () => () => null, { dates, sections: sections ? recordSections(frame, 2, 10) : null }));

  test('each rule has a run for each date', () => {
    const matches = run([39, 0]).map(({ runs }) => runs.map(({ date, matches: found, notTrading }) => [date, found.map(({ symbol }) => symbol), notTrading]));
    expect(matches).toEqual([
      [[17_039, ['A'], ['C']], [17_000, ['B'], []]],
      [[17_039, ['B'], ['C']], [17_000, ['A', 'C'], []]],
    ]);
  });

  test('a run on an earlier date is the run of the frame that ends there', () => {
    const [whole] = run([20]);
    const [cut] = finish(runRules(rules, frameAsOf(frame, 17_020 as TradingDate), () => () => null, { dates: [20], sections: null }));
    expect(whole?.runs).toEqual(cut?.runs);
  });

  test('events are where a rule held on the section dates', () => {
    const [above] = run([39], true);
    // Sections on days 9 and 19: A stands at 6.8 and 8.8, B at 11 and 9.
    expect(above?.events).toEqual([{ symbol: 1, row: 49 }]);
  });
});
