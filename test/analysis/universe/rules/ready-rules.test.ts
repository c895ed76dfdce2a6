import { describe, expect, test } from 'vitest';
import { parseChanConfig } from '../../../../src/analysis/chan/parse-chan-config.ts';
import { scoreColumns } from '../../../../src/analysis/models/score-columns.ts';
import { dailyFacts } from '../../../../src/analysis/universe/daily-facts.ts';
import { rankTable } from '../../../../src/analysis/universe/rank-table.ts';
import { chanRuleColumns } from '../../../../src/analysis/universe/rules/chan-rule-columns.ts';
import { parseRule } from '../../../../src/analysis/universe/rules/parse-rule.ts';
import { readyRules } from '../../../../src/analysis/universe/rules/ready-rules.ts';
import { universeRuleColumns } from '../../../../src/analysis/universe/rules/universe-rule-columns.ts';
import { defaultSignalSettings, signals } from '../../../../src/analysis/universe/signals.ts';
import { universeModels } from '../../../../src/analysis/universe/universe-models.ts';
import { barCount, type BarColumns } from '../../../../src/shared/bars.ts';
import { hasSp500, sp500Frame } from '../../sp500-frame.ts';
import { runOneRule } from './run-one-rule.ts';

test('every ready rule can be read', () => {
  expect(Object.values(readyRules).map((text) => parseRule(text)).length).toBe(10);
});

describe.skipIf(!hasSp500)('on 505 symbols', { timeout: 120_000 }, () => {
  test('every ready rule but the Chan one judges all symbols with enough bars and matches less than half', () => {
    const frame = sp500Frame();
    const facts = dailyFacts(frame, 15);
    const models = universeModels(frame, facts, { longWindow: 21 });
    const table = rankTable(facts, models.score);
    const found = signals(table, { settings: defaultSignalSettings, needleScores: models.needle });
    const context = { table, models, signals: found, chan: (_symbol: number, bars: BarColumns) => chanRuleColumns(bars, parseChanConfig()), scores: scoreColumns(1259), from: (bars: BarColumns) => Math.max(0, barCount(bars) - 60) };
    const { chanBuy, ...rules } = readyRules;
    const counts = Object.entries(rules).map(([id, text]) => {
      const run = runOneRule(text, frame, (symbol, bars) => universeRuleColumns(context, symbol, bars));
      return { id, matches: run.matches.length, judged: run.matches.length + run.others.length };
    });
    expect(chanBuy).toContain('chan.buy');
    expect(counts.filter(({ matches, judged }) => judged < 490 || matches > 250)).toEqual([]);
    expect(counts.filter(({ matches }) => matches > 0).length).toBeGreaterThanOrEqual(6);
    if (process.env.CHARTROOM_COUNTS !== undefined) console.log(JSON.stringify(counts));
  });
});
