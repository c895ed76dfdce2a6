import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src/shared/app-error.ts';
import { parseChanConfig } from '../../../../src/analysis/chan/parse-chan-config.ts';
import { barRuleColumns } from '../../../../src/analysis/universe/rules/bar-rule-columns.ts';
import { chanRuleColumns } from '../../../../src/analysis/universe/rules/chan-rule-columns.ts';
import { evaluateRule, type RuleColumns } from '../../../../src/analysis/universe/rules/evaluate-rule.ts';
import { explainRule } from '../../../../src/analysis/universe/rules/explain-rule.ts';
import { formatRule } from '../../../../src/analysis/universe/rules/format-rule.ts';
import { parseRule } from '../../../../src/analysis/universe/rules/parse-rule.ts';
import { ruleFields } from '../../../../src/analysis/universe/rules/rule-fields.ts';
import { ruleRunDiff } from '../../../../src/analysis/universe/rules/rule-run-diff.ts';
import type { RuleRun } from '../../../../src/analysis/universe/rules/rule-run.ts';
import type { Operand, Rule } from '../../../../src/analysis/universe/rules/rule.ts';
import { sliceBars } from '../../../../src/shared/bars.ts';
import { frameAsOf, type UniverseFrame } from '../../../../src/analysis/universe/universe-frame.ts';
import type { TradingDate } from '../../../../src/shared/time.ts';
import { barsOf, wavyCloses } from '../../bars-of.ts';
import { runOneRule } from './run-one-rule.ts';

/** Code, position and token of the error that reading a rule gives. */
function refusal(text: string): unknown {
  try {
    parseRule(text);
  } catch (error) {
    return error instanceof AppError ? [error.code, error.params.position, error.params.token] : error;
  }
  return 'no error';
}

describe('reading', () => {
  test('and binds closer than or, within belongs to the condition before it', () => {
    expect(parseRule('close > 10 or volume > 5 and rsi(6) crosses above 30 within 5 bars')).toEqual({
      kind: 'or',
      rules: [
        { kind: 'compare', left: { kind: 'field', field: 'close', parameters: [] }, comparison: '>', right: { kind: 'number', value: 10 } },
        {
          kind: 'and',
          rules: [
            { kind: 'compare', left: { kind: 'field', field: 'volume', parameters: [] }, comparison: '>', right: { kind: 'number', value: 5 } },
            {
              kind: 'within',
              bars: 5,
              rule: { kind: 'cross', left: { kind: 'field', field: 'rsi', parameters: [6] }, direction: 'above', right: { kind: 'number', value: 30 } },
            },
          ],
        },
      ],
    });
  });

  test('words of a field stand for its values', () => {
    const rules = ['hama.state = bullish', 'chan.buy = 3a', 'chan.buy = 1', 'hama.cross = up'].map((text) => parseRule(text));
    expect(rules.map((rule) => (rule.kind === 'compare' ? rule.right : null))).toEqual([
      { kind: 'word', word: 'bullish', value: 1 },
      { kind: 'word', word: '3a', value: 3 },
      { kind: 'word', word: '1', value: 1 },
      { kind: 'word', word: 'up', value: 1 },
    ]);
  });

  test('an error points at the token that is wrong', () => {
    const texts = [
      'close > ',
      'close >> 3',
      'colse > 3',
      'close > 3 and',
      'close > 3 close < 5',
      '(close > 3',
      'rsi(0) > 3',
      'rsi(14.5) > 3',
      'rsi(14, 5) > 3',
      'hama.state = happy',
      'close > 3 within 0 bars',
      'close crosses over 3',
      'close # 3',
      'and > 3',
      'hama.state = constructor',
      '',
    ];
    expect(texts.map(refusal)).toEqual([
      ['rule.syntax', 9, '⏎'],
      ['rule.syntax', 8, '>'],
      ['rule.field', 1, 'colse'],
      ['rule.syntax', 14, '⏎'],
      ['rule.syntax', 11, 'close'],
      ['rule.syntax', 11, '⏎'],
      ['rule.value', 5, '0'],
      ['rule.value', 5, '14.5'],
      ['rule.value', 9, '5'],
      ['rule.value', 14, 'happy'],
      ['rule.value', 18, '0'],
      ['rule.syntax', 15, 'over'],
      ['rule.syntax', 7, '#'],
      ['rule.syntax', 1, 'and'],
      ['rule.value', 14, 'constructor'],
      ['rule.syntax', 1, '⏎'],
    ]);
  });

  test('an unknown field names the known ones, a wrong word the allowed ones', () => {
    expect(() => parseRule('colse > 3')).toThrow('score');
    expect(() => parseRule('hama.state = happy')).toThrow('bullish, bearish, ranging');
  });

  test('any text is read or refused with a code, never with anything else', () => {
    const parts = fc.constantFrom('close', 'rsi(14)', '>', '<=', 'crosses', 'above', 'and', 'or', 'not', '(', ')', '3', '-1.5', 'within', 'bars', 'x', ',', '§', 'hama.state', 'bullish');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        const result = refusal(words.join(' '));
        expect(result === 'no error' || (Array.isArray(result) && String(result[0]).startsWith('rule.'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a written rule is read back as the same rule', () => {
    const fields = [...ruleFields.values()].filter(({ words }) => words === null);
    const operand: fc.Arbitrary<Operand> = fc.oneof(
      fc.integer({ min: -100, max: 100 }).map((value): Operand => ({ kind: 'number', value })),
      fc.constantFrom(...fields).map((field): Operand => ({ kind: 'field', field: field.name, parameters: field.parameters.map((parameter) => parameter.default) })),
    );
    const rules = fc.letrec<{ rule: Rule }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        fc.record({ kind: fc.constant('compare' as const), left: operand, comparison: fc.constantFrom('<', '<=', '>', '>=', '=', '!='), right: operand }),
        fc.record({ kind: fc.constant('cross' as const), left: operand, direction: fc.constantFrom('above', 'below'), right: operand }),
        fc.record({ kind: fc.constant('within' as const), bars: fc.integer({ min: 1, max: 250 }), rule: tie('rule') }),
        fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
        fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), rules: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }) }),
      ),
    })).rule;
    fc.assert(
      fc.property(rules, (rule) => {
        expect(parseRule(formatRule(rule))).toEqual(rule);
      }),
    );
  });
});

