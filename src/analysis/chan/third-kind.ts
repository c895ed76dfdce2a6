import type { TradePointRules } from './chan-config.ts';
import type { Line } from './line.ts';
import type { Segment } from './segment.ts';
import type { TradePoint } from './trade-point.ts';
import type { TradePointList } from './trade-point-list.ts';
import type { Zone } from './zone.ts';

const shortSegment = 3;

/** Types 3a (a zone after the turn is left for good) and 3b (the zone before it is) around a segment's end (spec section 11.3). */
export function addThirdKind(points: TradePointList, lines: readonly Line[], segments: readonly Segment[], segment: Segment): void {
  const { wants } = points.rulesFor(segment.direction);
  if (!wants['3a'] && !wants['3b']) return;
  if (segments.length === 1) {
    // No turn before it: its own zones serve as those after one, for the other side.
    const rules = points.rulesFor(segment.direction === 1 ? -1 : 1);
    if (!rules.thirdFollowsFirst) addAfterTurn(points, lines, segments, segment, segment.index, -1, null, rules);
    return;
  }
  const rules = points.rulesFor(segment.direction);
  if (rules.thirdFollowsFirst && !points.isStored(segment.last)) return;
  const first = points.firstAt(segment.last);
  // The link may lead to a segment that was dropped; the reference follows it too.
  const { next } = segment;
  if (next !== null) addAfterTurn(points, lines, segments, next, segment.index + 1, segment.last.index, first, rules);
  addBeforeTurn(points, lines, segments, segment, next, first, rules);
}

function addAfterTurn(
  points: TradePointList, lines: readonly Line[], segments: readonly Segment[], next: Segment, nextIndex: number, turn: number,
  first: TradePoint | null, rules: TradePointRules,
): void {
  const earliest = firstMultiZone(next);
  if (earliest === undefined) return;
  if (rules.strictThird && earliest.entry?.index !== turn + 1) return;
  let seen = 0;
  for (const zone of next.zones) {
    if (zone.hasOneLine) continue;
    if (seen++ >= rules.maxThirdZones) return;
    const line = zone.exit === null ? undefined : lines[zone.exit.index + 1];
    if (line === undefined) return;
    if (line.parent === null ? next.index !== segments.length - 1 : line.parent.index !== next.index && line.parent.lineCount >= shortSegment) return;
    if (line.direction === next.direction) return;
    if (line.segmentIndex !== nextIndex && nextIndex < segments.length - 2) return;
    if (fallsBack(line, zone)) continue;
    if (rules.thirdNeedsPeak && !(line.direction === -1 ? line.high >= zone.peakHigh : line.low <= zone.peakLow)) continue;
    points.add('3a', line, first);
  }
}

function addBeforeTurn(
  points: TradePointList, lines: readonly Line[], segments: readonly Segment[], segment: Segment, next: Segment | null,
  first: TradePoint | null, rules: TradePointRules,
): void {
  const zone = lastMultiZone(segment);
  if (zone === undefined) return;
  if (rules.strictThird && zone.exit?.index !== segment.last.index) return;
  const limit = lastCandidate(next);
  for (let at = segment.last.index + 2; at < lines.length && at <= limit; at += 2) {
    const line = lines[at] as Line;
    if (line.segmentIndex !== segment.index + 1 && line.segmentIndex < segments.length - 1) return;
    if (fallsBack(line, zone)) continue;
    points.add('3b', line, first);
    return;
  }
}

/** How far the zone before the turn is looked at: to the way out of the first zone after it. */
function lastCandidate(next: Segment | null): number {
  if (next === null) return Infinity;
  let hasMulti = false;
  for (const zone of next.zones) {
    if (zone.hasOneLine) continue;
    if (zone.exit !== null) return zone.exit.index;
    hasMulti = true;
  }
  return next.next === null && !hasMulti ? Infinity : next.last.index - 1;
}

function firstMultiZone({ zones }: Segment): Zone | undefined {
  for (const zone of zones) if (!zone.hasOneLine) return zone;
  return undefined;
}

function lastMultiZone({ zones }: Segment): Zone | undefined {
  for (let at = zones.length - 1; at >= 0; at--) if (!(zones[at] as Zone).hasOneLine) return zones[at];
  return undefined;
}

function fallsBack(line: Line, zone: Zone): boolean {
  return line.direction === -1 ? line.low < zone.high : line.high > zone.low;
}
