import type { TradePointType } from './chan-config.ts';
import type { ChanEngine } from './chan-engine.ts';
import { pointKey } from './element-key.ts';
import { zonePosition, type ZonePosition } from './zone-position.ts';

type Side = 'buy' | 'sell';

/** What a rule or an alert can ask of the newest bar. */
export interface ChanFacts {
  /** Points that were not there a bar ago. They are provisional: most rules want to see them at once, and the log says what became of them. */
  newPoints: { side: Side; type: TradePointType; bar: number }[];
  /** Where the close stands towards the latest stroke zone; null before there is one. */
  zonePosition: ZonePosition | null;
  /** The close came back into the latest stroke zone from outside. */
  isBackInZone: boolean;
  /** A divergence first seen on this bar: strength out over strength in; null without one. */
  divergence: { side: Side; ratio: number } | null;
}

/** Reads the facts of bar after bar; what is new is judged against the bar read before. */
export class ChanFactReader {
  private known = new Set<string>();

  /** Call once for every bar, after the engine has taken it; a first call reports every point of the open tail as new. */
  read(engine: ChanEngine): ChanFacts {
    const { bars, strokeLevel } = engine;
    const newPoints: ChanFacts['newPoints'] = [];
    let divergence: ChanFacts['divergence'] = null;
    const open = new Set<string>();
    for (const point of strokeLevel.points.list(strokeLevel.finalPointLine)) {
      const side = point.isBuy ? 'buy' : 'sell';
      for (const type of point.types) {
        const key = pointKey(point, type, bars.time);
        open.add(key);
        if (this.known.has(key)) continue;
        newPoints.push({ side, type, bar: point.bar });
        if ((type === '1' || type === '1p') && point.divergence !== null) divergence = { side, ratio: point.divergence };
      }
    }
    this.known = open;
    const zone = strokeLevel.zones.zones.at(-1);
    const now = zonePosition(zone, bars.close[bars.count - 1]);
    const before = zonePosition(zone, bars.close[bars.count - 2]);
    return { newPoints, zonePosition: now, isBackInZone: now === 'inside' && before !== null && before !== 'inside', divergence };
  }
}
