import type { TradePointRules, TradePointSides, TradePointType } from './chan-config.ts';
import type { ChanBars } from './chan-bars.ts';
import type { Direction } from './direction.ts';
import { addFirstKind } from './first-kind.ts';
import type { Line } from './line.ts';
import type { Momentum } from './momentum.ts';
import { PointShelf } from './point-shelf.ts';
import { rememberFields } from './remember.ts';
import { addSecondKind } from './second-kind.ts';
import type { Segment } from './segment.ts';
import { addThirdKind } from './third-kind.ts';
import { TradePoint } from './trade-point.ts';

/** The buy and sell points of one level (spec section 11), kept up to date from the last sure segment. */
export class TradePointList {
  readonly bars: ChanBars;
  readonly momentum: Momentum;
  private readonly sides: TradePointSides;
  private readonly stored = new PointShelf();
  /** Points of type 1 and 1p, wanted or not: a later point may refer to them. */
  private readonly firsts = new PointShelf();
  private settledBar = -1;
  private settledSegment = 0;

  constructor(sides: TradePointSides, bars: ChanBars, momentum: Momentum) {
    this.sides = sides;
    this.bars = bars;
    this.momentum = momentum;
  }

  update(lines: readonly Line[], segments: readonly Segment[]): void {
    this.stored.dropAfter(this.settledBar);
    this.firsts.dropAfter(this.settledBar);
    // Kind by kind: types are listed in this order, and later kinds ask whether a first one is stored.
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addFirstKind(this, lines, segment);
    }
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addSecondKind(this, lines, segments, segment);
    }
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.endBar > this.settledBar) addThirdKind(this, lines, segments, segment);
    }
    this.markSettled(segments);
  }

  /** A falling segment ends in buy points, a rising one in sell points. */
  rulesFor(direction: Direction): TradePointRules {
    return direction === -1 ? this.sides.buy : this.sides.sell;
  }

  isStored(line: Line): boolean {
    return this.stored.at(line.index) !== null;
  }

  firstAt(line: Line): TradePoint | null {
    return this.firsts.at(line.index);
  }

  /** Spec section 11, "add rule": a stored point gains the type; otherwise only a wanted, qualifying one is stored. */
  add(type: TradePointType, line: Line, first: TradePoint | null, isTarget = true, divergence: number | null = null): void {
    const existing = this.stored.at(line.index);
    if (existing !== null) {
      existing.types = [...existing.types, type];
      existing.first ??= first;
      existing.divergence ??= divergence;
      return;
    }
    const isStored = isTarget && this.rulesFor(line.direction).wants[type];
    const isFirstKind = type === '1' || type === '1p';
    if (!isStored && !isFirstKind) return;
    const point = new TradePoint(line, type, first, divergence);
    if (isStored) this.stored.put(point);
    if (isFirstKind) this.firsts.put(point);
  }

  get count(): number {
    return this.stored.count;
  }

  /** The point on the latest line; null without any. */
  get latest(): TradePoint | null {
    return this.stored.latest;
  }

  /** All points, or those on lines from `fromLine` on, oldest line first. */
  list(fromLine = 0): TradePoint[] {
    return this.stored.list(fromLine);
  }

  /** Remembers the points on lines from `fromLine` on. */
  remember(fromLine: number): () => void {
    const restores = [this.stored.remember(fromLine), this.firsts.remember(fromLine), rememberFields(this)];
    return () => restores.forEach((restore) => restore());
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
