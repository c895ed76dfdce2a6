import type { TradingDate, UtcMs } from '../../shared/time.ts';
import { compoundGrowth, type Fundamentals } from './fundamental-score.ts';

/** One yearly report as published; a restatement is another report of the same year, published later. */
export interface YearlyReport {
  readonly periodEnd: TradingDate;
  readonly publishedAt: UtcMs;
  readonly revenue: number | null;
  readonly grossProfit: number | null;
  readonly profit: number | null;
  readonly equity: number | null;
  readonly assets: number | null;
  readonly shares: number | null;
}

export interface FundamentalsAsOf extends Fundamentals {
  readonly periodEnd: TradingDate | null;
  readonly publishedAt: UtcMs | null;
  readonly priceToBook: number | null;
  readonly priceToSales: number | null;
  readonly grossMargin: number | null;
  readonly netMargin: number | null;
  readonly revenueGrowth5: number | null;
  readonly profitGrowth5: number | null;
}

const yearDays = 365.2425;

/**
 * The figures that could be known at `asOf`: of each year the report published last by then. Earnings are those of the newest year.
 * Growth compares reports of the same day of the year, three and five years apart.
 */
export function fundamentalsAsOf(reports: readonly YearlyReport[], asOf: UtcMs, price: number): FundamentalsAsOf {
  const byYear = new Map<TradingDate, YearlyReport>();
  for (const report of reports) {
    if (report.publishedAt > asOf) continue;
    const known = byYear.get(report.periodEnd);
    if (known === undefined || report.publishedAt > known.publishedAt) byYear.set(report.periodEnd, report);
  }
  const newest = [...byYear.values()].sort((a, b) => b.periodEnd - a.periodEnd)[0];
  const growth = (field: 'revenue' | 'profit', years: number): number | null => {
    const latest = newest?.[field] ?? null;
    const earlier = [...byYear.values()].find(({ periodEnd }) => Math.abs((newest?.periodEnd ?? 0) - periodEnd - years * yearDays) < 15)?.[field] ?? null;
    return latest === null || earlier === null ? null : compoundGrowth(latest, earlier, years);
  };
  const { revenue = null, grossProfit = null, profit = null, equity = null, assets = null, shares = null } = newest ?? {};
  const value = shares === null || Number.isNaN(price) ? null : price * shares;
  return {
    periodEnd: newest?.periodEnd ?? null,
    publishedAt: newest?.publishedAt ?? null,
    peTtm: profit === null || value === null || profit === 0 ? null : value / profit,
    priceToBook: ratioOf(value, equity),
    priceToSales: ratioOf(value, revenue),
    grossMargin: percentOf(grossProfit, revenue),
    netMargin: percentOf(profit, revenue),
    returnOnEquity: percentOf(profit, equity),
    debtRatio: percentOf(assets === null || equity === null ? null : assets - equity, assets),
    revenueGrowth: growth('revenue', 3),
    profitGrowth: growth('profit', 3),
    revenueGrowth5: growth('revenue', 5),
    profitGrowth5: growth('profit', 5),
  };
}

/** Null where either is unknown or the base is not positive. */
function ratioOf(figure: number | null, base: number | null): number | null {
  return figure === null || base === null || base <= 0 ? null : figure / base;
}

function percentOf(figure: number | null, base: number | null): number | null {
  const ratio = ratioOf(figure, base);
  return ratio === null ? null : ratio * 100;
}
