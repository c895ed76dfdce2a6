import { expect, test } from 'vitest';
import { ChanEngine } from '../../../../src/analysis/chan/chan-engine.ts';
import { ChanFactReader } from '../../../../src/analysis/chan/chan-facts.ts';
import { parseChanConfig } from '../../../../src/analysis/chan/parse-chan-config.ts';
import { chanColumns } from '../../../../src/analysis/universe/rules/chan-columns.ts';
import { judgeRule } from '../../../../src/analysis/universe/rules/evaluate-rule.ts';
import { barRuleColumns } from '../../../../src/analysis/universe/rules/bar-rule-columns.ts';
import { parseRule } from '../../../../src/analysis/universe/rules/parse-rule.ts';
import { randomBars, seededRandom } from '../../chan/random-bars.ts';

const bars = randomBars(seededRandom(4), 'walk', 800);
const config = parseChanConfig();

test('the Chan facts of every bar are fields of a rule, as they stood when the bar was the newest', () => {
  const column = chanColumns(bars, config);
  const engine = new ChanEngine(config, 800);
  const reader = new ChanFactReader();
  let [divergences, returns] = [0, 0];
  for (let bar = 0; bar < 800; bar++) {
    engine.append(bars, bar);
    const { zonePosition, isBackInZone, divergence } = reader.read(engine);
    const zone = zonePosition === null ? NaN : { above: 1, inside: 0, below: -1 }[zonePosition];
    const found = ['chan.zone', 'chan.backInZone', 'chan.divergence', 'chan.divergenceRatio'].map((field) => column(field)?.[bar]);
    expect(found).toEqual([zone, isBackInZone ? 1 : 0, divergence === null ? 0 : divergence.side === 'buy' ? 1 : -1, divergence?.ratio ?? NaN]);
    if (divergence !== null) divergences++;
    if (isBackInZone) returns++;
  }
  expect([divergences > 0, returns > 0]).toEqual([true, true]);
});

test('a rule asks for them by name and by word', () => {
  const columns = barRuleColumns(bars, chanColumns(bars, config));
  const back = chanColumns(bars, config)('chan.backInZone');
  const judge = judgeRule(parseRule('chan.backInZone = yes and chan.zone = inside'), columns);
  const at = back?.indexOf(1) ?? -1;
  expect([judge(at), judge(at - 1) === 1]).toEqual([1, false]);
});

test('a field that is not of Chan is left to others', () => {
  expect(chanColumns(bars, config)('rank')).toBe(null);
});
