import type { AlertCondition, AlertKind } from '../../shared/alert-condition.ts';

/** What a kind of alert starts out as. */
export const firstCondition: { readonly [K in AlertKind]: Extract<AlertCondition, { kind: K }> } = {
  price: { kind: 'price', crosses: 'either', price: 100 },
  move: { kind: 'move', moves: 'either', percent: 5, bars: 1 },
  indicator: { kind: 'indicator', left: 'rsi(14)', comparison: 'crosses above', right: '30' },
  hama: { kind: 'hama', set: 'A', event: 'bullish' },
  chan: { kind: 'chan', fact: 'buy', types: [] },
  rule: { kind: 'rule', rule: 'rsi(14) crosses above 30' },
  health: { kind: 'health', trouble: 'stale', sessions: 2 },
};
