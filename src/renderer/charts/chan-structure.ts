import type { ChanConfig, TradePointType } from '../../analysis/chan/chan-config.ts';
import { ChanEngine } from '../../analysis/chan/chan-engine.ts';
import { FirstSeenLog, lineKey, pointKey, zoneKey, type ChanPart as LogPart } from '../../analysis/chan/first-seen-log.ts';
import type { Line } from '../../analysis/chan/line.ts';
import type { StructureLevel } from '../../analysis/chan/structure-level.ts';
import type { BarColumns } from '../../shared/bars.ts';

export type ChanLevel = 'stroke' | 'segment';

interface Settling {
  /** No later bar can change it. */
  readonly isFinal: boolean;
  /** Bar time at which it was first seen, while it is not final; null where that was not followed. */
  readonly since: number | null;
}

export interface ChanLine extends Settling {
  readonly level: ChanLevel;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly fromPrice: number;
  readonly toPrice: number;
  readonly isUp: boolean;
}

export interface ChanZone extends Settling {
  readonly level: ChanLevel;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly low: number;
  readonly high: number;
}

export interface ChanPoint extends Settling {
  readonly level: ChanLevel;
  readonly index: number;
  readonly price: number;
  readonly isBuy: boolean;
  readonly types: readonly TradePointType[];
  /** Strength of the move out over that of the move in; null where none was measured. */
  readonly divergence: number | null;
}

/** A Chan structure as a chart and a list show it, every list oldest first. */
export interface ChanStructure {
  readonly fractals: readonly { readonly index: number; readonly price: number; readonly isTop: boolean }[];
  readonly strokes: readonly ChanLine[];
  readonly segments: readonly ChanLine[];
  readonly zones: readonly ChanZone[];
  readonly points: readonly ChanPoint[];
  /** Bars whose high or low was widened to hold open and close. */
  readonly widened: number;
}

/** Beyond so many bars the structure is found once at the end, and when an element was first seen is not told. */
const mostFollowedBars = 10_000;

/** Finds the structure of a series. Throws what the engine throws for bars no chart can hold. */
export function chanStructure(bars: BarColumns, config: ChanConfig, basis: string): ChanStructure {
  const engine = new ChanEngine(config, bars.time.length);
  const log = new FirstSeenLog({ basis, factorVersion: 0 });
  if (bars.time.length > mostFollowedBars) engine.load(bars);
  else {
    for (let index = 0; index < bars.time.length; index++) {
      engine.append(bars, index);
      log.observe(engine);
    }
  }
  const { time } = engine.bars;
  const since = (part: LogPart, key: string): number | null => log.provisional(part, key)?.firstSeen ?? null;
  const lines = (level: ChanLevel, part: LogPart, found: readonly Line[], finalCount: number): ChanLine[] =>
    found.map((line, at) => ({
      level,
      fromIndex: line.beginBar,
      toIndex: line.endBar,
      fromPrice: line.beginValue,
      toPrice: line.endValue,
      isUp: line.direction === 1,
      isFinal: at < finalCount,
      since: at < finalCount ? null : since(part, lineKey(line, time)),
    }));
  const { strokeLevel, segmentLevel } = engine;
  return {
    fractals: fractals(engine),
    strokes: lines('stroke', 'bi', engine.strokes.strokes, engine.strokes.finalCount),
    segments: lines('segment', 'seg', strokeLevel.segments.segments, strokeLevel.finalSegments),
    zones: [...zones('stroke', 'zs', strokeLevel, time, since), ...zones('segment', 'segzs', segmentLevel, time, since)],
    points: [...points('stroke', 'bsp', strokeLevel, time, since), ...points('segment', 'segbsp', segmentLevel, time, since)],
    widened: engine.bars.widened.length,
  };
}

type Since = (part: LogPart, key: string) => number | null;

function zones(level: ChanLevel, part: LogPart, structure: StructureLevel, time: Float64Array, since: Since): ChanZone[] {
  return structure.zones.zones.map((zone, at) => {
    const isFinal = at < structure.finalZones;
    return { level, fromIndex: zone.beginBar, toIndex: zone.endBar, low: zone.low, high: zone.high, isFinal, since: isFinal ? null : since(part, zoneKey(zone, time)) };
  });
}

function points(level: ChanLevel, part: LogPart, structure: StructureLevel, time: Float64Array, since: Since): ChanPoint[] {
  return structure.points.list().map((point) => {
    const isFinal = point.line.index < structure.finalPointLine;
    const [type] = point.types;
    return {
      level, index: point.bar, price: point.price, isBuy: point.isBuy, types: [...point.types], divergence: point.divergence, isFinal,
      since: isFinal || type === undefined ? null : since(part, pointKey(point, type, time)),
    };
  });
}

function fractals({ merged }: ChanEngine): ChanStructure['fractals'] {
  const found: { index: number; price: number; isTop: boolean }[] = [];
  for (let at = 0; at < merged.count; at++) {
    const kind = merged.fractal[at];
    if (kind === 1) found.push({ index: merged.highBar[at] ?? 0, price: merged.high[at] ?? NaN, isTop: true });
    if (kind === -1) found.push({ index: merged.lowBar[at] ?? 0, price: merged.low[at] ?? NaN, isTop: false });
  }
  return found;
}
