import { barCount, type BarColumns } from '../../../shared/bars.ts';
import { ChanEngine } from '../../chan/chan-engine.ts';
import type { ChanConfig } from '../../chan/chan-config.ts';
import { chanPointCodes } from './rule-fields.ts';

/**
 * On each bar the type of the newest buy and sell point if it was first seen on that very bar, else 0: no point is an answer, not a
 * missing value. A point is dated by when it was seen, not by the bar it marks, and stays in the past even if later bars take it back:
 * that is what could be acted on.
 */
export function chanRuleColumns(bars: BarColumns, config: ChanConfig): { readonly buy: Float64Array; readonly sell: Float64Array } {
  const length = barCount(bars);
  const engine = new ChanEngine(config, length);
  const buy = new Float64Array(length);
  const sell = new Float64Array(length);
  const seen = new Set<string>();
  for (let bar = 0; bar < length; bar += 1) {
    engine.append(bars, bar);
    const { latest } = engine.strokeLevel.points;
    if (latest === null) continue;
    for (const type of latest.types) {
      const key = `${latest.bar} ${type} ${latest.isBuy}`;
      if (seen.has(key)) continue;
      seen.add(key);
      (latest.isBuy ? buy : sell)[bar] = chanPointCodes[type] ?? NaN;
    }
  }
  return { buy, sell };
}
