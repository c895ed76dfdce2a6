import { expect, test } from 'vitest';
import { findIndicator } from '../../src/analysis/indicators/registry.ts';
import { resolveParameters } from '../../src/analysis/indicators/resolve-parameters.ts';
import { parseRule } from '../../src/analysis/universe/rules/parse-rule.ts';
import { indicators } from '../../src/analysis/indicators/registry.ts';
import { draftAt, draftOn } from '../../src/renderer/alerts/draft-at.ts';

const on = (id: string, given = {}) => draftOn('XNAS:QVX', '1d', findIndicator(id), resolveParameters(findIndicator(id), given))?.condition;

test('a price of the chart becomes an alert on crossing it', () => {
  expect(draftAt('XNAS:QVX', '1w', 101.5)).toMatchObject({ id: null, symbol: 'XNAS:QVX', freq: '1w', condition: { kind: 'price', crosses: 'either', price: 101.5 } });
});

test('an indicator becomes a condition with the parameters it has on the chart', () => {
  expect(on('rsi', { period: 9 })).toMatchObject({ left: 'rsi(9)', comparison: 'crosses above', right: '30' });
  expect(on('sma', { period: 50 })).toMatchObject({ left: 'close', comparison: 'crosses above', right: 'sma(50)' });
  expect(on('macd')).toMatchObject({ left: expect.stringMatching(/^macd\.macd\(12, 26, 9/) as string, right: '0' });
});

test('whatever indicator it is, the condition is one that can be saved', () => {
  const conditions = indicators.flatMap((indicator) => {
    const condition = draftOn('XNAS:QVX', '1d', indicator, resolveParameters(indicator))?.condition;
    return condition?.kind === 'indicator' ? [`${condition.left} ${condition.comparison} ${condition.right}`] : [];
  });
  expect(conditions.length).toBeGreaterThan(25);
  for (const condition of conditions) expect(parseRule(condition).kind).toBe('cross');
});
