import type { ChanBars } from './chan-bars.ts';
import type { ChanConfig, TradePointSides } from './chan-config.ts';
import type { Line } from './line.ts';
import type { Momentum } from './momentum.ts';
import { rememberFields } from './remember.ts';
import type { Segment } from './segment.ts';
import { SegmentList } from './segment-list.ts';
import { SegmentSearch } from './segment-search.ts';
import { TradePointList } from './trade-point-list.ts';
import { TradePointSearch } from './trade-point-search.ts';
import type { Zone } from './zone.ts';
import { ZoneList } from './zone-list.ts';

/** Segments that must be final beyond a point's own: the rules of types 2 to 3b look that far ahead. */
const segmentsBehindPoint = 2;

/**
 * What is built over one kind of line: over strokes first, then over the segments found there, by the same rules. Counts how much of
 * it is final: no later bar can change it. `docs/chan.md` gives the reasons.
 */
export class StructureLevel {
  readonly segments: SegmentList;
  readonly zones: ZoneList;
  readonly points: TradePointList;
  /** Of the segments and zones, from the first. */
  finalSegments = 0;
  finalZones = 0;
  /** Points on lines before this index are final. */
  finalPointLine = 0;
  private readonly segmentSearch: SegmentSearch;
  private readonly pointSearch: TradePointSearch;
  private readonly zonesStayInside: boolean;

  constructor(config: ChanConfig, sides: TradePointSides, bars: ChanBars, momentum: Momentum) {
    this.zonesStayInside = config.zone.algorithm === 'normal';
    this.segments = new SegmentList(bars);
    this.segmentSearch = new SegmentSearch(this.segments, config.leftOver);
    this.zones = new ZoneList(config.zone);
    this.points = new TradePointList(sides, bars, momentum);
    this.pointSearch = new TradePointSearch(this.points);
  }

  updateStructure(lines: readonly Line[]): void {
    this.segmentSearch.update(lines);
    this.zones.update(lines, this.segments.segments);
  }

  updatePoints(lines: readonly Line[]): void {
    this.pointSearch.update(lines, this.segments.segments);
  }

  settle(finalLines: number): void {
    this.finalSegments = this.segments.finalCount(finalLines, this.finalSegments);
    const { zones } = this.zones;
    while (this.finalZones < zones.length && this.isZoneFinal(zones, this.finalZones, finalLines)) this.finalZones++;
    const { segments } = this.segments;
    const settled = this.segmentsWithFinalZones(zones) - segmentsBehindPoint;
    if (settled > 0) this.finalPointLine = Math.max(this.finalPointLine, (segments[settled] as Segment).first.index);
  }

  /** Remembers this level for an undo of the next bar; `firstSegment` as well where the level above needs more. */
  remember(firstSegment: number, fromLine: number, fromBar: number): () => void {
    const restores = [
      this.segments.remember(firstSegment), this.zones.remember(fromBar), this.points.remember(fromLine), this.pointSearch.remember(), rememberFields(this),
    ];
    return () => restores.forEach((restore) => restore());
  }

  /** A zone that may cross segments can grow until one in a later segment stands behind it. */
  private isZoneFinal(zones: readonly Zone[], at: number, finalLines: number): boolean {
    const segment = (zones[at] as Zone).first.segmentIndex;
    if (segment >= this.finalSegments) return false;
    if (this.zonesStayInside) return true;
    const next = zones[at + 1];
    if (next === undefined) return false;
    const following = next.first.segmentIndex;
    return following !== segment && following < this.finalSegments && next.last.index + 1 < finalLines;
  }

  private segmentsWithFinalZones(zones: readonly Zone[]): number {
    if (this.zonesStayInside) return this.finalSegments;
    return Math.min(this.finalSegments, zones[this.finalZones]?.first.segmentIndex ?? 0);
  }
}
