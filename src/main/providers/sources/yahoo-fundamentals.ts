import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { parseTradingDate } from '../../../shared/time.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Asked, Provider, SourceReport } from '../provider.ts';
import type { SourceContext } from '../source-context.ts';
import { askYahoo } from './ask-yahoo.ts';

const rows = z
  .array(z.object({ asOfDate: z.string(), periodType: z.string().optional(), currencyCode: z.string().nullish(), reportedValue: z.object({ raw: z.number() }) }).nullable())
  .optional();
const answered = z.object({
  timeseries: z.object({
    result: z
      .array(
        z.object({
          meta: z.object({ symbol: z.array(z.string()).optional() }),
          annualTotalRevenue: rows, annualGrossProfit: rows, annualNetIncome: rows, annualStockholdersEquity: rows, annualTotalAssets: rows,
          annualOrdinarySharesNumber: rows, quarterlyOrdinarySharesNumber: rows,
        }),
      )
      .nullable(),
    error: z.object({ description: z.string().nullish() }).nullish(),
  }),
});
type Rows = NonNullable<z.output<typeof rows>>;
type Line = Exclude<keyof NonNullable<z.output<typeof answered>['timeseries']['result']>[number], 'meta'>;

/** Our figures by the line of the statements that has them. */
const lines = { annualTotalRevenue: 'revenue', annualGrossProfit: 'grossProfit', annualNetIncome: 'netProfit', annualStockholdersEquity: 'equity', annualTotalAssets: 'assets' } as const;
const shareLines = ['annualOrdinarySharesNumber', 'quarterlyOrdinarySharesNumber'] as const;
/** 1990, before anything it has. */
const firstSecond = '631152000';

/** Lines of yearly statements from Yahoo, four or five years of them. It does not say when they were published. */
export function yahooFundamentals(context: SourceContext): Required<Pick<Provider, 'fundamentals' | 'profile'>> {
  async function linesOf(instrument: Asked, wanted: readonly Line[], signal: AbortSignal): Promise<ReadonlyMap<Line, Rows>> {
    const read = jsonBody(answered);
    const query = { type: wanted.join(','), period1: firstSecond, period2: String(Math.floor(context.clock.now() / 1_000)) };
    return askYahoo(context, {
      instrument, path: '/ws/fundamentals-timeseries/v1/finance/timeseries', query, signal,
      read: (answer, symbol) => {
        const { result } = read(answer).timeseries;
        if (result === null) return null;
        const other = result.flatMap(({ meta }) => meta.symbol ?? []).find((one) => one.toUpperCase() !== symbol.toUpperCase());
        if (other !== undefined) throw new AppError('source.symbolMismatch', { source: 'yahoo', symbol, got: other });
        return new Map(wanted.map((line) => [line, result.flatMap((one) => one[line] ?? [])]));
      },
    });
  }

  return {
    async fundamentals(instrument, signal) {
      const found = await linesOf(instrument, Object.keys(lines) as (keyof typeof lines)[], signal);
      const byDay = new Map<string, { currencies: Set<string>; figures: Partial<Record<(typeof lines)[keyof typeof lines], number>> }>();
      for (const [line, figure] of Object.entries(lines) as [keyof typeof lines, (typeof lines)[keyof typeof lines]][]) {
        for (const row of found.get(line) ?? []) {
          if (row === null || (row.periodType !== undefined && row.periodType !== '12M')) continue;
          const report = byDay.get(row.asOfDate) ?? { currencies: new Set(), figures: {} };
          byDay.set(row.asOfDate, report);
          report.figures[figure] = row.reportedValue.raw;
          if (typeof row.currencyCode === 'string') report.currencies.add(row.currencyCode);
        }
      }
      return [...byDay].flatMap(([day, { currencies, figures }]): SourceReport[] => {
        const periodEnd = parseTradingDate(day);
        // Figures in two currencies are no report.
        if (periodEnd === null || currencies.size > 1) return [];
        const { revenue = null, grossProfit = null, netProfit = null, equity = null, assets = null } = figures;
        return [{ periodEnd, months: 12, publishedOn: null, currency: [...currencies][0] ?? null, revenue, grossProfit, netProfit, equity, assets }];
      });
    },
    async profile(instrument, signal) {
      const found = await linesOf(instrument, shareLines, signal);
      const counts = shareLines.flatMap((line) => found.get(line) ?? []).flatMap((row) => (row === null ? [] : [{ day: parseTradingDate(row.asOfDate), shares: row.reportedValue.raw }]));
      // Earlier counts may have been restated for splits; the newest stands for itself.
      const newest = counts.reduce<(typeof counts)[number] | null>((best, one) => (one.day !== null && one.day > (best?.day ?? -Infinity) ? one : best), null);
      return newest === null ? null : { shares: newest.shares, floatingShares: null, countedOn: newest.day, listedOn: null };
    },
  };
}
