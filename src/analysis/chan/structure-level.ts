import type { ChanBars } from './chan-bars.ts';
import type { ChanConfig, TradePointSides } from './chan-config.ts';
import type { Line } from './line.ts';
import type { Momentum } from './momentum.ts';
import { SegmentList } from './segment-list.ts';
import { TradePointList } from './trade-point-list.ts';
import { ZoneList } from './zone-list.ts';

/** What is built over one kind of line: over strokes first, then over the segments found there, by the same rules. */
export class StructureLevel {
  readonly segments: SegmentList;
  readonly zones: ZoneList;
  readonly points: TradePointList;
  /** How many segments, from the first, no later bar can change. */
  finalSegments = 0;

  constructor(config: ChanConfig, sides: TradePointSides, bars: ChanBars, momentum: Momentum) {
    this.segments = new SegmentList(bars, config.leftOver);
    this.zones = new ZoneList(config.zone);
    this.points = new TradePointList(sides, bars, momentum);
  }

  updateStructure(lines: readonly Line[]): void {
    this.segments.update(lines);
    this.zones.update(lines, this.segments.segments);
  }

  updatePoints(lines: readonly Line[]): void {
    this.points.update(lines, this.segments.segments);
  }

  settle(finalLines: number): void {
    this.finalSegments = this.segments.finalCount(finalLines, this.finalSegments);
  }
}
