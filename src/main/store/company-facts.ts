import type { TradingDate, UtcMs } from '../../shared/time.ts';

/** A report as published. A restatement is another row of the same period with a later `publishedAt`; both stay. Amounts in `currency`. */
export interface FundamentalReport {
  readonly instrument: number;
  readonly periodEnd: TradingDate;
  /** Months that the flows (revenue, profit) cover: 12 for a year. */
  readonly months: number;
  /** When the world could know it. */
  readonly publishedAt: UtcMs;
  /** When this store learned it. */
  readonly recordedAt: UtcMs;
  readonly currency: string | null;
  readonly revenue: number | null;
  readonly grossProfit: number | null;
  readonly netProfit: number | null;
  readonly equity: number | null;
  readonly assets: number | null;
  readonly source: string;
}

/** Shares in issue, and those that trade freely where that is known, from a day on. */
export interface ShareCount {
  readonly instrument: number;
  readonly effectiveFrom: TradingDate;
  readonly recordedAt: UtcMs;
  readonly total: number;
  readonly floating: number | null;
  readonly source: string;
}

/** Net inflow of a day by order size: amounts in the instrument's currency, and percent of the day's turnover. */
export interface CapitalFlowDay {
  readonly instrument: number;
  readonly day: TradingDate;
  readonly recordedAt: UtcMs;
  readonly superLarge: number;
  readonly large: number;
  readonly medium: number;
  readonly small: number;
  readonly superLargePercent: number;
  readonly largePercent: number;
  readonly mediumPercent: number;
  readonly smallPercent: number;
  readonly source: string;
}

/** What an exchange says of an instrument; null leaves what is stored as it is. */
export interface ListingFacts {
  readonly board: string | null;
  readonly tickSize: number | null;
  readonly lotSize: number | null;
  readonly listedOn: TradingDate | null;
  readonly delistedOn: TradingDate | null;
}

/** A fact as a writer hands it in: by symbol, without the time that the store adds. */
type Written<Fact> = Omit<Fact, 'instrument' | 'recordedAt'> & { readonly symbol: string };

export interface FactsChunk {
  readonly reports?: readonly Written<FundamentalReport>[];
  readonly shares?: readonly Written<ShareCount>[];
  readonly flows?: readonly Written<CapitalFlowDay>[];
  readonly listings?: readonly (ListingFacts & { readonly symbol: string })[];
}

export interface FactsReader {
  /** Every report as published, restatements among them, by source, period and publication. */
  fundamentals(instrument: number): readonly FundamentalReport[];
  /** By source and day; a corrected day counts as last recorded. */
  flows(instrument: number): readonly CapitalFlowDay[];
  /** Of every instrument on one day; a corrected day counts as last recorded. */
  flowsOn(day: number): readonly CapitalFlowDay[];
  /** By source and day; a corrected count counts as last recorded. */
  shares(instrument: number): readonly ShareCount[];
  /** Of every instrument, likewise. */
  allShares(): readonly ShareCount[];
}

export interface FactsWriter {
  /**
   * Adds facts to a running import; those known as they are stay unwritten. Listings are not taken back with the import. Throws
   * `store.symbolUnknown` for an instrument that is not stored.
   */
  writeFacts(batch: number, facts: FactsChunk, at: UtcMs): Promise<{ readonly written: number; readonly unchanged: number }>;
}
