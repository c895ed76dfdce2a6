import Papa from 'papaparse';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { exchangeByMic } from '../../../shared/exchanges.ts';
import { symbolCandidates } from '../../../shared/symbol-text.ts';
import { dayMs, formatUtc, parseTradingDate, type UtcMs } from '../../../shared/time.ts';
import type { HttpAnswer } from '../http.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Listing, Provider, SourceBar, SourceReport } from '../provider.ts';
import { ask, jsonTypes, type SourceContext } from '../source-context.ts';
import { quotesOneByOne } from './quotes-one-by-one.ts';

const figure = z.string().transform(Number);
const daily = z.object({
  'Meta Data': z.object({ '2. Symbol': z.string() }),
  'Time Series (Daily)': z.record(z.string(), z.object({ '1. open': figure, '2. high': figure, '3. low': figure, '4. close': figure, '5. volume': figure })),
});
const quote = z.object({
  'Global Quote': z.object({ '01. symbol': z.string(), '02. open': figure, '03. high': figure, '04. low': figure, '05. price': figure, '06. volume': figure, '08. previous close': figure }).partial(),
});
const matches = z.object({ bestMatches: z.array(z.object({ '1. symbol': z.string(), '2. name': z.string(), '3. type': z.string(), '4. region': z.string(), '8. currency': z.string() })) });
const money = z.string().optional().transform((text) => (text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)));
/** Of a symbol it does not have, it answers an empty object. */
const income = z.object({
  symbol: z.string(),
  annualReports: z.array(z.object({ fiscalDateEnding: z.string(), reportedCurrency: z.string().optional(), grossProfit: money, totalRevenue: money, netIncome: money })),
}).partial();
const balance = z.object({
  symbol: z.string(),
  annualReports: z.array(z.object({ fiscalDateEnding: z.string(), reportedCurrency: z.string().optional(), totalAssets: money, totalShareholderEquity: money })),
}).partial();
const overview = z.object({ Symbol: z.string(), SharesOutstanding: money }).partial();
const listing = z.object({ symbol: z.string(), name: z.string(), exchange: z.string(), assetType: z.string(), ipoDate: z.string(), status: z.literal('Active') });
const csvTypes = [...jsonTypes, 'text/csv', 'application/csv', 'application/x-download', 'application/octet-stream'];
const exchanges: Readonly<Record<string, string>> = { NASDAQ: 'XNAS', NYSE: 'XNYS', 'NYSE ARCA': 'ARCX' };
const notice = z.object({ Note: z.string(), Information: z.string(), 'Error Message': z.string() }).partial();
/** A compact answer holds the newest hundred days. */
const compactDays = 130;

