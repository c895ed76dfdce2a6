import type { ChanBars } from './chan-bars.ts';
import type { Direction } from './direction.ts';
import { Line } from './line.ts';
import { noZones, type Zone } from './zone.ts';

/** Which rule made a segment; the reference's own names. */
export type SegmentReason =
  | 'normal'
  | 'split_first_1st'
  | 'split_first_2nd'
  | '0seg_find_high'
  | '0seg_find_low'
  | '0seg_collect_all'
  | 'collectleft_find_high'
  | 'collectleft_find_low'
  | 'collectleft_find_high_force'
  | 'collectleft_find_low_force'
  | 'collect_left_0'
  | 'collect_left_1';

/** A run of lines between two turning points. */
export class Segment extends Line {
  readonly first: Line;
  readonly last: Line;
  readonly reason: SegmentReason;
  declare next: Segment | null;
  zones: readonly Zone[];
  /** Set once enough sure segments follow: the zones are not linked again. */
  zonesSettled: boolean;
  /** Last line of the feature fractal's third element; the segment is found anew while that line is not sure. */
  thirdElement: Line | null;
  /** Index of the furthest line the decision read; infinite when it rests on lines that are still missing. */
  horizon: number;

  /** @param isAskedSure whether the rule that made it is satisfied; too short a segment is not sure all the same. */
  constructor(index: number, first: Line, last: Line, direction: Direction, isAskedSure: boolean, reason: SegmentReason, bars: ChanBars) {
    super(index, direction, isAskedSure && last.index - first.index >= 2, isAskedSure);
    this.first = first;
    this.last = last;
    this.reason = reason;
    this.zones = noZones;
    this.zonesSettled = false;
    this.thirdElement = null;
    this.horizon = Infinity;
    this.beginValue = first.beginValue;
    this.endValue = last.endValue;
    this.beginBar = first.beginBar;
    this.endBar = last.endBar;
    this.firstBar = first.firstBar;
    this.lastBar = last.lastBar;
    const isUp = direction === 1;
    this.low = (isUp ? bars.low[first.beginBar] : bars.low[last.endBar]) as number;
    this.high = (isUp ? bars.high[last.endBar] : bars.high[first.beginBar]) as number;
  }

  /** Whether these arguments would make it again as it is. */
  isMadeOf(first: Line, last: Line, direction: Direction, isAskedSure: boolean, reason: SegmentReason): boolean {
    return (
      this.first === first && this.last === last && this.direction === direction && this.countsAsSure === isAskedSure &&
      this.reason === reason && this.endBar === last.endBar && this.endValue === last.endValue
    );
  }

  get lineCount(): number {
    return this.last.index - this.first.index + 1;
  }
}