describe('judging', () => {
  const columns: RuleColumns = (field) => (field === 'close' ? Float64Array.of(1, 2, 3, 2, 1, 5) : Float64Array.of(NaN, 1, 1, 3, 3, 3));
  const judge = (text: string): number[] => [...evaluateRule(parseRule(text), columns, 6)];

  test('comparisons hold, do not hold, or are unknown', () => {
    expect([judge('close > 2'), judge('close <= volume')]).toEqual([[0, 0, 1, 0, 0, 1], [-1, 0, 0, 1, 1, 0]]);
  });

  test('a cross needs the bar before on the other side', () => {
    expect([judge('close crosses above 2'), judge('close crosses below 2')]).toEqual([[-1, 0, 1, 0, 0, 1], [-1, 0, 0, 0, 1, 0]]);
  });

  test('within looks back over the bars that are there', () => {
    expect(judge('close = 3 within 3 bars')).toEqual([-1, -1, 1, 1, 1, 0]);
  });

  test('an unknown condition decides nothing: not unknown stays unknown, false and unknown is false', () => {
    expect([judge('not close <= volume')[0], judge('close > 5 and close <= volume')[0], judge('close = 1 or close <= volume')[0]]).toEqual([-1, 0, 1]);
  });
});

describe('columns of a symbol', () => {
  const bars = barsOf(wavyCloses(300, 40, 0.1));
  const columns = barRuleColumns(bars, () => null);

  test('indicators, extremes and changes can be asked for', () => {
    const rule = parseRule('close > sma(20) and macd.histogram(12, 26, 9) < 5 and highest(20) > lowest(20) and relative-volume(20) = 1 and change < 10');
    expect(evaluateRule(rule, columns, 300)[299]).toBe(1);
  });

  test('the highest of twenty bars leaves out the present one', () => {
    const rising = barsOf(Array.from({ length: 30 }, (_, index) => 10 + index), { high: Array.from({ length: 30 }, (_, index) => 10 + index) });
    expect(evaluateRule(parseRule('close > highest(20)'), barRuleColumns(rising, () => null), 30)[29]).toBe(1);
  });

  test('every field of the bars and indicators has a column of the right length', () => {
    const lengths = [...ruleFields.values()].filter(({ origin }) => origin === 'bars' || origin === 'indicator').map((field) => columns(field.name, field.parameters.map((parameter) => parameter.default)).length);
    expect(new Set(lengths)).toEqual(new Set([300]));
  });

  test('a field that is not supplied is refused, not taken as false', () => {
    expect(() => columns('score', [])).toThrow('score');
  });

  test('the value of a rule does not change when later bars are deleted', () => {
    const rule = parseRule('rsi(14) crosses above 50 within 3 bars or close > ema(20)');
    const all = evaluateRule(rule, columns, 300);
    const cut = evaluateRule(rule, barRuleColumns(sliceBars(bars, 0, 200), () => null), 200);
    expect([...cut]).toEqual([...all.subarray(0, 200)]);
  });

  test('an explanation gives both sides of each condition', () => {
    const outcome = explainRule(parseRule('close > 1000 or not volume = 1000'), columns, 299);
    expect(outcome).toEqual([
      { condition: 'close > 1000', left: bars.close[299], right: 1000, holds: false },
      { condition: 'volume = 1000', left: 1000, right: 1000, holds: true },
    ]);
  });

  test('a Chan point is dated by the bar on which it was first seen, so deleting later bars changes nothing', () => {
    const swings = barsOf(Array.from({ length: 400 }, (_, index) => 50 + 12 * Math.sin(index / 9) + 6 * Math.sin(index / 23) - index * 0.02));
    const config = parseChanConfig();
    const all = chanRuleColumns(swings, config);
    const cut = chanRuleColumns(sliceBars(swings, 0, 250), config);
    expect([cut.buy, cut.sell]).toEqual([all.buy.slice(0, 250), all.sell.slice(0, 250)]);
    expect(all.buy.some((code) => code > 0)).toBe(true);
  });
});

