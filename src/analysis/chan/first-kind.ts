import type { TradePointRules } from './chan-config.ts';
import { lineStrength } from './divergence.ts';
import type { Line } from './line.ts';
import type { Segment } from './segment.ts';
import type { TradePointList } from './trade-point-list.ts';
import type { Zone } from './zone.ts';

/** From this rate on every line out counts as divergent. */
const alwaysDivergent = 100;
const ratioFloor = 1e-7;

/** Types 1 (divergence out of the last zone) and 1p (divergence without one) at the end of a segment (spec section 11.1). */
export function addFirstKind(points: TradePointList, lines: readonly Line[], segment: Segment): void {
  const rules = points.rulesFor(segment.direction);
  const { zones } = segment;
  let counted = 0;
  for (const zone of zones) if (!rules.firstCountsMultiOnly || !zone.hasOneLine) counted++;
  const isTarget = rules.minZoneCount <= 0 || counted >= rules.minZoneCount;
  const zone = zones.at(-1);
  if (zone !== undefined && leadsOutOf(zone, segment.last)) addOutOfZone(points, lines, segment.last, zone, rules, isTarget);
  else addConsolidation(points, lines, segment, rules, isTarget);
}

function leadsOutOf(zone: Zone, end: Line): boolean {
  if (zone.hasOneLine || zone.entry === null || end.index - zone.entry.index <= 2) return false;
  return (zone.exit !== null && zone.exit.index >= end.index) || zone.last.index >= end.index;
}

function addOutOfZone(
  points: TradePointList, lines: readonly Line[], end: Line, zone: Zone, rules: TradePointRules, isTarget: boolean,
): void {
  const leaves = end.direction === -1 ? end.low < zone.low : end.high > zone.high;
  if (!leaves || zone.entry === null) {
    points.add('1', end, null, false);
    return;
  }
  const into = lineStrength(rules.metric, zone.entry, false, points.bars, points.momentum);
  const out = lineStrength(rules.metric, end, true, points.bars, points.momentum);
  const isDivergent = rules.divergenceRate > alwaysDivergent || out <= rules.divergenceRate * into;
  const isPeak = !rules.firstNeedsPeak || exitIsPeak(lines, zone, end);
  points.add('1', end, null, isTarget && isPeak && isDivergent, out / into);
}

/** Whether no line of the zone, as far as the segment's end, goes beyond the line out of it. */
function exitIsPeak(lines: readonly Line[], zone: Zone, end: Line): boolean {
  const { exit } = zone;
  if (exit === null) return false;
  for (let at = zone.first.index; at <= zone.last.index && at <= end.index; at++) {
    const line = lines[at] as Line;
    if (exit.direction === -1 ? line.low < exit.low : line.high > exit.high) return false;
  }
  return true;
}

function addConsolidation(points: TradePointList, lines: readonly Line[], segment: Segment, rules: TradePointRules, isTarget: boolean): void {
  const end = segment.last;
  // Before the first line the reference reads from the end of the list.
  const previous = lines.at(end.index - 2);
  if (previous === undefined || previous.segmentIndex !== end.segmentIndex || end.direction !== segment.direction) return;
  if (end.direction === -1 ? end.low > previous.low : end.high < previous.high) return;
  const into = lineStrength(rules.metric, previous, false, points.bars, points.momentum);
  const out = lineStrength(rules.metric, end, true, points.bars, points.momentum);
  points.add('1p', end, null, isTarget && out <= rules.divergenceRate * into, out / (into + ratioFloor));
}
