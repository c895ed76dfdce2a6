import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { parseTradingDate, type TradingDate } from '../../../shared/time.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Provider, SourceReport } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { chineseCode } from './chinese-code.ts';
import { compactDay } from './compact-day.ts';
import { secid } from './secid.ts';

const amount = z.number().nullish();
const statements = z.object({
  code: z.number().optional(),
  message: z.string().nullish(),
  result: z
    .object({
      data: z.array(
        z.object({
          SECURITY_CODE: z.string(), REPORT_DATE: z.string(), NOTICE_DATE: z.string().nullish(),
          TOTAL_OPERATE_INCOME: amount, OPERATE_COST: amount, PARENT_NETPROFIT: amount, TOTAL_ASSETS: amount, TOTAL_EQUITY: amount,
        }),
      ),
    })
    .nullable(),
});
type Row = NonNullable<z.output<typeof statements>['result']>['data'][number];
/** "-" stands for a missing number. */
const cell = z.union([z.number(), z.string()]).optional();
const facts = z.object({ data: z.object({ f57: z.string(), f84: cell, f85: cell, f189: cell }).nullable() });

/** An answer without rows. */
const noRows = 9201;
/** Twenty years of quarters. */
const pageSize = '80';

/**
 * Yearly statements of mainland companies from East Money, in yuan, profit without minorities and equity with them; share counts and the day
 * of listing. The day it gives is that of the newest announcement that has the figures, so a restated year is dated by its restatement.
 */
export function eastMoneyFundamentals(context: SourceContext): Required<Pick<Provider, 'fundamentals' | 'profile'>> {
  async function yearly(reportName: string, columns: string, code: string, place: string, signal: AbortSignal): Promise<Map<TradingDate, Row>> {
    const query = { reportName, columns: `SECURITY_CODE,REPORT_DATE,NOTICE_DATE,${columns}`, filter: `(SECUCODE="${code}.${place.toUpperCase()}")`, pageNumber: '1', pageSize, sortColumns: 'REPORT_DATE', sortTypes: '-1' };
    const read = jsonBody(statements);
    const rows = await ask(context, {
      base: context.base('dataUrl'), path: '/api/data/v1/get', query, signal,
      read: (answer) => {
        const { result, code: problem, message } = read(answer);
        if (result === null && problem !== noRows) throw new AppError('network.shape', { host: answer.url.host, problem: message ?? String(problem) });
        return result?.data ?? [];
      },
    });
    const other = rows.find((row) => row.SECURITY_CODE !== code);
    if (other !== undefined) throw new AppError('source.symbolMismatch', { source: 'eastmoney', symbol: code, got: other.SECURITY_CODE });
    return new Map(rows.flatMap((row) => {
      const day = dayOf(row.REPORT_DATE);
      return day === null || row.REPORT_DATE.slice(5, 10) !== '12-31' ? [] : [[day, row] as const];
    }));
  }

  return {
    async fundamentals(instrument, signal) {
      const chinese = chineseCode(instrument);
      if (chinese === null) return [];
      const { code, place } = chinese;
      const incomes = await yearly('RPT_DMSK_FN_INCOME', 'TOTAL_OPERATE_INCOME,OPERATE_COST,PARENT_NETPROFIT', code, place, signal);
      const balances = await yearly('RPT_DMSK_FN_BALANCE', 'TOTAL_ASSETS,TOTAL_EQUITY', code, place, signal);
      return [...incomes].map(([periodEnd, income]): SourceReport => {
        const balance = balances.get(periodEnd);
        const days = [income.NOTICE_DATE, balance?.NOTICE_DATE].flatMap((text) => dayOf(text) ?? []);
        const [revenue, cost] = [income.TOTAL_OPERATE_INCOME ?? null, income.OPERATE_COST ?? null];
        return {
          periodEnd, months: 12,
          publishedOn: days.length === 0 ? null : (Math.max(...days) as TradingDate),
          currency: 'CNY', revenue,
          grossProfit: revenue === null || cost === null ? null : revenue - cost,
          netProfit: income.PARENT_NETPROFIT ?? null, equity: balance?.TOTAL_EQUITY ?? null, assets: balance?.TOTAL_ASSETS ?? null,
        };
      });
    },
    async profile(instrument, signal) {
      const id = chineseCode(instrument) === null ? null : secid(instrument);
      if (id === null) return null;
      const { data } = await ask(context, { base: context.base('listUrl'), path: '/api/qt/stock/get', query: { secid: id, fltt: '2', invt: '2', fields: 'f57,f84,f85,f189' }, read: jsonBody(facts), signal });
      if (data === null) return null;
      if (data.f57 !== instrument.code) throw new AppError('source.symbolMismatch', { source: 'eastmoney', symbol: instrument.code, got: data.f57 });
      return { shares: count(data.f84), floatingShares: count(data.f85), countedOn: null, listedOn: compactDay(data.f189) };
    },
  };
}

function dayOf(text: string | null | undefined): TradingDate | null {
  return typeof text === 'string' ? parseTradingDate(text.slice(0, 10)) : null;
}

function count(value: z.output<typeof cell>): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}