describe('runs over a universe', () => {
  const days = 40;
  const closes = [
    Array.from({ length: days }, (_, day) => 10 + day * 0.1),
    Array.from({ length: days }, (_, day) => (day === days - 1 ? 20 : 12)),
    Array.from({ length: days }, (_, day) => 9 - day * 0.01),
  ];
  const bars = barsOf(closes.flat());
  for (let row = 0; row < bars.time.length; row += 1) bars.time[row] = 18_000 + (row % days);
  const frame: UniverseFrame = {
    symbols: ['A', 'B', 'C'],
    dates: Float64Array.from({ length: days }, (_, day) => 18_000 + day),
    starts: Int32Array.of(0, days, 2 * days),
    // The last symbol has stopped trading a day early.
    ends: Int32Array.of(days, 2 * days, 3 * days - 1),
    bars,
    turnover: null,
    industries: [null, null, null],
    membership: 'asOf',
  };
  const run = (date: number): RuleRun => runOneRule('close > 12.5', frameAsOf(frame, date as TradingDate));

  test('matches, others and those that do not trade are told apart', () => {
    const result = run(18_000 + days - 1);
    expect([result.matches.map(({ symbol }) => symbol), result.others.map(({ symbol }) => symbol), result.unknown, result.notTrading]).toEqual([['A', 'B'], [], [], ['C']]);
  });

  test('the difference of two runs says who entered, who left and which condition changed', () => {
    const diff = ruleRunDiff(run(18_000 + days - 2), run(18_000 + days - 1));
    expect(diff).toMatchObject({
      entered: [{ symbol: 'B', reason: 'rule', changes: [{ before: { left: 12, holds: false }, after: { left: 20, holds: true } }] }],
      left: [],
      stayed: ['A'],
    });
    expect(ruleRunDiff(run(18_000 + days - 1), run(18_000 + days - 2)).left).toMatchObject([{ symbol: 'B', reason: 'rule' }]);
  });

  test('a rule that needs more bars than there are is unknown, also when negated', () => {
    expect(runOneRule('not close > sma(200)', frame).unknown).toEqual(['A', 'B']);
  });

  test('a symbol whose bars are refused is listed and does not stop the run', () => {
    const refuse = (symbol: number) => (field: string) => {
      if (symbol === 0) throw new AppError('chan.time', { bar: 3, time: 1, previous: 2 });
      return field === 'score' ? new Float64Array(days).fill(80) : null;
    };
    const result = runOneRule('score > 70', frame, refuse);
    expect([result.matches.map(({ symbol }) => symbol), result.failed.map(({ symbol, error }) => [symbol, error.code])]).toEqual([['B'], [['A', 'chan.time']]]);
  });

  test('an empty universe is refused', () => {
    expect(() => runOneRule('close > 1', { ...frame, symbols: [], dates: new Float64Array(0) })).toThrow('no symbols');
  });
});
