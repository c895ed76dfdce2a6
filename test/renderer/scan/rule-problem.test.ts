import { describe, expect, test } from 'vitest';
import { ruleProblem } from '../../../src/renderer/pages/scan/rule-problem.ts';

const marked = (text: string): string | null => {
  const problem = ruleProblem(text);
  return problem === null ? null : `${problem.error.code}: ${text.slice(problem.from, problem.to)}`;
};

describe('what is wrong with a rule', () => {
  test('nothing, when it can be read', () => {
    expect(ruleProblem('close > ema(20) and rsi(14) crosses above 30 within 5 bars')).toBeNull();
  });

  test('is marked at its token', () => {
    expect([marked('close > emma(20)'), marked('rsi(0) > 30'), marked('close >> 3'), marked('hama.state = up')]).toEqual([
      'rule.field: emma', 'rule.value: 0', 'rule.syntax: >', 'rule.value: up',
    ]);
  });

  test('is marked at the end when the text breaks off', () => {
    expect(ruleProblem('close >')).toMatchObject({ from: 7, to: 7, error: { code: 'rule.syntax' } });
  });
});
