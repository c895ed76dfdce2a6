import type { AlertCondition } from '../../shared/alert-condition.ts';
import { judgeRule, type Truth } from '../universe/rules/evaluate-rule.ts';
import { parseRule } from '../universe/rules/parse-rule.ts';
import type { Rule } from '../universe/rules/rule.ts';
import type { ChanFacts } from '../chan/chan-facts.ts';
import type { AlertSource } from './alert-source.ts';

/** Conditions on bars; trouble with the data is judged by the calendar instead. */
export type BarCondition = Exclude<AlertCondition, { kind: 'health' }>;

/** Whether a condition sets an alert off on a bar; -1 where it cannot be judged. */
export type AlertJudge = (bar: number) => Truth;

/**
 * An event sets the alert off on its own bar; a state on the first bar on which it holds, and only if it is known not to have held on
 * the bar before. So the answer about a bar depends on bars up to it and on nothing else. Throws `rule.*`, `analysis.*`, `chan.*`.
 */
export function judgeAlert(condition: BarCondition, source: AlertSource): AlertJudge {
  switch (condition.kind) {
    case 'price':
      return condition.crosses === 'either' ? passes(source.bars.close, condition.price) : begins(holdsSide(source, condition.crosses, condition.price));
    case 'move':
      return begins(hasMoved(source.bars.close, condition));
    case 'indicator':
    case 'rule':
      return begins(judgeRule(ruleOf(condition), source.columns));
    case 'hama': {
      const { state, cross } = source.hama(condition.set);
      switch (condition.event) {
        case 'crossUp':
          return equals(cross, 1);
        case 'crossDown':
          return equals(cross, -1);
        case 'bullish':
          return begins(equals(state, 1));
        case 'bearish':
          return begins(equals(state, -1));
        case 'ranging':
          return begins(equals(state, 0));
      }
    }
    case 'chan':
      return (bar) => {
        const facts = source.chanFacts(bar);
        return facts === undefined ? -1 : hasFact(facts, condition) ? 1 : 0;
      };
  }
}

/** The rule that a condition stands for. Throws `rule.*`. */
export function ruleOf(condition: Extract<AlertCondition, { kind: 'indicator' | 'rule' }>): Rule {
  return parseRule(condition.kind === 'rule' ? condition.rule : `${condition.left} ${condition.comparison} ${condition.right}`);
}

/** True on the first bar of a state. */
function begins(holds: (bar: number) => Truth): AlertJudge {
  return (bar) => {
    const now = holds(bar);
    if (now !== 1) return now;
    const before = bar > 0 ? holds(bar - 1) : -1;
    return before === 0 ? 1 : before === 1 ? 0 : -1;
  };
}

/** The close is on another side of a price than on the bar before; on the price itself it is still where it was. */
function passes(close: Float64Array, price: number): AlertJudge {
  return (bar) => {
    const now = Math.sign((close[bar] as number) - price);
    let before = 0;
    for (let earlier = bar - 1; earlier >= 0 && before === 0; earlier -= 1) before = Math.sign((close[earlier] as number) - price);
    return Number.isNaN(now) || Number.isNaN(before) || before === 0 ? -1 : now !== 0 && now !== before ? 1 : 0;
  };
}

function holdsSide({ bars }: AlertSource, side: 'above' | 'below', price: number): (bar: number) => Truth {
  return (bar) => {
    const distance = (bars.close[bar] as number) - price;
    return Number.isNaN(distance) ? -1 : (side === 'above' ? distance > 0 : distance < 0) ? 1 : 0;
  };
}

function hasMoved(close: Float64Array, { moves, percent, bars }: Extract<AlertCondition, { kind: 'move' }>): (bar: number) => Truth {
  return (bar) => {
    const base = close[bar - bars] ?? NaN;
    const change = base > 0 ? ((close[bar] as number) / base - 1) * 100 : NaN;
    if (Number.isNaN(change)) return -1;
    return (moves === 'up' ? change >= percent : moves === 'down' ? change <= -percent : Math.abs(change) >= percent) ? 1 : 0;
  };
}

function equals(column: Float64Array, value: number): (bar: number) => Truth {
  return (bar) => (Number.isNaN(column[bar] ?? NaN) ? -1 : column[bar] === value ? 1 : 0);
}

function hasFact(facts: ChanFacts, { fact, types }: Extract<AlertCondition, { kind: 'chan' }>): boolean {
  switch (fact) {
    case 'buy':
    case 'sell':
      return facts.newPoints.some(({ side, type }) => side === fact && (types.length === 0 || types.includes(type)));
    case 'backInZone':
      return facts.isBackInZone;
    case 'buyDivergence':
      return facts.divergence?.side === 'buy';
    case 'sellDivergence':
      return facts.divergence?.side === 'sell';
  }
}