/** Alpha Vantage: unadjusted daily bars and yearly statements of US stocks, the latter without the day of publication, with a key of one's own, 25 requests a day on the free plan. It reports errors under status 200. */
export function createAlphaVantage(context: SourceContext): Provider {
  const { base, clock, key } = context;

  async function asked<Value>(given: Record<string, string>, types: readonly string[], read: (answer: HttpAnswer) => Value, signal: AbortSignal): Promise<Value> {
    const apikey = await key();
    if (apikey === null) throw new AppError('source.key', { source: 'alphavantage' });
    return ask(context, {
      base: base('url'), path: '/query', query: given, types, secretQuery: { apikey }, signal,
      read: (answer) => {
        // Notes are JSON, whatever was asked for.
        if (/^\s*\{/.test(new TextDecoder().decode(answer.body.subarray(0, 20)))) refuseNotice(answer, given['symbol'] ?? given['keywords'] ?? '', clock.now());
        return read(answer);
      },
    });
  }

  function query<Schema extends z.ZodType>(given: Record<string, string>, schema: Schema, signal: AbortSignal): Promise<z.output<Schema>> {
    return asked(given, jsonTypes, jsonBody(schema), signal);
  }

  return {
    name: 'alphavantage',
    frequencies: ['1d'],
    covers: ({ mic, kind }) => exchangeByMic(mic)?.market === 'US' && (kind === 'stock' || kind === 'etf'),
    async bars({ instrument, from, signal }) {
      const outputsize = Math.floor(clock.now() / dayMs) - from <= compactDays ? 'compact' : 'full';
      const answer = await query({ function: 'TIME_SERIES_DAILY', symbol: instrument.code, outputsize, datatype: 'json' }, daily, signal);
      same(instrument.code, answer['Meta Data']['2. Symbol']);
      const bars = Object.entries(answer['Time Series (Daily)']).flatMap(([day, row]): SourceBar[] => {
        const date = parseTradingDate(day);
        if (date === null || date < from) return [];
        return [{ time: date, open: row['1. open'], high: row['2. high'], low: row['3. low'], close: row['4. close'], volume: row['5. volume'], amount: NaN }];
      });
      return { basis: 'raw', bars, actions: [], nameEn: null, nameZh: null, currency: null };
    },
    quotes: (instruments, signal) =>
      quotesOneByOne(instruments, signal, async ({ mic, code }) => {
        const { 'Global Quote': one } = await query({ function: 'GLOBAL_QUOTE', symbol: code }, quote, signal);
        if (one['01. symbol'] === undefined) throw new AppError('source.symbolUnknown', { source: 'alphavantage', symbol: `${mic}:${code}` });
        same(code, one['01. symbol']);
        return {
          mic, code, price: one['05. price'] ?? NaN, previousClose: one['08. previous close'] ?? NaN, open: one['02. open'] ?? NaN, high: one['03. high'] ?? NaN, low: one['04. low'] ?? NaN,
          volume: one['06. volume'] ?? NaN, amount: NaN, at: null, peRatio: NaN, pbRatio: NaN, marketCap: NaN,
        };
      }),
    async fundamentals({ code }, signal) {
      const incomes = await query({ function: 'INCOME_STATEMENT', symbol: code }, income, signal);
      if (incomes.symbol === undefined) return [];
      const balances = await query({ function: 'BALANCE_SHEET', symbol: code }, balance, signal);
      for (const { symbol } of [incomes, balances]) if (symbol !== undefined) same(code, symbol);
      return (incomes.annualReports ?? []).flatMap((report): SourceReport[] => {
        const periodEnd = parseTradingDate(report.fiscalDateEnding);
        const sheet = balances.annualReports?.find((one) => one.fiscalDateEnding === report.fiscalDateEnding && one.reportedCurrency === report.reportedCurrency);
        if (periodEnd === null) return [];
        return [{
          periodEnd, months: 12, publishedOn: null, currency: report.reportedCurrency === 'None' ? null : (report.reportedCurrency ?? null), revenue: report.totalRevenue, grossProfit: report.grossProfit, netProfit: report.netIncome,
          equity: sheet?.totalShareholderEquity ?? null, assets: sheet?.totalAssets ?? null,
        }];
      });
    },
    async profile({ code }, signal) {
      const { Symbol: symbol, SharesOutstanding: shares = null } = await query({ function: 'OVERVIEW', symbol: code }, overview, signal);
      if (symbol === undefined) return null;
      same(code, symbol);
      return { shares: shares === null || shares <= 0 ? null : shares, floatingShares: null, countedOn: null, listedOn: null };
    },
    lists: {
      market: 'US',
      async fetch(signal) {
        const text = await asked({ function: 'LISTING_STATUS' }, csvTypes, ({ body }) => new TextDecoder().decode(body), signal);
        const rows = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true }).data.flatMap((row) => listing.safeParse(row).data ?? []);
        // It does not say how many there are.
        return { listings: rows.flatMap(listingOf), isWhole: false };
      },
    },
    async search(text, signal) {
      const { bestMatches } = await query({ function: 'SYMBOL_SEARCH', keywords: text }, matches, signal);
      return bestMatches.flatMap((match) => {
        const [candidate] = match['4. region'] === 'United States' ? symbolCandidates(match['1. symbol'], { market: 'US' }) : [];
        const place = candidate === undefined ? null : exchangeByMic(candidate.mic);
        if (candidate === undefined || place === null) return [];
        const kind = match['3. type'] === 'ETF' ? 'etf' : candidate.kind;
        return [{ mic: candidate.mic, code: candidate.code, kind, nameEn: match['2. name'], nameZh: null, currency: match['8. currency'], zone: place.zone, calendar: place.calendar }];
      });
    },
  };
}

function listingOf({ symbol, name, exchange, assetType, ipoDate }: z.output<typeof listing>): Listing[] {
  const mic = exchanges[exchange] ?? 'US';
  const place = exchangeByMic(mic);
  const kind = assetType === 'Stock' ? 'stock' : assetType === 'ETF' ? 'etf' : null;
  if (place === null || kind === null || !/^[A-Z]+(-[A-Z]+)?$/.test(symbol)) return [];
  const draft = { mic, code: symbol.replace('-', '.'), kind, nameEn: name.trim() === '' ? null : name.trim(), nameZh: null, currency: place.currency, zone: place.zone, calendar: place.calendar } as const;
  return [{ ...draft, listedOn: parseTradingDate(ipoDate) }];
}

function same(symbol: string, got: string): void {
  if (symbol.toUpperCase() !== got.toUpperCase()) throw new AppError('source.symbolMismatch', { source: 'alphavantage', symbol, got });
}

/** Limits and unknown symbols come as notes; a day's limit ends at the next midnight in New York, at the latest. */
function refuseNotice(answer: HttpAnswer, symbol: string, now: UtcMs): void {
  const note = jsonBody(notice)(answer);
  if (note['Error Message'] !== undefined) throw new AppError('source.symbolUnknown', { source: 'alphavantage', symbol });
  const text = note.Note ?? note.Information;
  if (text === undefined) return;
  const restMs = /per day|daily/i.test(text) ? 12 * 3_600_000 : 60_000;
  throw new AppError('network.limited', { host: answer.url.host, until: formatUtc((now + restMs) as UtcMs) });
}
