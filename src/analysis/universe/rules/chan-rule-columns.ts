import { barCount, type BarColumns } from '../../../shared/bars.ts';
import type { ChanConfig } from '../../chan/chan-config.ts';
import { ChanEngine } from '../../chan/chan-engine.ts';
import { chanPointCodes } from './rule-fields.ts';

/** Type of the newest buy and sell point where it was first seen on that very bar, else 0; NaN on bars that were not asked for. */
export interface ChanRuleColumns {
  readonly buy: Float64Array;
  readonly sell: Float64Array;
}

/** Bars followed before those that are asked for: most points that are new there mark one of these. */
const usualLag = 12;

/**
 * On each bar from `from` on the type of the newest buy and sell point if it was first seen on that very bar, else 0: no point is an
 * answer, not a missing value. A point is dated by when it was seen, not by the bar it marks, and stays in the past even if later bars
 * take it back: that is what could be acted on.
 *
 * Following a structure bar by bar is dear, and a point cannot have been seen before the bar it marks. So the bars before are taken at
 * once, and when a point that seems new marks one of them, it is all done again from that bar on.
 */
export function chanRuleColumns(bars: BarColumns, config: ChanConfig, from = 0): ChanRuleColumns {
  for (let start = Math.max(0, from - usualLag); ; ) {
    const { oldest, ...columns } = follow(bars, config, start, from);
    if (oldest >= start) return columns;
    start = oldest;
  }
}

/** Follows the structure from `start` on; `oldest` is the oldest bar that a point first seen from `from` on marks. */
function follow(bars: BarColumns, config: ChanConfig, start: number, from: number): ChanRuleColumns & { readonly oldest: number } {
  const length = barCount(bars);
  const engine = new ChanEngine(config, length);
  const buy = new Float64Array(length).fill(NaN, 0, from);
  const sell = new Float64Array(length).fill(NaN, 0, from);
  const seen = new Set<string>();
  let oldest = Infinity;
  engine.load(bars, Math.min(start, length));
  for (let bar = start; bar < length; bar += 1) {
    if (!engine.append(bars, bar)) continue;
    const { latest } = engine.strokeLevel.points;
    if (latest === null) continue;
    for (const type of latest.types) {
      const key = `${latest.bar} ${type} ${latest.isBuy}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (bar < from) continue;
      (latest.isBuy ? buy : sell)[bar] = chanPointCodes[type] ?? NaN;
      oldest = Math.min(oldest, latest.bar);
    }
  }
  return { buy, sell, oldest };
}
