import type { BarColumns } from '../../../shared/bars.ts';
import { barCount } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import { computeIndicator } from '../../indicators/compute-indicator.ts';
import type { Indicator, InputName } from '../../indicators/indicator.ts';
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
  const length = barCount(bars);
  const { close, high, low, volume } = bars;
  const over = (value: (bar: number) => number): Float64Array => Float64Array.from({ length }, (_, bar) => value(bar));
  switch (name) {
    case 'change':
      return over((bar) => (bar > 0 && (close[bar - 1] as number) > 0 ? ((close[bar] as number) / (close[bar - 1] as number) - 1) * 100 : NaN));
    // The extremes before this bar, so that `close > highest(20)` is a breakout.
    case 'highest':
      return over((bar) => (bar < window ? NaN : Math.max(...high.subarray(bar - window, bar))));
    case 'lowest':
      return over((bar) => (bar < window ? NaN : Math.min(...low.subarray(bar - window, bar))));
    case 'relativeVolume':
      return over((bar) => {
        if (bar < window - 1) return NaN;
        let sum = 0;
        for (let back = bar - window + 1; back <= bar; back += 1) sum += volume[back] as number;
        return sum > 0 ? ((volume[bar] as number) * window) / sum : NaN;
      });
    default:
      return bars[name as 'open' | 'high' | 'low' | 'close' | 'volume' | 'amount'];
  }
}
