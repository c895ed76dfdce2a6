import type { Direction } from './direction.ts';

/** The segment a line lies in, as far as the rules about lines ask. */
interface LineParent {
  readonly index: number;
  readonly direction: Direction;
  readonly lineCount: number;
}

/**
 * A stroke or a segment in the role of the line that segments, zones and trade points of its level are built from. `low` and `high`
 * are what those rules compare; for segments they come from raw bars (spec section 8.4) and can differ from the end values.
 */
export class Line {
  readonly index: number;
  readonly direction: Direction;
  isSure: boolean;
  /** Sure now or before a virtual extension: fixed when the line is made. */
  readonly countsAsSure: boolean;
  beginValue: number;
  endValue: number;
  low: number;
  high: number;
  beginBar: number;
  endBar: number;
  /** First and last raw bar of the merged bars at the two ends: what the momentum metrics run over. */
  firstBar: number;
  lastBar: number;
  segmentIndex: number;
  parent: LineParent | null;
  /** May still point to a line that has been dropped, as in the reference: its rules read the stale link. */
  next: Line | null;

  constructor(index: number, direction: Direction, isSure: boolean, countsAsSure: boolean) {
    this.index = index;
    this.direction = direction;
    this.isSure = isSure;
    this.countsAsSure = countsAsSure;
    this.beginValue = 0;
    this.endValue = 0;
    this.low = 0;
    this.high = 0;
    this.beginBar = 0;
    this.endBar = 0;
    this.firstBar = 0;
    this.lastBar = 0;
    this.segmentIndex = 0;
    this.parent = null;
    this.next = null;
  }

  get amplitude(): number {
    return Math.abs(this.endValue - this.beginValue);
  }
}
