import { tradePointTypes, type TradePointType } from './chan-config.ts';
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

export const chanFactNames = [
  ...tradePointTypes.map((type) => `chan.buy.${type}` as const),
  ...tradePointTypes.map((type) => `chan.sell.${type}` as const),
  'chan.zone', 'chan.backInZone', 'chan.divergence.buy', 'chan.divergence.sell',
] as const;
export type ChanFactName = (typeof chanFactNames)[number];

/**
 * The facts as numbers under the names that rules use: points and `chan.backInZone` are 1 or 0, `chan.zone` is 1 above, 0 inside and
 * -1 below, divergences are their ratio; NaN is no value.
 */
export function chanFactValues(facts: ChanFacts): Record<ChanFactName, number> {
  const values = Object.fromEntries(chanFactNames.map((name) => [name, 0])) as Record<ChanFactName, number>;
  for (const { side, type } of facts.newPoints) values[`chan.${side}.${type}`] = 1;
  values['chan.zone'] = facts.zonePosition === null ? NaN : facts.zonePosition === 'above' ? 1 : facts.zonePosition === 'below' ? -1 : 0;
  values['chan.backInZone'] = facts.isBackInZone ? 1 : 0;
  values['chan.divergence.buy'] = facts.divergence?.side === 'buy' ? facts.divergence.ratio : NaN;
  values['chan.divergence.sell'] = facts.divergence?.side === 'sell' ? facts.divergence.ratio : NaN;
  return values;
}
