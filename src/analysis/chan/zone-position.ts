import type { Zone } from './zone.ts';

export type ZonePosition = 'above' | 'inside' | 'below';

/** Where a price stands towards a zone; the edges are inside. Null without a zone or a price. */
export function zonePosition(zone: Zone | undefined, price: number | undefined): ZonePosition | null {
  if (zone === undefined || price === undefined) return null;
  if (price > zone.high) return 'above';
  return price < zone.low ? 'below' : 'inside';
}
