import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';

interface OriginBars {
  readonly basis: Basis;
  readonly columns: BarColumns;
}

interface Differing {
  readonly time: number;
  readonly close: number;
  readonly otherClose: number;
}

/** Closes further apart than this are told; rounding to the tick of a cheap share stays below `tick`. */
const tolerance = 0.005;
const tick = 0.011;
const looked = 20;
const told = 5;

/**
 * The newest closed bars of two origins whose closes differ by more than rounding, newest first. Raw and split-adjusted prices can be
 * compared from the last split on; other pairs of unlike bases cannot.
 */
export function compareOrigins(one: OriginBars, other: OriginBars, lastSplit: number): Differing[] {
  const mixed = one.basis !== other.basis;
  if (mixed && ![one.basis, other.basis].every((basis) => basis === 'raw' || basis === 'split')) return [];
  const { time, close, flags } = one.columns;
  const found: Differing[] = [];
  let right = other.columns.time.length - 1;
  for (let left = time.length - 1; left >= 0 && left >= time.length - looked && found.length < told; left--) {
    const at = time[left] ?? NaN;
    if (mixed && at < lastSplit) break;
    while (right >= 0 && (other.columns.time[right] ?? NaN) > at) right--;
    if (other.columns.time[right] !== at || (((flags[left] ?? 0) | (other.columns.flags[right] ?? 0)) & BarFlag.open) !== 0) continue;
    const [a, b] = [close[left] ?? NaN, other.columns.close[right] ?? NaN];
    if (Math.abs(a - b) > Math.max(tick, tolerance * Math.abs(a))) found.push({ time: at, close: a, otherClose: b });
  }
  return found;
}
