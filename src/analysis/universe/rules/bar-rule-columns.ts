import type { BarColumns } from '../../../shared/bars.ts';
import { barCount } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import { computeIndicator } from '../../indicators/compute-indicator.ts';
import type { Indicator, InputName } from '../../indicators/indicator.ts';
import { donchian } from '../../indicators/donchian.ts';
import { findIndicator } from '../../indicators/registry.ts';
import type { RuleColumns } from './evaluate-rule.ts';
import { ruleFields } from './rule-fields.ts';

/** Columns that do not follow from one symbol's bars alone: ranks, models, Chan points. Aligned with the bars; NaN where unknown. */
export type GivenColumns = (field: string) => Float64Array | null;

/**
 * The fields of one symbol, each computed once. What neither the bars nor an indicator give is asked of `given`; a field that the
 * caller does not supply is refused rather than taken as false.
 */
export function barRuleColumns(bars: BarColumns, given: GivenColumns): RuleColumns {
  const known = new Map<string, Float64Array>();
  return (name, parameters) => {
    const key = `${name}(${parameters.join()})`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const column = compute(bars, name, parameters, given);
    known.set(key, column);
    return column;
  };
}

function compute(bars: BarColumns, name: string, parameters: readonly number[], given: GivenColumns): Float64Array {
  const field = ruleFields.get(name);
  if (field?.origin === 'indicator') return indicatorColumn(bars, name, parameters);
  if (field?.origin === 'bars') return barColumn(bars, name, parameters[0] ?? 1);
  const column = given(name);
  if (column === null) throw new AppError('rule.unavailable', { value: name });
  return column;
}

function indicatorColumn(bars: BarColumns, name: string, parameters: readonly number[]): Float64Array {
  const [id = '', output] = name.split('.');
  const indicator = findIndicator(id);
  const names = Object.entries(indicator.parameters).flatMap(([key, parameter]) => (parameter.kind === 'number' ? [key] : []));
  const values = Object.fromEntries(names.map((key, index) => [key, parameters[index]]).filter(([, value]) => value !== undefined));
  const columns = computeIndicator(indicator as Indicator<keyof BarColumns & InputName>, bars, values);
  return columns[output ?? Object.keys(indicator.outputs)[0] ?? ''] ?? new Float64Array(barCount(bars)).fill(NaN);
}

function barColumn(bars: BarColumns, name: string, window: number): Float64Array {
  const { close } = bars;
  switch (name) {
    case 'change':
      return close.map((price, bar) => (bar > 0 && (close[bar - 1] as number) > 0 ? (price / (close[bar - 1] as number) - 1) * 100 : NaN));
    // The extremes before this bar, so that `close > highest(20)` is a breakout.
    case 'highest':
      return barBefore(computeIndicator(donchian, bars, { period: window }).upper);
    case 'lowest':
      return barBefore(computeIndicator(donchian, bars, { period: window }).lower);
    default:
      return bars[name as 'open' | 'high' | 'low' | 'close' | 'volume' | 'amount'];
  }
}

function barBefore(column: Float64Array): Float64Array {
  const moved = new Float64Array(column.length);
  moved.set(column.subarray(0, Math.max(0, column.length - 1)), 1);
  moved[0] = NaN;
  return moved;
}
