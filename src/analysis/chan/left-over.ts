import type { Direction } from './direction.ts';
import type { Line } from './line.ts';
import { findPeakLine } from './peak-line.ts';
import type { Segment, SegmentReason } from './segment.ts';
import type { SegmentList } from './segment-list.ts';

const reachNeeded = 3;

/** Covers the lines after the last found segment with provisional ones (spec section 8.5). */
export function addLeftOver(list: SegmentList, lines: readonly Line[], method: 'peak' | 'all'): void {
  for (;;) {
    const last = list.segments.at(-1);
    if (last === undefined) {
      addFirst(list, lines, method);
      return;
    }
    if (addAfter(list, lines, method, last.last)) continue;
    const reached = list.segments.at(-1) as Segment;
    if (lines.length - 1 - reached.last.index < reachNeeded || reached.isSure) return;
    // It left enough lines behind for another one, yet none was found: it was ended too early.
    list.segments.pop();
  }
}

function addFirst(list: SegmentList, lines: readonly Line[], method: 'peak' | 'all'): void {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined || lines.length < reachNeeded) return;
  if (method === 'all') {
    const direction = last.endValue >= first.beginValue ? 1 : -1;
    list.add(lines, last.index, false, '0seg_collect_all', Infinity, direction, false);
    return;
  }
  let high = -Infinity;
  let low = Infinity;
  for (const line of lines) {
    if (line.high > high) high = line.high;
    if (line.low < low) low = line.low;
  }
  const direction = Math.abs(high - first.beginValue) >= Math.abs(low - first.beginValue) ? 1 : -1;
  const peak = findPeakLine(lines, 0, last.index, direction);
  if (peak === undefined) return;
  list.add(lines, peak.index, false, direction === 1 ? '0seg_find_high' : '0seg_find_low', Infinity, direction, false);
  addRest(list, lines);
}

/** True when price at the right edge is already beyond `end`, so that a turn in between was forced and all is to be asked again. */
function addAfter(list: SegmentList, lines: readonly Line[], method: 'peak' | 'all', end: Line): boolean {
  const last = lines.at(-1) as Line;
  if (last.index - end.index < reachNeeded) return false;
  if ((last.endValue - end.endValue) * end.direction >= 0) {
    return addPeak(list, lines, end, 'collectleft_find_high_force', 'collectleft_find_low_force');
  }
  if (method === 'peak') {
    let from = end;
    while (addPeak(list, lines, from, 'collectleft_find_high', 'collectleft_find_low')) from = (list.segments.at(-1) as Segment).last;
  }
  addRest(list, lines);
  return false;
}

function addPeak(list: SegmentList, lines: readonly Line[], end: Line, up: SegmentReason, down: SegmentReason): boolean {
  const direction: Direction = end.direction === 1 ? -1 : 1;
  if (end.index + reachNeeded > lines.length - 1) return false;
  const peak = findPeakLine(lines, end.index + reachNeeded, lines.length - 1, direction);
  return peak !== undefined && list.add(lines, peak.index, false, direction === 1 ? up : down, Infinity, direction);
}

function addRest(list: SegmentList, lines: readonly Line[]): void {
  const end = (list.segments.at(-1) as Segment).last;
  const last = lines.at(-1) as Line;
  if (end.index >= last.index) return;
  if (end.direction === last.direction) list.add(lines, last.index - 1, false, 'collect_left_1');
  else list.add(lines, last.index, false, 'collect_left_0');
}
