import type { ChanEngine } from './chan-engine.ts';
import { lineKey, pointKey, zoneKey } from './element-key.ts';
import type { Line } from './line.ts';
import type { StructureLevel } from './structure-level.ts';
import type { Zone } from './zone.ts';

/** The lists of the report whose elements are followed. */
const chanParts = ['bi', 'seg', 'zs', 'bsp', 'segseg', 'segzs', 'segbsp'] as const;
export type ChanPart = (typeof chanParts)[number];

/**
 * The life of one element, in times of bars. A line or zone is told apart by the bar it begins at, a point by its bar, side and type;
 * an element that comes back after it had vanished gets a new entry.
 */
export interface FirstSeenEntry {
  readonly part: ChanPart;
  readonly key: string;
  readonly firstSeen: number;
  /** When it last changed its end, its range or its sureness. */
  lastMoved: number;
  /** When it became final: no later bar can change it. Null while it is provisional. */
  final: number | null;
  /** When it was no longer there. */
  vanished: number | null;
}

/** A log holds for one way of adjusting prices: another basis or factor version starts another log, and is no movement. */
interface FirstSeenScope {
  readonly basis: string;
  readonly factorVersion: number;
}

interface OpenEntry {
  readonly entry: FirstSeenEntry;
  shape: string;
  round: number;
}

/** When each element was first seen, moved, became final or vanished. Call `observe` after every appended bar; costs the open tail. */
export class FirstSeenLog {
  readonly scope: FirstSeenScope;
  /** In the order first seen. */
  readonly entries: FirstSeenEntry[] = [];
  /** Everything that is there now, final or not. */
  private readonly present = new Map<string, FirstSeenEntry>();
  private readonly open = new Map<string, OpenEntry>();
  /** How many elements of a part are final and need no more looking at. */
  private readonly settled: Record<ChanPart, number> = { bi: 0, seg: 0, zs: 0, bsp: 0, segseg: 0, segzs: 0, segbsp: 0 };
  private round = 0;
  private time = NaN;

  constructor(scope: FirstSeenScope) {
    this.scope = scope;
  }

  observe(engine: ChanEngine): void {
    this.round++;
    this.time = engine.bars.time[engine.bars.count - 1] ?? NaN;
    const { strokes, finalCount } = engine.strokes;
    const { strokeLevel, segmentLevel } = engine;
    const { time } = engine.bars;
    this.seeLines('bi', strokes, finalCount, time);
    this.seeLines('seg', strokeLevel.segments.segments, strokeLevel.finalSegments, time);
    this.seeZones('zs', strokeLevel.zones.zones, strokeLevel.finalZones, time);
    this.seePoints('bsp', strokeLevel, time);
    this.seeLines('segseg', segmentLevel.segments.segments, segmentLevel.finalSegments, time);
    this.seeZones('segzs', segmentLevel.zones.zones, segmentLevel.finalZones, time);
    this.seePoints('segbsp', segmentLevel, time);
    for (const [key, { entry, round }] of this.open) {
      if (round === this.round) continue;
      entry.vanished = this.time;
      this.open.delete(key);
      this.present.delete(key);
    }
  }

  /** The entry of an element that is there now; undefined when it was never seen or has vanished. */
  find(part: ChanPart, key: string): FirstSeenEntry | undefined {
    return this.present.get(`${part} ${key}`);
  }

  private seeLines(part: ChanPart, lines: readonly Line[], finalCount: number, time: Float64Array): void {
    for (let at = this.settled[part]; at < lines.length; at++) {
      const line = lines[at] as Line;
      this.see(part, lineKey(line, time), `${line.endBar} ${line.isSure}`, at < finalCount);
    }
    this.settled[part] = finalCount;
  }

  private seeZones(part: ChanPart, zones: readonly Zone[], finalCount: number, time: Float64Array): void {
    for (let at = this.settled[part]; at < zones.length; at++) {
      const zone = zones[at] as Zone;
      this.see(part, zoneKey(zone, time), `${zone.endBar} ${zone.low} ${zone.high} ${zone.isSure}`, at < finalCount);
    }
    this.settled[part] = finalCount;
  }

  private seePoints(part: 'bsp' | 'segbsp', level: StructureLevel, time: Float64Array): void {
    for (const point of level.points.list(this.settled[part])) {
      const isFinal = point.line.index < level.finalPointLine;
      for (const type of point.types) this.see(part, pointKey(point, type, time), '', isFinal);
    }
    this.settled[part] = level.finalPointLine;
  }

  private see(part: ChanPart, key: string, shape: string, isFinal: boolean): void {
    const fullKey = `${part} ${key}`;
    let found = this.open.get(fullKey);
    if (found === undefined) {
      // A point can carry the same type twice; the first one has settled it.
      if ((this.present.get(fullKey)?.final ?? null) !== null) return;
      const entry: FirstSeenEntry = { part, key, firstSeen: this.time, lastMoved: this.time, final: null, vanished: null };
      this.entries.push(entry);
      found = { entry, shape, round: this.round };
      this.open.set(fullKey, found);
      this.present.set(fullKey, entry);
    }
    if (found.shape !== shape) found.entry.lastMoved = this.time;
    found.shape = shape;
    found.round = this.round;
    if (!isFinal) return;
    found.entry.final = this.time;
    this.open.delete(fullKey);
  }
}
