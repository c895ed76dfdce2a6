import type { AlertCondition } from '../alert-condition.ts';
import { alertMessages } from './alert-messages.ts';
import type { Language } from './language.ts';

/** A condition as a person reads it. */
export function alertText(condition: AlertCondition, language: Language): string {
  const say = (key: keyof typeof alertMessages, figures: Readonly<Record<string, string | number>> = {}): string =>
    alertMessages[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(figures[name] ?? whole));
  switch (condition.kind) {
    case 'price':
      return say(`alert.price.${condition.crosses}`, { price: condition.price });
    case 'move':
      return say(`alert.move.${condition.moves}`, { percent: condition.percent, bars: condition.bars });
    case 'indicator':
      return say(`alert.comparison.${condition.comparison}`, { left: condition.left, right: condition.right });
    case 'hama':
      return say(`alert.hama.${condition.event}`, { set: condition.set });
    case 'chan':
      return say(`alert.chan.${condition.fact}`, { types: condition.types.length === 0 ? say('alert.chan.anyType') : condition.types.join(', ') });
    case 'rule':
      return say('alert.rule', { rule: condition.rule });
    case 'health':
      return say(`alert.health.${condition.trouble}`, { sessions: condition.sessions });
  }
}
