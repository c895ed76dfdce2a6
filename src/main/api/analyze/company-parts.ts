import { capitalFlowSplit, type FlowDay } from '../../../analysis/models/capital-flow.ts';
import { fundamentalScore, type FundamentalScore } from '../../../analysis/models/fundamental-score.ts';
import { fundamentalsAsOf, type FundamentalsAsOf, type YearlyReport } from '../../../analysis/models/fundamentals-as-of.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { FlowAnswer, FundamentalsAnswer } from '../../../shared/contract/company.ts';
import { formatTradingDate, formatUtc, tradingDateOf, type UtcMs } from '../../../shared/time.ts';
import type { FundamentalReport } from '../../store/company-facts.ts';
import type { Instrument, StoreReader } from '../../store/store.ts';
import { endOfDay } from '../known-series.ts';
import type { AnalysisSource } from './analysis-source.ts';
import { closedSource } from './closed-source.ts';

const flowDays = 10;

interface KnownFundamentals {
  readonly figures: FundamentalsAsOf;
  readonly score: FundamentalScore;
  readonly newest: FundamentalReport;
  readonly reports: readonly FundamentalReport[];
  readonly close: number | null;
  readonly shares: number | null;
}

/** What a company's reports said by the end of a day (all of them without one), valued at the last closed price; null where none was known. */
export function knownFundamentals(source: AnalysisSource, read: StoreReader, asOf: string | undefined): KnownFundamentals | null {
  const { bars, basis, instrument } = closedSource(source);
  const end = asOf === undefined ? null : endOfDay(instrument, asOf);
  const until = end === null ? Infinity : end.time - 1;
  const reports = ofNewestSource(
    read.fundamentals(instrument.id).filter(({ months, publishedAt }) => months === 12 && publishedAt <= until),
    ({ publishedAt }) => publishedAt,
  );
  const newest = reports.reduce<FundamentalReport | null>((best, one) => (best === null || isNewer(one, best) ? one : best), null);
  if (newest === null) return null;
  const last = bars.time.at(-1);
  const price = basis === 'raw' || basis === 'split' ? unsplitClose(bars.close.at(-1), basis, last, read, instrument) : null;
  const shares = sharesOn(read, instrument.id, end?.session ?? last ?? newest.periodEnd);
  // A price in another currency than the report's says nothing of its value.
  const sameCurrency = newest.currency === null || instrument.currency === null || newest.currency === instrument.currency;
  const usable = price !== null && sameCurrency ? shares : null;
  const yearly = reports.map((report): YearlyReport => ({ ...report, profit: report.netProfit, shares: usable }));
  const figures = fundamentalsAsOf(yearly, until as UtcMs, price ?? NaN);
  return { figures, score: fundamentalScore(figures), newest, reports, close: price, shares };
}

/** The fundamental score and the figures behind it. */
export function fundamentalsPart(source: AnalysisSource, read: StoreReader, asOf: string | undefined): FundamentalsAnswer {
  const { header } = closedSource(source);
  const known = knownFundamentals(source, read, asOf);
  if (known === null) throw new AppError('fundamentals.none', { symbol: header.symbol });
  const { figures, score, newest, reports, close, shares } = known;
  const { periodEnd: _end, publishedAt: _published, ...ratios } = figures;
  const years = new Set(reports.map(({ periodEnd }) => periodEnd)).size;
  return {
    ...header,
    reportSource: newest.source,
    periodEnd: formatTradingDate(newest.periodEnd),
    publishedAt: formatUtc(newest.publishedAt),
    // A report without a day of publication is stored as known from the moment it was recorded.
    isDated: newest.publishedAt !== newest.recordedAt,
    years,
    restated: reports.length - years,
    currency: newest.currency,
    close,
    shares,
    ...ratios,
    ...score,
  };
}

/** The split of the newest days' money flow, and the day it ends with. */
export function flowPart(source: AnalysisSource, read: StoreReader, asOf: string | undefined): FlowAnswer {
  const { header, instrument } = closedSource(source);
  const known = knownFlow(instrument, read, asOf);
  if (known === null) throw new AppError('flow.none', { symbol: header.symbol });
  const { split, newest } = known;
  return {
    ...header,
    ...split,
    flowSource: newest.source,
    from: formatTradingDate(split.from),
    to: formatTradingDate(split.to),
    recordedAt: formatUtc(newest.recordedAt),
    currency: instrument.currency,
  };
}

/** The newest ten days of the source that is furthest on; null without any. */
export function knownFlow(instrument: Instrument, read: StoreReader, asOf: string | undefined) {
  const until = asOf === undefined ? Infinity : tradingDateOf(asOf);
  const rows = ofNewestSource(read.flows(instrument.id).filter(({ day }) => day <= until), ({ day }) => day);
  const split = capitalFlowSplit(
    rows.map(
      ({ day, superLarge, large, medium, small, superLargePercent, largePercent, mediumPercent, smallPercent }): FlowDay => ({
        date: day,
        net: { superLarge, large, medium, small },
        percent: { superLarge: superLargePercent, large: largePercent, medium: mediumPercent, small: smallPercent },
      }),
    ),
    flowDays,
  );
  const newest = rows.at(-1);
  return split === null || newest === undefined ? null : { split, newest };
}

/** Rows of one source only, never mixed: the source whose newest row is newest, the first by name of several. */
function ofNewestSource<Row extends { readonly source: string }>(rows: readonly Row[], timeOf: (row: Row) => number): readonly Row[] {
  const bySource = [...Map.groupBy(rows, ({ source }) => source)].sort(([left], [right]) => (left < right ? -1 : 1));
  const newestOf = (list: readonly Row[]): number => list.reduce((newest, row) => Math.max(newest, timeOf(row)), -Infinity);
  return bySource.reduce<readonly Row[]>((best, [, list]) => (best.length === 0 || newestOf(list) > newestOf(best) ? list : best), []);
}

function isNewer(one: FundamentalReport, other: FundamentalReport): boolean {
  return one.periodEnd > other.periodEnd || (one.periodEnd === other.periodEnd && one.publishedAt > other.publishedAt);
}

/** Shares counted on a day are of that day, so a price restated for later splits is brought back to it. */
function unsplitClose(close: number | undefined, basis: 'raw' | 'split', last: number | undefined, read: StoreReader, instrument: Instrument): number | null {
  if (close === undefined || last === undefined || Number.isNaN(close)) return null;
  if (basis === 'raw') return close;
  const later = read.actions(instrument.id).filter(({ kind, exDate }) => kind === 'split' && exDate > last);
  return later.reduce((price, { value }) => price * value, close);
}

function sharesOn(read: StoreReader, instrument: number, day: number): number | null {
  const counts = ofNewestSource(read.shares(instrument).filter(({ effectiveFrom }) => effectiveFrom <= day), ({ effectiveFrom }) => effectiveFrom);
  return counts.at(-1)?.total ?? null;
}
