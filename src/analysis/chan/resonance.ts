import type { Frequency } from '../../shared/frequency.ts';
import type { ChanEngine } from './chan-engine.ts';
import type { TradePointType } from './chan-config.ts';
import { linkLevels, type LevelLimits } from './link-levels.ts';
import type { TradePoint } from './trade-point.ts';
import { zonePosition, type ZonePosition } from './zone-position.ts';

type DirectionName = 'up' | 'down';

/** One timeframe of a symbol: its engine, and the wall-clock time of each bar at the exchange (daily and longer: 23:59 of the date). */
export interface ChanLevel {
  readonly frequency: Frequency;
  readonly engine: ChanEngine;
  readonly wallClockMs: Float64Array;
}

export interface ResonancePoint {
  side: 'buy' | 'sell';
  types: readonly TradePointType[];
  bar: number;
  /** Bars since. */
  age: number;
  isProvisional: boolean;
}

/** Where one timeframe stands at its last bar. */
interface LevelReading {
  frequency: Frequency;
  stroke: DirectionName | null;
  segment: DirectionName | null;
  zone: ZonePosition | null;
  latest: ResonancePoint | null;
  /** The latest point on the side of the top level's latest one that lies inside the line ending there, level by level; null when the chain breaks. */
  nested: ResonancePoint | null;
}

interface Resonance {
  /** From the longest timeframe to the shortest. */
  levels: LevelReading[];
  /** The segment direction of all levels, or `mixed`. */
  direction: DirectionName | 'mixed';
  /** Share of the levels whose segment runs as that of the longest timeframe. */
  agreement: number;
  /** How many levels, from the longest down, the nested points reach. */
  depth: number;
}

/** Reads several timeframes of one symbol together, longest first. Each is computed by itself; only the bars are linked. */
export function readResonance(levels: readonly ChanLevel[], limits: LevelLimits): Resonance {
  const readings = levels.map(readLevel);
  const segments = readings.map((reading) => reading.segment);
  const [top = null] = segments;
  nestPoints(levels, readings, limits);
  const broken = readings.findIndex((reading) => reading.nested === null);
  return {
    levels: readings,
    direction: top !== null && segments.every((segment) => segment === top) ? top : 'mixed',
    agreement: top === null ? 0 : segments.filter((segment) => segment === top).length / segments.length,
    depth: broken === -1 ? readings.length : broken,
  };
}

function readLevel({ frequency, engine }: ChanLevel): LevelReading {
  const { bars, strokeLevel, strokes } = engine;
  const latest = strokeLevel.points.latest;
  return {
    frequency,
    stroke: nameOf(strokes.strokes.at(-1)?.direction),
    segment: nameOf(strokeLevel.segments.segments.at(-1)?.direction),
    zone: zonePosition(strokeLevel.zones.zones.at(-1), bars.close[bars.count - 1]),
    latest: latest === null ? null : describe(latest, engine),
    nested: null,
  };
}

/** Follows the top level's latest point down: at each level the latest point of its side within the stroke that ended at the one above. */
function nestPoints(levels: readonly ChanLevel[], readings: readonly LevelReading[], limits: LevelLimits): void {
  let above = levels[0];
  let point = above?.engine.strokeLevel.points.latest ?? null;
  for (const [at, level] of levels.entries()) {
    const reading = readings[at];
    if (above === undefined || reading === undefined || point === null) return;
    if (at > 0) {
      const { side, from, to }: Window = windowBelow(above, level, point, limits);
      point = level.engine.strokeLevel.points.list().findLast((candidate) => candidate.isBuy === (side === 'buy') && candidate.bar >= from && candidate.bar < to) ?? null;
    }
    if (point !== null) reading.nested = describe(point, level.engine);
    above = level;
  }
}

interface Window {
  side: 'buy' | 'sell';
  from: number;
  to: number;
}

function windowBelow(above: ChanLevel, below: ChanLevel, point: TradePoint, limits: LevelLimits): Window {
  const firstChild = linkLevels(above.wallClockMs, below.wallClockMs, limits, { higher: above.frequency, lower: below.frequency });
  return { side: point.isBuy ? 'buy' : 'sell', from: firstChild[point.line.beginBar] ?? 0, to: firstChild[point.bar + 1] ?? 0 };
}

function describe(point: TradePoint, { bars, strokeLevel }: ChanEngine): ResonancePoint {
  return {
    side: point.isBuy ? 'buy' : 'sell',
    types: point.types,
    bar: point.bar,
    age: bars.count - 1 - point.bar,
    isProvisional: point.line.index >= strokeLevel.finalPointLine,
  };
}

function nameOf(direction: 1 | -1 | undefined): DirectionName | null {
  return direction === undefined ? null : direction === 1 ? 'up' : 'down';
}
