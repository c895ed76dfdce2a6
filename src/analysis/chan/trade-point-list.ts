import type { TradePointRules, TradePointSides, TradePointType } from './chan-config.ts';
import type { ChanBars } from './chan-bars.ts';
import type { Direction } from './direction.ts';
import type { Line } from './line.ts';
import type { Momentum } from './momentum.ts';
import { PointShelf } from './point-shelf.ts';
import { rememberFields } from './remember.ts';
import { TradePoint } from './trade-point.ts';

/** The buy and sell points found on one level, and the rule by which one is added (spec section 11). */
export class TradePointList {
  readonly bars: ChanBars;
  readonly momentum: Momentum;
  private readonly sides: TradePointSides;
  private readonly stored = new PointShelf();
  /** Points of type 1 and 1p, wanted or not: a later point may refer to them. */
  private readonly firsts = new PointShelf();

  constructor(sides: TradePointSides, bars: ChanBars, momentum: Momentum) {
    this.sides = sides;
    this.bars = bars;
    this.momentum = momentum;
  }

  /** Forgets the points after a bar, which are to be found anew. */
  dropAfter(bar: number): void {
    this.stored.dropAfter(bar);
    this.firsts.dropAfter(bar);
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
}
