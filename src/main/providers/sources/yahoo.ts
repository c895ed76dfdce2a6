import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { exchangeByMic } from '../../../shared/exchanges.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { InstrumentDraft, InstrumentKind } from '../../../shared/instrument.ts';
import { symbolCandidates } from '../../../shared/symbol-text.ts';
import { dayMs, formatUtc, type TradingDate, type UtcMs } from '../../../shared/time.ts';
import { dateAt } from '../date-at.ts';
import type { HttpAnswer } from '../http.ts';
import { jsonBody } from '../http/json-body.ts';
import { limitRestMs } from '../http/judge-answer.ts';
import type { Asked, Provider, Quote, SourceAction, SourceBar, SourceBars } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';

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
const intervalMs: Partial<Record<Frequency, number>> = { '1m': 60_000, '5m': 300_000, '15m': 900_000, '30m': 1_800_000, '1h': 3_600_000 };

/**
 * Charts of Yahoo Finance: prices adjusted for splits, not for dividends; volumes in shares; both kinds of action beside them. The chart
 * call alone is used, which needs neither cookie nor crumb.
 */
export function createYahoo(context: SourceContext): Provider {
  const { clock, base } = context;

  async function fetchChart(instrument: Asked, query: Record<string, string>, signal: AbortSignal): Promise<Result> {
    const symbol = yahooSymbol(instrument);
    const unknown = new AppError('source.symbolUnknown', { source: 'yahoo', symbol: `${instrument.mic}:${instrument.code}` });
    if (symbol === null) throw unknown;
    const read = jsonBody(chart);
    const reply = await ask(context, {
      base: base('url'),
      path: `/v8/finance/chart/${encodeURIComponent(symbol)}`,
      query,
      signal,
      read: (answer) => {
        refuseLimit(answer, clock.now());
        const { result, error } = read(answer).chart;
        const [one] = result ?? [];
        if (one === undefined || error !== null) throw unknown;
        if (one.meta.symbol.toUpperCase() !== symbol.toUpperCase()) {
          throw new AppError('source.symbolMismatch', { source: 'yahoo', symbol, got: one.meta.symbol });
        }
        return one;
      },
    }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'network.status' && error.params['status'] === 404) throw unknown;
      throw error;
    });
    return reply;
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
    async quotes(instruments, signal) {
      const quotes: Quote[] = [];
      for (const instrument of instruments) quotes.push(readQuote(instrument, await fetchChart(instrument, { range: '1d', interval: '1d' }, signal)));
      return quotes;
    },
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

/** The text "Too Many Requests" comes under any status. */
function refuseLimit({ url: { host }, body }: HttpAnswer, now: UtcMs): void {
  if (/^\s*too many requests/i.test(new TextDecoder().decode(body.subarray(0, 60)))) {
    throw new AppError('network.limited', { host, until: formatUtc((now + limitRestMs) as UtcMs) });
  }
}

/** The columns of a chart as bars. A day can come twice, the second time as the running one. */
export function readBars({ meta, timestamp = [], events, indicators }: Result, freq: Frequency): SourceBars {
  const zone = meta.exchangeTimezoneName ?? 'UTC';
  const dateOf = (seconds: number): TradingDate =>
    meta.exchangeTimezoneName === undefined ? (Math.floor((seconds + (meta.gmtoffset ?? 0)) / 86_400) as TradingDate) : dateAt(zone, (seconds * 1_000) as UtcMs);
  const [quote] = indicators.quote;
  const at = (column: readonly (number | null)[] | undefined, index: number): number => column?.[index] ?? NaN;
  const length = intervalMs[freq];
  const [firstStamp = 0] = timestamp;
  const bars = timestamp.flatMap((seconds, index): SourceBar[] => {
    // The running intraday bar is stamped with its last trade; it comes again when it is complete.
    if (length !== undefined && ((seconds - firstStamp) * 1_000) % length !== 0) return [];
    const time = length === undefined ? dateOf(seconds) : seconds * 1_000;
    return [{ time, open: at(quote?.open, index), high: at(quote?.high, index), low: at(quote?.low, index), close: at(quote?.close, index), volume: at(quote?.volume, index), amount: NaN }];
  });
  const splits = Object.values(events?.splits ?? {}).map(({ date, numerator, denominator }): SourceAction => ({ kind: 'split', exDate: dateOf(date), value: numerator / denominator }));
  const dividends = Object.values(events?.dividends ?? {}).map(({ amount, date }): SourceAction => {
    // Yahoo restates amounts to today's shares; what was declared is on the shares of then.
    const exDate = dateOf(date);
    const later = splits.filter((split) => split.exDate > exDate).reduce((product, { value }) => product * value, 1);
    return { kind: 'dividend', exDate, value: amount * later };
  });
  const actions = [...splits, ...dividends].filter(({ value }) => Number.isFinite(value) && value > 0);
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

/** How Yahoo writes an instrument; null for one it does not have. */
export function yahooSymbol({ mic, code, kind }: Pick<Asked, 'mic' | 'code' | 'kind'>): string | null {
  if (mic === 'INDEX') return /\.(SH|SZ)$/.test(code) ? code.replace(/\.SH$/, '.SS') : `^${code}`;
  if (mic === 'FX') return `${code}=X`;
  if (kind === 'crypto') {
    // A pair against a stable coin is not the pair against the dollar.
    const pair = /^(.+?)(USD|EUR|GBP|JPY)$/.exec(code);
    return pair === null ? null : `${pair[1]}-${pair[2]}`;
  }
  const exchange = exchangeByMic(mic);
  switch (exchange?.market) {
    case 'US':
      return code.replace('.', '-');
    case 'CN':
      return mic === 'XBSE' ? null : `${code}.${mic === 'XSHG' ? 'SS' : 'SZ'}`;
    case 'HK':
      return `${code.replace(/^0+/, '').padStart(4, '0')}.HK`;
    default: {
      const [suffix] = exchange?.suffixes ?? [];
      return suffix === undefined ? null : `${code.replace('.', '-')}.${suffix}`;
    }
  }
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
