import { z } from 'zod';
import { declaredDividends } from '../../../analysis/series/declared-dividends.ts';
import { barLengthMs } from '../../../shared/bar-length-ms.ts';
import { AppError } from '../../../shared/app-error.ts';
import { exchangeByMic } from '../../../shared/exchanges.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { InstrumentDraft, InstrumentKind } from '../../../shared/instrument.ts';
import { symbolCandidates } from '../../../shared/symbol-text.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../../shared/time.ts';
import { dateAt } from '../date-at.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Asked, Provider, Quote, SourceAction, SourceBar, SourceBars } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { askYahoo } from './ask-yahoo.ts';
import { yahooFundamentals } from './yahoo-fundamentals.ts';
import { yahooSymbol } from './yahoo-symbol.ts';
import { quotesOneByOne } from './quotes-one-by-one.ts';

const numbers = z.array(z.number().nullable()).optional();
const chart = z.object({
  chart: z.object({
    result: z
      .array(
        z.object({
          meta: z.object({
            symbol: z.string(),
            currency: z.string().nullish(),
            exchangeTimezoneName: z.string().optional(),
            gmtoffset: z.number().optional(),
            longName: z.string().nullish(),
            shortName: z.string().nullish(),
            regularMarketPrice: z.number().nullish(),
            regularMarketTime: z.number().nullish(),
            regularMarketDayHigh: z.number().nullish(),
            regularMarketDayLow: z.number().nullish(),
            regularMarketVolume: z.number().nullish(),
            previousClose: z.number().nullish(),
            chartPreviousClose: z.number().nullish(),
          }),
          timestamp: z.array(z.number()).optional(),
          events: z
            .object({
              dividends: z.record(z.string(), z.object({ amount: z.number(), date: z.number() })).optional(),
              splits: z.record(z.string(), z.object({ date: z.number(), numerator: z.number(), denominator: z.number() })).optional(),
            })
            .optional(),
          indicators: z.object({ quote: z.array(z.object({ open: numbers, high: numbers, low: numbers, close: numbers, volume: numbers })) }),
        }),
      )
      .nullable(),
    error: z.object({ code: z.string(), description: z.string() }).nullable(),
  }),
});
type Chart = z.output<typeof chart>['chart'];
type Result = NonNullable<Chart['result']>[number];

const found = z.object({
  quotes: z.array(z.object({ symbol: z.string().optional(), exchange: z.string().optional(), quoteType: z.string().optional(), shortname: z.string().optional(), longname: z.string().optional() })),
});

const intervals: Partial<Record<Frequency, string>> = { '1d': '1d', '1m': '1m', '5m': '5m', '15m': '15m', '30m': '30m', '1h': '60m' };
/** How far back each intraday length reaches. */
const reachDays: Partial<Record<Frequency, number>> = { '1m': 7, '5m': 59, '15m': 59, '30m': 59, '1h': 729 };

/**
 * Charts of Yahoo Finance: prices adjusted for splits, not for dividends; volumes in shares; both kinds of action beside them. Only
 * calls that need neither cookie nor crumb are used.
 */
export function createYahoo(context: SourceContext): Provider {
  const { clock, base } = context;

  async function fetchChart(instrument: Asked, query: Record<string, string>, signal: AbortSignal): Promise<Result> {
    const read = jsonBody(chart);
    return askYahoo(context, {
      instrument, path: '/v8/finance/chart', query, signal,
      read: (answer, symbol) => {
        const { result, error } = read(answer).chart;
        const [one] = result ?? [];
        if (one === undefined || error !== null) return null;
        if (one.meta.symbol.toUpperCase() !== symbol.toUpperCase()) {
          throw new AppError('source.symbolMismatch', { source: 'yahoo', symbol, got: one.meta.symbol });
        }
        return one;
      },
    });
  }

  return {
    name: 'yahoo',
    frequencies: ['1d', '1m', '5m', '15m', '30m', '1h'],
    covers: (instrument) => yahooSymbol(instrument) !== null,
    async bars({ instrument, freq, from, signal }) {
      const reach = reachDays[freq];
      const today = Math.floor(clock.now() / dayMs);
      const first = reach === undefined ? from : Math.max(from, today - reach);
      const period1 = String(Math.round((first * dayMs) / 1_000));
      const period2 = String(Math.floor(clock.now() / 1_000) + 86_400);
      const result = await fetchChart(instrument, { period1, period2, interval: intervals[freq] ?? '1d', includePrePost: 'false', events: 'div|split' }, signal);
      return readBars(result, freq);
    },
    quotes: (instruments, signal) =>
      quotesOneByOne(instruments, signal, async (instrument) => readQuote(instrument, await fetchChart(instrument, { range: '1d', interval: '1d' }, signal))),
    ...yahooFundamentals(context),
    async search(text, signal) {
      const read = jsonBody(found);
      const { quotes } = await ask(context, { base: base('url'), path: '/v1/finance/search', query: { q: text, quotesCount: '20', newsCount: '0' }, signal, read });
      return quotes.flatMap(({ symbol, exchange, quoteType, longname, shortname }) => {
        const draft = symbol === undefined ? null : yahooInstrument(symbol, exchange ?? '', quoteType ?? '');
        return draft === null ? [] : [{ ...draft, nameEn: longname ?? shortname ?? null }];
      });
    },
  };
}

