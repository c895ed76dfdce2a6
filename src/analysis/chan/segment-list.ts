import { AppError } from '../../shared/app-error.ts';
import type { ChanBars } from './chan-bars.ts';
import type { Direction } from './direction.ts';
import type { Line } from './line.ts';
import { findPeakLine } from './peak-line.ts';
import { rememberFields, rememberTail } from './remember.ts';
import { Segment, type SegmentReason } from './segment.ts';

/** The segments found over a list of lines, and the rules by which one is added (spec section 8). */
export class SegmentList {
  readonly segments: Segment[] = [];
  /** Index of the first line of the last sure segment, -1 without one. */
  lastSureStart = -1;
  /** Whether the last update left any segment other than it was. */
  isChanged = false;
  /** The segments dropped by this update, at their places: those found again are kept, and the level above need not look. */
  private readonly dropped: (Segment | undefined)[] = [];
  private droppedFrom = 0;
  private droppedTo = 0;
  private readonly bars: ChanBars;

  constructor(bars: ChanBars) {
    this.bars = bars;
  }

  /** Drops what is to be found anew: the segments after the last sure one. */
  reopen(lines: readonly Line[]): void {
    this.droppedTo = this.segments.length;
    this.isChanged = false;
    this.dropUnsettled(lines);
    this.droppedFrom = this.segments.length;
  }

  /**
   * Ends a segment at line `end`, starting after the last one. The very first may be split at an earlier extreme. False when a first
   * segment would run against its own values; a later one that would throws `chan.segment`.
   */
  add(
    lines: readonly Line[], end: number, isSure: boolean, reason: SegmentReason, horizon = Infinity, given?: Direction, maySplit = true,
  ): boolean {
    const { segments } = this;
    const last = lines[end] as Line;
    if (segments.length === 0 && maySplit && end >= 3) {
      const peak = findPeakLine(lines, end - 3, 0, last.direction === 1 ? -1 : 1);
      if (peak !== undefined && isBeyondStart(peak, lines[0] as Line)) {
        this.add(lines, peak.index, false, 'split_first_1st', horizon, peak.direction);
        this.add(lines, end, false, 'split_first_2nd', horizon);
        return true;
      }
    }
    const previous = segments.at(-1);
    const first = lines[previous === undefined ? 0 : previous.last.index + 1] as Line;
    const segment = this.found(segments.length, first, last, given ?? last.direction, isSure, reason);
    segment.horizon = horizon;
    if (segment.isSure && (segment.endValue - segment.beginValue) * segment.direction < 0) {
      if (previous === undefined) return false;
      throw new AppError('chan.segment', { segment: segment.index, beginBar: segment.beginBar, endBar: segment.endBar });
    }
    if (previous !== undefined) previous.next = segment;
    segments.push(segment);
    for (let at = first.index; at <= end; at++) (lines[at] as Line).parent = segment;
    return true;
  }

  /** Ends what `reopen` began, once the segments are found. */
  finish(lines: readonly Line[]): void {
    this.numberLines(lines);
    if (this.segments.length !== this.droppedTo) this.isChanged = true;
  }

  /** How many segments, from the first, no later bar can change, given how many of the lines are final. */
  finalCount(finalLines: number, known: number): number {
    let count = known;
    for (let at = known; at < this.segments.length; at++) {
      const segment = this.segments[at] as Segment;
      if (segment.horizon >= finalLines) break;
      // Unsure segments are found anew until a sure one closes them off.
      if (segment.isSure && (segment.thirdElement === null || segment.thirdElement.isSure)) count = at + 1;
    }
    return count;
  }

  /** Index of the first segment that the next update may touch. */
  get openFrom(): number {
    let from = this.segments.length;
    while (from > 0 && !(this.segments[from - 1] as Segment).zonesSettled) from--;
    return Math.max(0, from - 1);
  }

  /** Remembers the segments from `from` on. */
  remember(from: number): () => void {
    const restores = [rememberTail(this.segments, from), rememberFields(this)];
    return () => restores.forEach((restore) => restore());
  }

  private dropUnsettled(lines: readonly Line[]): void {
    const { segments } = this;
    for (let last = segments.at(-1); last !== undefined && !last.isSure; last = segments.at(-1)) {
      const end = Math.min(last.last.index, lines.length - 1);
      for (let at = last.first.index; at <= end; at++) (lines[at] as Line).parent = null;
      this.dropped[segments.length - 1] = segments.pop();
      const previous = segments.at(-1);
      if (previous !== undefined) previous.next = null;
    }
    const sure = segments.at(-1);
    if (sure !== undefined && sure.thirdElement !== null && !sure.thirdElement.isSure) this.dropped[segments.length - 1] = segments.pop();
  }

  /** The segment as it was before this update, if it is found again, or a new one. */
  private found(index: number, first: Line, last: Line, direction: Direction, isSure: boolean, reason: SegmentReason): Segment {
    const known = index >= this.droppedFrom && index < this.droppedTo ? this.dropped[index] : undefined;
    if (known === undefined || !known.isMadeOf(first, last, direction, isSure, reason)) {
      this.isChanged = true;
      return new Segment(index, first, last, direction, isSure, reason, this.bars);
    }
    known.next = null;
    known.thirdElement = null;
    known.zonesSettled = false;
    return known;
  }

  /** Gives every line the index of its segment; lines after the last one get the next index. */
  private numberLines(lines: readonly Line[]): void {
    const { segments } = this;
    let at = segments.length - 1;
    const stop = this.lastSureStart;
    this.lastSureStart = -1;
    for (let index = lines.length - 1; index >= 0 && index >= stop; index--) {
      while (at > 0 && index < (segments[at] as Segment).first.index) at--;
      const segment = segments[at];
      (lines[index] as Line).segmentIndex = segment === undefined ? 0 : index > segment.last.index ? segment.index + 1 : segment.index;
    }
    for (let index = segments.length - 1; index >= 0; index--) {
      const segment = segments[index] as Segment;
      if (!segment.isSure) continue;
      this.lastSureStart = segment.first.index;
      break;
    }
  }
}

function isBeyondStart(peak: Line, first: Line): boolean {
  return peak.index === 0 || (peak.direction === -1 ? peak.low < first.low : peak.high > first.high);
}
