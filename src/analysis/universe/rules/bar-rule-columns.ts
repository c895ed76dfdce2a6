import type { BarColumns } from '../../../shared/bars.ts';
import { barCount } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { RuleColumns } from './evaluate-rule.ts';
import { indicatorColumns, type IndicatorColumns } from './indicator-columns.ts';
import { ruleFields } from './rule-fields.ts';

/** Columns that do not follow from one symbol's bars alone: ranks, models, Chan points. Aligned with the bars; NaN where unknown. */
export type GivenColumns = (field: string) => Float64Array | null;

/**
 * The fields of one symbol, each computed once. What neither the bars nor an indicator give is asked of `given`; a field that the
 * caller does not supply is refused rather than taken as false. `indicators` may be shared by symbols that are worked on one after
 * another: the columns are then valid until the next symbol's are asked for.
 */
export function barRuleColumns(bars: BarColumns, given: GivenColumns, indicators: IndicatorColumns = indicatorColumns(barCount(bars))): RuleColumns {
  const known = new Map<string, Float64Array>();
  return (name, parameters) => {
    const key = `${name}(${parameters.join()})`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const column = compute(bars, name, parameters, given, indicators);
    known.set(key, column);
    return column;
  };
}

function compute(bars: BarColumns, name: string, parameters: readonly number[], given: GivenColumns, indicators: IndicatorColumns): Float64Array {
  const field = ruleFields.get(name);
  if (field?.origin === 'indicator') return indicatorColumn(bars, name, parameters, indicators);
  if (field?.origin === 'bars') return barColumn(bars, name, parameters[0] ?? 1, indicators);
  const column = given(name);
  if (column === null) throw new AppError('rule.unavailable', { value: name });
  return column;
}

function indicatorColumn(bars: BarColumns, name: string, parameters: readonly number[], indicators: IndicatorColumns): Float64Array {
  const [id = '', output] = name.split('.');
  const columns = indicators(bars, id, parameters);
  return columns[output ?? Object.keys(columns)[0] ?? ''] ?? new Float64Array(barCount(bars)).fill(NaN);
}

function barColumn(bars: BarColumns, name: string, window: number, indicators: IndicatorColumns): Float64Array {
  const { close } = bars;
  switch (name) {
    case 'change':
      return close.map((price, bar) => (bar > 0 && (close[bar - 1] as number) > 0 ? (price / (close[bar - 1] as number) - 1) * 100 : NaN));
    // The extremes before this bar, so that `close > highest(20)` is a breakout.
    case 'highest':
      return barBefore(indicators(bars, 'donchian', [window])['upper'], barCount(bars));
    case 'lowest':
      return barBefore(indicators(bars, 'donchian', [window])['lower'], barCount(bars));
    default:
      return bars[name as 'open' | 'high' | 'low' | 'close' | 'volume' | 'amount'];
  }
}

function barBefore(column: Float64Array | undefined, length: number): Float64Array {
  const moved = new Float64Array(length).fill(NaN, 0, 1);
  if (column !== undefined && length > 0) moved.set(column.subarray(0, length - 1), 1);
  return moved;
}
