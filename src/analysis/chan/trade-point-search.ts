import { addFirstKind } from './first-kind.ts';
import type { Line } from './line.ts';
import { rememberFields } from './remember.ts';
import { addSecondKind } from './second-kind.ts';
import type { Segment } from './segment.ts';
import { addThirdKind } from './third-kind.ts';
import type { TradePointList } from './trade-point-list.ts';

/** Finds the buy and sell points of one level (spec section 11), each time anew from the last sure segment on. */
export class TradePointSearch {
  private readonly points: TradePointList;
  private settledBar = -1;
  private settledSegment = 0;

  constructor(points: TradePointList) {
    this.points = points;
  }

  update(lines: readonly Line[], segments: readonly Segment[]): void {
    const { points } = this;
    points.dropAfter(this.settledBar);
    // Kind by kind: types are listed in this order, and later kinds ask whether a first one is stored.
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addFirstKind(points, lines, segment);
    }
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addSecondKind(points, lines, segments, segment);
    }
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addThirdKind(points, lines, segments, segment);
    }
    this.markSettled(segments);
  }

  /** Remembers where the next search begins. */
  remember(): () => void {
    return rememberFields(this);
  }

  private markSettled(segments: readonly Segment[]): void {
    this.settledBar = -1;
    this.settledSegment = 0;
    for (let at = segments.length - 1; at >= 0; at--) {
      const segment = segments[at] as Segment;
      if (!segment.isSure) continue;
      this.settledBar = segment.last.beginBar;
      this.settledSegment = at;
      return;
    }
  }
}