/** The columns of a chart as bars. A day can come twice, the second time as the running one. */
function readBars({ meta, timestamp = [], events, indicators }: Result, freq: Frequency): SourceBars {
  const zone = meta.exchangeTimezoneName ?? 'UTC';
  const dateOf = (seconds: number): TradingDate =>
    meta.exchangeTimezoneName === undefined ? (Math.floor((seconds + (meta.gmtoffset ?? 0)) / 86_400) as TradingDate) : dateAt(zone, (seconds * 1_000) as UtcMs);
  const [quote] = indicators.quote;
  const at = (column: readonly (number | null)[] | undefined, index: number): number => column?.[index] ?? NaN;
  const length = barLengthMs(freq);
  const [firstStamp = 0] = timestamp;
  const bars = timestamp.flatMap((seconds, index): SourceBar[] => {
    // The running intraday bar is stamped with its last trade; it comes again when it is complete.
    if (length !== null && ((seconds - firstStamp) * 1_000) % length !== 0) return [];
    const time = length === null ? dateOf(seconds) : seconds * 1_000;
    return [{ time, open: at(quote?.open, index), high: at(quote?.high, index), low: at(quote?.low, index), close: at(quote?.close, index), volume: at(quote?.volume, index), amount: NaN }];
  });
  const splits = Object.values(events?.splits ?? {}).map(({ date, numerator, denominator }): SourceAction => ({ kind: 'split', exDate: dateOf(date), value: numerator / denominator }));
  const dividends = Object.values(events?.dividends ?? {}).map(({ amount, date }): SourceAction => ({ kind: 'dividend', exDate: dateOf(date), value: amount }));
  const actions = declaredDividends([...splits, ...dividends]).filter(({ value }) => Number.isFinite(value) && value > 0);
  return { basis: 'split', bars, actions, nameEn: meta.longName ?? meta.shortName ?? null, nameZh: null, currency: meta.currency ?? null };
}

function readQuote({ mic, code }: Asked, { meta, indicators }: Result): Quote {
  return {
    mic, code,
    price: meta.regularMarketPrice ?? NaN,
    previousClose: meta.previousClose ?? meta.chartPreviousClose ?? NaN,
    open: indicators.quote[0]?.open?.at(-1) ?? NaN,
    high: meta.regularMarketDayHigh ?? NaN,
    low: meta.regularMarketDayLow ?? NaN,
    volume: meta.regularMarketVolume ?? NaN,
    amount: NaN,
    at: typeof meta.regularMarketTime === 'number' ? ((meta.regularMarketTime * 1_000) as UtcMs) : null,
    peRatio: NaN, pbRatio: NaN, marketCap: NaN,
  };
}

const usExchanges: Readonly<Record<string, string>> = { NMS: 'XNAS', NGM: 'XNAS', NCM: 'XNAS', NYQ: 'XNYS', PCX: 'ARCX' };
const kinds: Readonly<Record<string, InstrumentKind>> = { EQUITY: 'stock', ETF: 'etf', MUTUALFUND: 'fund', INDEX: 'index', CRYPTOCURRENCY: 'crypto', CURRENCY: 'fx' };

function yahooInstrument(symbol: string, exchange: string, quoteType: string): InstrumentDraft | null {
  const kind = kinds[quoteType];
  if (kind === undefined) return null;
  const us = usExchanges[exchange];
  const pair = kind === 'crypto' ? symbol.replace('-', '') : symbol;
  const [candidate] = us === undefined ? symbolCandidates(pair) : symbolCandidates(symbol.replace('-', '.'), { exchange: us });
  const place = candidate === undefined ? null : exchangeByMic(candidate.mic);
  if (candidate === undefined || place === null) return null;
  const currency = candidate.currency ?? place.currency;
  return { mic: candidate.mic, code: candidate.code, kind, nameEn: null, nameZh: null, currency, zone: place.zone, calendar: place.calendar };
}
