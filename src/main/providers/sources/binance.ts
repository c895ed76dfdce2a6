import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { frequencies, type Frequency } from '../../../shared/frequency.ts';
import { dayMs, type UtcMs } from '../../../shared/time.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Asked, Provider, SourceBar } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { quotesOneByOne } from './quotes-one-by-one.ts';

const figure = z.string().transform(Number);
const klines = z.array(z.tuple([z.number(), figure, figure, figure, figure, figure, z.number(), figure], z.unknown()));
const ticker = z.object({ symbol: z.string(), lastPrice: figure, prevClosePrice: figure.optional(), openPrice: figure, highPrice: figure, lowPrice: figure, volume: figure, quoteVolume: figure, closeTime: z.number() });
const pageBars = 1_000;
const maxPages = 20;

/** Binance: documented klines and tickers of crypto pairs. Volumes in coins, amounts in the quote currency. */
export function createBinance(context: SourceContext): Provider {
  const { base, clock } = context;

  async function get<Schema extends z.ZodType>(path: string, query: Record<string, string>, schema: Schema, instrument: Asked, signal: AbortSignal): Promise<z.output<Schema>> {
    return ask(context, { base: base('url'), path, query, read: jsonBody(schema), signal }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'network.status' && error.params['status'] === 400) {
        throw new AppError('source.symbolUnknown', { source: 'binance', symbol: `${instrument.mic}:${instrument.code}` });
      }
      throw error;
    });
  }

  return {
    name: 'binance',
    frequencies,
    covers: ({ mic, code }) => (mic === 'BINANCE' || mic === 'CRYPTO') && /^[A-Z0-9]{5,20}$/.test(code),
    async bars({ instrument, freq, from, signal }) {
      const bars: SourceBar[] = [];
      let startTime = from * dayMs;
      for (let pages = 0; pages < maxPages; pages++) {
        const query = { symbol: instrument.code, interval: freq, startTime: String(startTime), limit: String(pageBars) };
        const rows = await get('/api/v3/klines', query, klines, instrument, signal);
        bars.push(...rows.map(([openTime, open, high, low, close, volume, , amount]): SourceBar => ({ time: timeOf(openTime, freq), open, high, low, close, volume, amount })));
        const last = rows.at(-1);
        if (last === undefined || rows.length < pageBars || last[6] >= clock.now()) break;
        startTime = last[6] + 1;
      }
      return { basis: 'raw', bars, actions: [], nameEn: null, nameZh: null, currency: null };
    },
    quotes: (instruments, signal) =>
      quotesOneByOne(instruments, signal, async (instrument) => {
        const one = await get('/api/v3/ticker/24hr', { symbol: instrument.code }, ticker, instrument, signal);
        if (one.symbol !== instrument.code) throw new AppError('source.symbolMismatch', { source: 'binance', symbol: instrument.code, got: one.symbol });
        return {
          mic: instrument.mic, code: instrument.code, price: one.lastPrice, previousClose: one.prevClosePrice ?? NaN, open: one.openPrice, high: one.highPrice, low: one.lowPrice,
          volume: one.volume, amount: one.quoteVolume, at: one.closeTime as UtcMs, peRatio: NaN, pbRatio: NaN, marketCap: NaN,
        };
      }),
  };
}

function timeOf(openTime: number, freq: Frequency): number {
  return freq === '1d' || freq === '1w' || freq === '1M' ? Math.floor(openTime / dayMs) : openTime;
}
