import type { ZoneRules } from './chan-config.ts';
import type { Direction } from './direction.ts';
import type { Line } from './line.ts';
import { rememberFields, rememberTail } from './remember.ts';
import type { Segment } from './segment.ts';
import { noZones, Zone } from './zone.ts';

const sureSegmentsToSettle = 3;

/** The pivot zones of one level (spec section 9), kept up to date from the last sure segment. */
export class ZoneList {
  readonly zones: Zone[] = [];
  private readonly rules: ZoneRules;
  /** Lines that may begin a zone but have not yet made one. */
  private readonly free: Line[] = [];
  private freeCount = 0;
  private settledStart = -1;
  private settledSegment = 0;

  constructor(rules: ZoneRules) {
    this.rules = rules;
  }

  update(lines: readonly Line[], segments: readonly Segment[]): void {
    const { zones } = this;
    while ((zones.at(-1)?.first.index ?? -Infinity) >= this.settledStart) zones.pop();
    if (this.rules.algorithm === 'normal') this.addInsideSegments(lines, segments);
    else if (this.rules.algorithm === 'over_seg') this.addAcross(lines, (zones.at(-1)?.last.index ?? -1) + 1);
    else this.addMixed(lines, segments);
    this.linkToSegments(lines, segments);
    this.markSettled(segments);
  }

  private addInsideSegments(lines: readonly Line[], segments: readonly Segment[]): void {
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.first.index >= this.settledStart) this.addInside(lines, segment.first.index, segment.last.index, segment.direction, segment.isSure);
    }
    const last = segments.at(-1);
    if (last === undefined) return;
    this.addInside(lines, last.last.index + 1, lines.length - 1, last.direction === 1 ? -1 : 1, false);
  }

  /** Zones of the lines against `direction`; the first of them cannot extend the zone of an earlier segment. */
  private addInside(lines: readonly Line[], from: number, to: number, direction: Direction, isSure: boolean): void {
    this.freeCount = 0;
    let isFirst = true;
    for (let at = from; at <= to; at++) {
      const line = lines[at] as Line;
      if (line.direction === direction) continue;
      const zone = this.zones.at(-1);
      if (!isFirst && this.freeCount === 0 && zone !== undefined && zone.extend(line)) this.combine();
      else this.collect(line, isSure, 'normal');
      isFirst = false;
    }
  }

  private addAcross(lines: readonly Line[], from: number): void {
    this.freeCount = 0;
    for (let at = from; at < lines.length; at++) {
      const line = lines[at] as Line;
      const zone = this.zones.at(-1);
      if (zone !== undefined && this.freeCount === 0) {
        if (line.next === null) continue;
        const isAdjacent = line.index - zone.last.index <= 1;
        if (isAdjacent && zone.touches(line)) {
          if (zone.touches(line.next)) zone.extend(line);
          continue;
        }
      }
      this.collect(line, line.isSure, 'over_seg');
    }
  }

  private addMixed(lines: readonly Line[], segments: readonly Segment[]): void {
    const firstSure = segments.findIndex((segment) => segment.isSure);
    for (let at = this.settledSegment; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      if (segment.first.index < this.settledStart) continue;
      if (segment.isSure || at < firstSure) {
        this.addInside(lines, segment.first.index, segment.last.index, segment.direction, segment.isSure);
      } else {
        this.addAcross(lines, segment.first.index);
        return;
      }
    }
  }

  /** Puts a line among the free ones and makes a zone of their end where they share a range; line 0 never begins one. */
  private collect(line: Line, isSure: boolean, algorithm: 'normal' | 'over_seg'): void {
    const { free } = this;
    free[this.freeCount++] = line;
    const from = this.candidateStart(algorithm);
    if (from < 0 || (free[from] as Line).index === 0) return;
    let low = -Infinity;
    let high = Infinity;
    for (let at = from; at < this.freeCount; at++) {
      const member = free[at] as Line;
      if (member.low > low) low = member.low;
      if (member.high < high) high = member.high;
    }
    if (!(high > low)) return;
    this.zones.push(new Zone(free, from, this.freeCount, low, high, isSure));
    this.freeCount = 0;
    this.combine();
  }

  /** Where in the free lines a zone would begin; -1 while there are too few or the first runs with its segment. */
  private candidateStart(algorithm: 'normal' | 'over_seg'): number {
    if (algorithm === 'normal') return this.rules.allowsOneLine ? 0 : this.freeCount - 2;
    const from = this.freeCount - 3;
    if (from < 0) return -1;
    const first = this.free[from] as Line;
    return first.parent !== null && first.parent.direction === first.direction ? -1 : from;
  }

  private combine(): void {
    if (!this.rules.combines) return;
    const { zones } = this;
    for (;;) {
      const last = zones.at(-1);
      const before = zones.at(-2);
      if (last === undefined || before === undefined || !before.absorb(last, this.rules.combineMode)) return;
      zones.pop();
    }
  }

  private linkToSegments(lines: readonly Line[], segments: readonly Segment[]): void {
    let sureCount = 0;
    for (let at = segments.length - 1; at >= 0; at--) {
      const segment = segments[at] as Segment;
      if (segment.zonesSettled) return;
      if (segment.isSure) sureCount++;
      this.linkTo(segment, lines);
      if (sureCount >= sureSegmentsToSettle) segment.zonesSettled = true;
    }
  }

  private linkTo(segment: Segment, lines: readonly Line[]): void {
    const { zones } = this;
    const { first, last } = segment;
    let linked = noZones;
    let from = zones.length;
    while (from > 0 && (zones[from - 1] as Zone).endBar >= first.beginBar) from--;
    for (let at = from; at < zones.length; at++) {
      const zone = zones[at] as Zone;
      const begin = zone.first.index;
      const after = zone.last.index + 1;
      zone.entry = lines[begin - 1] as Line;
      if (after < lines.length) zone.exit = lines[after] as Line;
      if (begin < first.index || begin > last.index) continue;
      if (linked.length === 0) linked = [zone];
      else linked.push(zone);
    }
    segment.zones = linked;
  }

  /** Remembers the zones that end at `fromBar` or later, and the one before them. */
  remember(fromBar: number): () => void {
    let from = this.zones.length;
    while (from > 0 && (this.zones[from - 1] as Zone).endBar >= fromBar) from--;
    const restores = [rememberTail(this.zones, Math.max(0, from - 1)), rememberFields(this)];
    return () => restores.forEach((restore) => restore());
  }

  private markSettled(segments: readonly Segment[]): void {
    this.settledStart = -1;
    this.settledSegment = 0;
    for (let at = segments.length - 1; at >= 0; at--) {
      const segment = segments[at] as Segment;
      if (!segment.isSure) continue;
      this.settledStart = segment.first.index;
      this.settledSegment = at;
      return;
    }
  }
}
