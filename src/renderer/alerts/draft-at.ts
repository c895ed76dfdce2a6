import type { Indicator } from '../../analysis/indicators/indicator.ts';
import type { ParameterValue } from '../../analysis/indicators/parameter.ts';
import { ruleFields } from '../../analysis/universe/rules/rule-fields.ts';
import type { Frequency } from '../../shared/frequency.ts';
import { emptyDraft, type AlertDraft } from '../stores/alerts-store.ts';

/** An alert for when the price of a symbol crosses a price. */
export function draftAt(symbol: string, freq: Frequency, price: number): AlertDraft {
  return { ...emptyDraft, symbol, freq, condition: { kind: 'price', crosses: 'either', price } };
}

/** An alert on an indicator as it stands on the chart; null where rules do not know it. */
export function draftOn(symbol: string, freq: Frequency, indicator: Indicator, parameters: Readonly<Record<string, ParameterValue>>): AlertDraft | null {
  const [first, ...others] = Object.keys(indicator.outputs);
  const field = ruleFields.get(others.length === 0 ? indicator.id : `${indicator.id}.${first}`);
  if (field === undefined) return null;
  const values = field.parameters.map(({ name }) => String(parameters[name] ?? ''));
  const left = values.length === 0 ? field.name : `${field.name}(${values.join(', ')})`;
  const onPrice = indicator.pane === 'price';
  const right = indicator.guides?.[0];
  return { ...emptyDraft, symbol, freq, condition: { kind: 'indicator', left: onPrice ? 'close' : left, comparison: 'crosses above', right: onPrice ? left : String(right ?? 0) } };
}
