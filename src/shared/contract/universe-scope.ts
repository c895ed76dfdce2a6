import { z } from 'zod';
import { markets } from '../exchanges.ts';
import { isoDate, text } from './field.ts';

/** Which symbols, and as of which day. */
export const universeScope = {
  asOf: isoDate.optional(),
  market: z.enum(markets).optional(),
  /** Name of a watchlist: only its symbols are answered, ranked within the whole universe. */
  watchlist: text(200, 1).optional(),
  /** Name of an industry: only its members are answered, likewise. */
  industry: text(200, 1).optional(),
  /** Industry classification; without it the one that covers most symbols. */
  scheme: text(64, 1).optional(),
  /** What is ranked: `score`, `change`, `amount`, `turnover`, `volatility`, `relativeVolume` or `close`. */
  metric: text(40, 1).default('score'),
};
