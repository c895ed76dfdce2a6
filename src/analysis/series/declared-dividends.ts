import type { PriceAction } from './adjust-bars.ts';

/**
 * The actions of one instrument from a source that restates dividends to today's shares, as they were declared: a dividend is multiplied
 * by every split that went ex with it or later. In the order given.
 */
export function declaredDividends<Action extends Pick<PriceAction, 'kind' | 'exDate' | 'value'>>(actions: readonly Action[]): Action[] {
  const splits = actions.filter(({ kind }) => kind === 'split');
  return actions.map((action) => {
    if (action.kind !== 'dividend') return action;
    const since = splits.filter(({ exDate }) => exDate >= action.exDate);
    return { ...action, value: since.reduce((value, split) => value * split.value, action.value) };
  });
}
