import type { CacheRegionName } from '../../shared/contract/cache.ts';
import { cacheRegions, type CacheRegion } from './cache-region.ts';

/** A region's times to live now; a quote's follow the machine's profile. */
export type TimesOf = (region: CacheRegionName) => Pick<CacheRegion, 'softMs' | 'hardMs'>;

/** The times to live of each region under a quote lifetime of the machine's profile. */
export function timesUnder(quoteMs: number): TimesOf {
  return (region) => (region === 'quote' ? { softMs: quoteMs, hardMs: Math.max(cacheRegions.quote.hardMs, 2 * quoteMs) } : cacheRegions[region]);
}
