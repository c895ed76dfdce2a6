import type { TradingDate } from '../../shared/time.ts';

/** An instrument's industry under a scheme, from a day (inclusive) until a day (exclusive); null where that is not known. */
export interface IndustryMembership {
  readonly instrument: number;
  /** Whose classification, e.g. `gics-sector`. */
  readonly scheme: string;
  readonly industry: string;
  readonly validFrom: TradingDate | null;
  readonly validUntil: TradingDate | null;
  readonly source: string;
}
