import type { Bar } from '../../shared/bar.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Market } from '../../shared/exchanges.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';

/** Which instrument is asked about: its key, and what is known of it. */
export type Asked = Pick<InstrumentDraft, 'mic' | 'code' | 'kind' | 'currency' | 'zone'>;

interface BarsQuery {
  readonly instrument: Asked;
  readonly freq: Frequency;
  /** First day wanted. */
  readonly from: TradingDate;
  readonly signal: AbortSignal;
}

/** One bar as a source gives it. */
export type SourceBar = Bar;

export interface SourceAction {
  readonly kind: 'split' | 'dividend';
  readonly exDate: TradingDate;
  /** Split: new shares per old. Dividend: cash per share as declared. */
  readonly value: number;
}

export interface SourceBars {
  readonly basis: Basis;
  /** In any order; judged by `acceptBars`. */
  readonly bars: readonly SourceBar[];
  readonly actions: readonly SourceAction[];
  /** What the source says the instrument is; null where it does not. */
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly currency: string | null;
}

export interface Quote {
  readonly mic: string;
  readonly code: string;
  readonly price: number;
  readonly previousClose: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  /** Shares or coins. */
  readonly volume: number;
  readonly amount: number;
  /** When the source says this was; null where it does not. */
  readonly at: UtcMs | null;
  readonly peRatio: number;
  readonly pbRatio: number;
  /** In the instrument's currency. */
  readonly marketCap: number;
}

export interface Flow {
  readonly date: TradingDate;
  /** Net inflow in the instrument's currency. */
  readonly main: number;
  readonly superLarge: number;
  readonly large: number;
  readonly medium: number;
  readonly small: number;
  /** In percent of the day's turnover. */
  readonly superLargePercent: number;
  readonly largePercent: number;
  readonly mediumPercent: number;
  readonly smallPercent: number;
}

export interface Industry {
  readonly id: string;
  readonly name: string;
  readonly changePercent: number;
  readonly netInflow: number;
}

/** A yearly report as a source gives it; amounts in `currency`, null where it gives none. */
export interface SourceReport {
  readonly periodEnd: TradingDate;
  /** Months that revenue and profit cover. */
  readonly months: number;
  /** The day by which the figures, as they stand now, had been published; null where the source does not say. */
  readonly publishedOn: TradingDate | null;
  readonly currency: string | null;
  readonly revenue: number | null;
  readonly grossProfit: number | null;
  readonly netProfit: number | null;
  readonly equity: number | null;
  readonly assets: number | null;
}

/** What a source knows of a company beside its reports; null where it does not. */
export interface SourceProfile {
  readonly shares: number | null;
  /** Those of them that trade freely. */
  readonly floatingShares: number | null;
  /** The day of the count; null for the present one. */
  readonly countedOn: TradingDate | null;
  readonly listedOn: TradingDate | null;
}

/** An instrument as a list of its exchanges has it. */
export interface Listing extends InstrumentDraft {
  readonly listedOn: TradingDate | null;
}

/** What trades in a market. */
interface ListingList {
  readonly listings: readonly Listing[];
  /** Whether all of it came: only then does what is missing say something. */
  readonly isWhole: boolean;
}

/** One origin of data. What it cannot deliver it does not have. */
export interface Provider {
  readonly name: string;
  /** Whether it may know this instrument's daily bars. */
  covers(instrument: Asked): boolean;
  readonly frequencies: readonly Frequency[];
  bars(query: BarsQuery): Promise<SourceBars>;
  quotes?(instruments: readonly Asked[], signal: AbortSignal): Promise<readonly Quote[]>;
  /** Instruments whose code or name matches a text. */
  search?(text: string, signal: AbortSignal): Promise<readonly InstrumentDraft[]>;
  /** The list of a whole market, where it has one. */
  readonly lists?: { readonly market: Market; fetch(signal: AbortSignal): Promise<ListingList> };
  /** A company's yearly reports, in any order; none where it has none. */
  fundamentals?(instrument: Asked, signal: AbortSignal): Promise<readonly SourceReport[]>;
  /** Null where it knows nothing. */
  profile?(instrument: Asked, signal: AbortSignal): Promise<SourceProfile | null>;
  flow?(instrument: Asked, signal: AbortSignal): Promise<readonly Flow[]>;
  industries?(signal: AbortSignal): Promise<readonly Industry[]>;
  /** The instruments of one industry. */
  members?(industry: string, signal: AbortSignal): Promise<readonly InstrumentDraft[]>;
}
