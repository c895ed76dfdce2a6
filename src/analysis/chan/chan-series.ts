import type { TradePointSides, TradePointType } from './chan-config.ts';
import type { ChanEngine } from './chan-engine.ts';
import { pointReason, segmentReason, strokeReason, zoneReason, type ChanReason } from './chan-reason.ts';
import { lineKey, pointKey, zoneKey } from './element-key.ts';
import type { ChanPart, FirstSeenLog } from './first-seen-log.ts';
import type { Line } from './line.ts';
import type { StructureLevel } from './structure-level.ts';

/** A place on the chart: bar index, the bar's time (`TradingDate` or `UtcMs`) and the price. */
interface ChanAnchor {
  bar: number;
  time: number;
  value: number;
}

/** What every element says of itself. Provisional: a later bar may still move it or take it away. */
interface ChanStanding {
  index: number;
  isProvisional: boolean;
  /** Time of the bar at which it was first seen; null where no log was kept. */
  firstSeen: number | null;
}

interface ChanFractal extends ChanAnchor {
  kind: 'top' | 'bottom';
}

/** A stroke, a segment or a segment of segments. */
export interface ChanLineElement extends ChanStanding {
  part: 'bi' | 'seg' | 'segseg';
  direction: 'up' | 'down';
  begin: ChanAnchor;
  end: ChanAnchor;
  isSure: boolean;
  reason: ChanReason;
}

/** A zone: the box from `low` to `high`, and how far its lines reached. */
export interface ChanZoneElement extends ChanStanding {
  part: 'zs' | 'segzs';
  begin: ChanAnchor;
  end: ChanAnchor;
  low: number;
  high: number;
  peakLow: number;
  peakHigh: number;
  isSure: boolean;
  reason: ChanReason;
}

export interface ChanPointElement extends ChanStanding {
  part: 'bsp' | 'segbsp';
  at: ChanAnchor;
  side: 'buy' | 'sell';
  /** Each type with its own reason and first-seen time, in the order found. */
  types: { type: TradePointType; firstSeen: number | null; reason: ChanReason }[];
}

/** The structure for charts and lists; indices are those of the report's lists, and a chart element and its list row share them. */
export interface ChanSeries {
  fractals: ChanFractal[];
  lines: ChanLineElement[];
  zones: ChanZoneElement[];
  points: ChanPointElement[];
  /** Bars whose high or low was widened to hold open and close. */
  widened: number[];
}

export function chanSeries(engine: ChanEngine, log?: FirstSeenLog): ChanSeries {
  const { strokeLevel, segmentLevel, strokes } = engine;
  const { time } = engine.bars;
  const seen = (part: ChanPart, key: string): number | null => log?.find(part, key)?.firstSeen ?? null;
  const lineElement = (part: ChanLineElement['part'], line: Line, isProvisional: boolean, reason: ChanReason): ChanLineElement => ({
    part,
    index: line.index,
    direction: line.direction === 1 ? 'up' : 'down',
    begin: anchor(time, line.beginBar, line.beginValue),
    end: anchor(time, line.endBar, line.endValue),
    isSure: line.isSure,
    isProvisional,
    firstSeen: seen(part, lineKey(line, time)),
    reason,
  });
  const segmentElements = (part: 'seg' | 'segseg', level: StructureLevel): ChanLineElement[] =>
    level.segments.segments.map((segment) => lineElement(part, segment, segment.index >= level.finalSegments, segmentReason(segment)));
  const zoneElements = (part: 'zs' | 'segzs', level: StructureLevel): ChanZoneElement[] =>
    level.zones.zones.map((zone, index) => ({
      part,
      index,
      begin: anchor(time, zone.beginBar, zone.low),
      end: anchor(time, zone.endBar, zone.high),
      low: zone.low,
      high: zone.high,
      peakLow: zone.peakLow,
      peakHigh: zone.peakHigh,
      isSure: zone.isSure,
      isProvisional: index >= level.finalZones,
      firstSeen: seen(part, zoneKey(zone, time)),
      reason: zoneReason(zone),
    }));
  const pointElements = (part: 'bsp' | 'segbsp', level: StructureLevel, sides: TradePointSides): ChanPointElement[] =>
    level.points.list().map((point, index) => {
      const types = point.types.map((type) => ({
        type,
        firstSeen: seen(part, pointKey(point, type, time)),
        reason: pointReason(point, type, (point.isBuy ? sides.buy : sides.sell).metric, time),
      }));
      return {
        part,
        index,
        at: anchor(time, point.bar, point.price),
        side: point.isBuy ? 'buy' : 'sell',
        types,
        isProvisional: point.line.index >= level.finalPointLine,
        firstSeen: types[0]?.firstSeen ?? null,
      };
    });
  return {
    fractals: fractalsOf(engine),
    lines: [
      ...strokes.strokes.map((stroke) => lineElement('bi', stroke, stroke.index >= strokes.finalCount, strokeReason(stroke))),
      ...segmentElements('seg', strokeLevel),
      ...segmentElements('segseg', segmentLevel),
    ],
    zones: [...zoneElements('zs', strokeLevel), ...zoneElements('segzs', segmentLevel)],
    points: [...pointElements('bsp', strokeLevel, engine.config.strokePoints), ...pointElements('segbsp', segmentLevel, engine.config.segmentPoints)],
    widened: [...engine.bars.widened],
  };
}

/** A fractal stands from the moment its right neighbour opens; none of them is provisional. */
function fractalsOf({ merged, bars }: ChanEngine): ChanFractal[] {
  const fractals: ChanFractal[] = [];
  for (let at = 0; at < merged.count; at++) {
    if (merged.fractal[at] === 1) fractals.push({ kind: 'top', ...anchor(bars.time, merged.highBar[at] ?? 0, merged.high[at] ?? NaN) });
    if (merged.fractal[at] === -1) fractals.push({ kind: 'bottom', ...anchor(bars.time, merged.lowBar[at] ?? 0, merged.low[at] ?? NaN) });
  }
  return fractals;
}

function anchor(time: Float64Array, bar: number, value: number): ChanAnchor {
  return { bar, time: time[bar] ?? NaN, value };
}
