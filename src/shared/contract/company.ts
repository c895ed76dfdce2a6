import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText } from './field.ts';
import type { DataHeader, ModelRow } from './model-figures.ts';

/** Percentages as numbers (15 is 15 %); null where unknown. */
export interface FundamentalsAnswer extends DataHeader {
  /** Where the reports came from; `source` is that of the price. */
  readonly reportSource: string;
  /** ISO date of the newest yearly report known then, and ISO time of its publication, or of when it was first seen. */
  readonly periodEnd: string;
  readonly publishedAt: string;
  /** Whether the source says when it was published; else it counts from when it was first seen here. */
  readonly isDated: boolean;
  /** Yearly reports known then; `restated` of their years had been published before with other figures. */
  readonly years: number;
  readonly restated: number;
  readonly currency: string | null;
  readonly close: number | null;
  readonly shares: number | null;
  readonly peTtm: number | null;
  readonly priceToBook: number | null;
  readonly priceToSales: number | null;
  readonly returnOnEquity: number | null;
  readonly grossMargin: number | null;
  readonly netMargin: number | null;
  readonly debtRatio: number | null;
  readonly revenueGrowth: number | null;
  readonly profitGrowth: number | null;
  readonly revenueGrowth5: number | null;
  readonly profitGrowth5: number | null;
  /** `points` of the `judged`; these rules give at most `maximum` points, 85. */
  readonly points: number;
  readonly judged: number;
  readonly maximum: number;
  /** Points in percent of those judged. */
  readonly percent: number | null;
  readonly coverage: number;
  readonly rows: readonly ModelRow[];
}

export interface FlowFigures {
  readonly net: number;
  readonly meanPercent: number;
  readonly positiveDays: number;
  readonly negativeDays: number;
}

/** Net flow of the newest days by order size. The sizes mirror each other, so there is no total. */
export interface FlowAnswer extends DataHeader {
  readonly flowSource: string;
  readonly from: string;
  /** The newest day with flow: older than `asOf` when the source fell behind. */
  readonly to: string;
  /** When the newest day was stored. */
  readonly recordedAt: string;
  readonly days: number;
  readonly currency: string | null;
  /** Super-large and large together. */
  readonly main: FlowFigures;
  readonly sizes: Readonly<Record<'superLarge' | 'large' | 'medium' | 'small', FlowFigures>>;
}

const input = z.strictObject({ symbol: symbolText, asOf: isoDate.optional() });

export const companyMethods = {
  /** Throws `fundamentals.none` where no yearly report was known. */
  'company.fundamentals': defineMethod<FundamentalsAnswer>()(input),
  /**
   * Fetches the reports and share counts of a company and stores what is new. Throws `fundamentals.noSource` where no source has any, else what
   * its source failed with.
   */
  'company.fetch': defineMethod<null>()(z.strictObject({ symbol: symbolText })),
  /** The newest ten days. Throws `flow.none` where none are stored. */
  'company.flow': defineMethod<FlowAnswer>()(input),
};
