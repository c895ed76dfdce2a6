import type { FractalCheck, StrokeRules } from './chan-config.ts';
import type { Direction } from './direction.ts';
import type { MergedBars } from './merged-bars.ts';

const strictSpan = 4;
const looseSpan = 3;

/**
 * Whether merged bar `from` (a fractal) and the later `to` can be the ends of a stroke (spec sections 4 and 5). A virtual end has no
 * right neighbour to look at; its own merging direction stands in for the fractal.
 */
export function canMakeStroke(merged: MergedBars, from: number, to: number, isVirtual: boolean, rules: StrokeRules): boolean {
  const direction: Direction = merged.fractal[from] === -1 ? 1 : -1;
  if (isVirtual && merged.direction[to] !== direction) return false;
  if (rules.algorithm === 'normal' && !isFarEnough(merged, from, to, rules)) return false;
  if (!isFractalPair(merged, from, to, isVirtual, rules.fractalCheck, direction)) return false;
  return !rules.endIsPeak || isPeakSince(merged, from, to, direction);
}

/** Whether no merged bar strictly between lies beyond `to` in `direction`. Looks backwards, where the counter-example usually is. */
export function isPeakSince(merged: MergedBars, from: number, to: number, direction: Direction): boolean {
  if (direction === 1) {
    const { high } = merged;
    const peak = high[to] as number;
    for (let at = to - 1; at > from; at--) if ((high[at] as number) > peak) return false;
    return true;
  }
  const { low } = merged;
  const peak = low[to] as number;
  for (let at = to - 1; at > from; at--) if ((low[at] as number) < peak) return false;
  return true;
}

function isFarEnough(merged: MergedBars, from: number, to: number, rules: StrokeRules): boolean {
  let span = to - from;
  if (rules.gapCountsAsBar && span < strictSpan) {
    for (let at = from; at < to; at++) if (hasGapAfter(merged, at)) span++;
  }
  if (rules.isStrict) return span >= strictSpan;
  return span >= looseSpan && (merged.firstBar[to] as number) - (merged.lastBar[from] as number) - 1 >= looseSpan;
}

/** Raw ranges, not merged ones; touching is no gap. */
function hasGapAfter(merged: MergedBars, at: number): boolean {
  const { rawHigh, rawLow } = merged;
  return (rawHigh[at] as number) < (rawLow[at + 1] as number) || (rawLow[at] as number) > (rawHigh[at + 1] as number);
}

function isFractalPair(
  merged: MergedBars, from: number, to: number, isVirtual: boolean, check: FractalCheck, direction: Direction,
): boolean {
  // Mirrored for a falling stroke: `high` and `low` change places and signs.
  const top = direction === 1 ? merged.high : merged.low;
  const bottom = direction === 1 ? merged.low : merged.high;
  let endLow = (bottom[to] as number) * direction;
  let startHigh = (top[from] as number) * direction;
  if (check !== 'loss') endLow = Math.min(endLow, (bottom[to - 1] as number) * direction);
  if ((check === 'strict' || check === 'totally') && !isVirtual) endLow = Math.min(endLow, (bottom[to + 1] as number) * direction);
  if (check === 'totally') return startHigh < endLow;
  if (check !== 'loss') startHigh = Math.max(startHigh, (top[from + 1] as number) * direction);
  if (check === 'strict') startHigh = Math.max(startHigh, (top[from - 1] as number) * direction);
  return (bottom[from] as number) * direction < endLow && (top[to] as number) * direction > startHigh;
}
