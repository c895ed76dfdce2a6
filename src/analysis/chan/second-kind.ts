import type { TradePointRules } from './chan-config.ts';
import type { Line } from './line.ts';
import type { Segment } from './segment.ts';
import type { TradePoint } from './trade-point.ts';
import type { TradePointList } from './trade-point-list.ts';

/** Types 2 (the pull-back after the turn) and 2s (further pull-backs in its range) after a segment (spec section 11.2). */
export function addSecondKind(points: TradePointList, lines: readonly Line[], segments: readonly Segment[], segment: Segment): void {
  const { wants } = points.rulesFor(segment.direction);
  if (!wants['2'] && !wants['2s']) return;
  // A single segment has no turn before it: its own first two lines are the break and the pull-back, for the other side.
  const isOnly = segments.length === 1;
  const rules = isOnly ? points.rulesFor(segment.direction === 1 ? -1 : 1) : points.rulesFor(segment.direction);
  const breaking = lines[isOnly ? 0 : segment.last.index + 1];
  const pullBack = lines[isOnly ? 1 : segment.last.index + 2];
  if (breaking === undefined || pullBack === undefined) return;
  if (rules.secondFollowsFirst && (isOnly || !points.isStored(segment.last))) return;
  const first = isOnly ? null : points.firstAt(segment.last);
  if (pullBack.amplitude / breaking.amplitude <= rules.maxSecondRate) points.add('2', pullBack, first);
  else if (rules.secondaryFollowsSecond) return;
  if (wants['2s']) addSecondary(points, lines, segments, breaking, pullBack, first, rules);
}

function addSecondary(
  points: TradePointList, lines: readonly Line[], segments: readonly Segment[], breaking: Line, pullBack: Line, first: TradePoint | null,
  rules: TradePointRules,
): void {
  const isClosed = segments[pullBack.segmentIndex]?.isSure === true;
  let low = pullBack.low;
  let high = pullBack.high;
  for (let level = 1; rules.maxSecondaryLevel === null || level <= rules.maxSecondaryLevel; level++) {
    const line = lines[pullBack.index + 2 * level];
    if (line === undefined) return;
    const away = line.segmentIndex - pullBack.segmentIndex;
    if (away !== 0 && (line.segmentIndex < segments.length - 1 || away >= 2 || isClosed)) return;
    if (!(line.high > low && line.low < high)) return;
    // Only the first pull-back narrows the range; the later ones are held against what the two share.
    if (level === 1) {
      low = Math.max(low, line.low);
      high = Math.min(high, line.high);
    }
    if (line.direction === -1 ? line.low < breaking.low : line.high > breaking.high) return;
    if (Math.abs(line.endValue - breaking.endValue) / breaking.amplitude > rules.maxSecondRate) return;
    points.add('2s', line, first);
  }
}
