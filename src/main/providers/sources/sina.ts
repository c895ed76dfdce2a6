import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { instantOf } from '../../../shared/calendar/zone-clock.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { parseTradingDate } from '../../../shared/time.ts';
import { parseJson } from '../http/json-body.ts';
import type { Asked, Provider, Quote, SourceBar } from '../provider.ts';
import { ask, jsonTypes, type SourceContext } from '../source-context.ts';
import { chineseCode } from './chinese-code.ts';
import { decodeGbk } from './decode-gbk.ts';

const figure = z.union([z.string(), z.number()]).transform(Number);
const rows = z.array(z.object({ day: z.string(), open: figure, high: figure, low: figure, close: figure, volume: figure })).nullable();
const scales: Partial<Record<Frequency, number>> = { '1d': 240, '5m': 5, '15m': 15, '30m': 30, '1h': 60 };
const headers = { referer: 'https://finance.sina.com.cn/' };
const mostBars = '1970';

/** Sina: unadjusted bars of mainland China, the newest 1,970, and quotes as GBK lines. Volumes come in shares. */
export function createSina(context: SourceContext): Provider {
  const { base } = context;
  return {
    name: 'sina',
    frequencies: ['1d', '5m', '15m', '30m', '1h'],
    covers: (instrument) => sinaCode(instrument) !== null,
    async bars({ instrument, freq, from, signal }) {
      const [symbol, scale] = [sinaCode(instrument), scales[freq]];
      const unknown = new AppError('source.symbolUnknown', { source: 'sina', symbol: `${instrument.mic}:${instrument.code}` });
      if (symbol === null || scale === undefined) throw unknown;
      const found = await ask(context, {
        base: base('url'), path: '/cn/api/jsonp_v2.php/=/CN_MarketDataService.getKLineData', query: { symbol, scale: String(scale), ma: 'no', datalen: mostBars }, headers, signal,
        read: ({ url: { host }, body }) => parseJson(/\(([\s\S]*)\)/.exec(decodeGbk(body))?.[1] ?? '', rows, host),
      });
      if (found === null || found.length === 0) throw unknown;
      const bars = found.flatMap(({ day, ...values }): SourceBar[] => {
        const date = parseTradingDate(day.slice(0, 10));
        if (date === null || date < from) return [];
        const end = Number(day.slice(11, 13)) * 60 + Number(day.slice(14, 16));
        return [{ ...values, time: freq === '1d' ? date : instantOf(instrument.zone, date, end - scale), amount: NaN }];
      });
      return { basis: 'raw', bars, actions: [], nameEn: null, nameZh: null, currency: null };
    },
    async quotes(instruments, signal) {
      const bySymbol = new Map(instruments.flatMap((instrument) => (sinaCode(instrument) === null ? [] : [[sinaCode(instrument), instrument] as const])));
      const text = await ask(context, { base: base('quoteUrl'), path: `/list=${[...bySymbol.keys()].join(',')}`, types: [...jsonTypes, 'text/html'], headers, read: ({ body }) => decodeGbk(body), signal });
      return [...text.matchAll(/hq_str_([a-z]{2}\d{6})="([^"]+)"/g)].flatMap(([, symbol = '', fields = '']) => {
        const instrument = bySymbol.get(symbol);
        return instrument === undefined ? [] : [readQuote(fields.split(','), instrument)];
      });
    },
  };
}

function sinaCode(instrument: Pick<Asked, 'mic' | 'code'>): string | null {
  const chinese = chineseCode(instrument);
  return chinese === null ? null : `${chinese.place}${chinese.code}`;
}

/** A halted instrument has prices of zero: it has no price then. */
function readQuote(fields: readonly string[], { mic, code, zone }: Asked): Quote {
  const at = (index: number): number => Number(fields[index] ?? NaN);
  const price = (index: number): number => (at(index) > 0 ? at(index) : NaN);
  const date = parseTradingDate(fields[30] ?? '');
  const [hour = NaN, minute = NaN, second = NaN] = (fields[31] ?? '').split(':').map(Number);
  return {
    mic, code, price: price(3), previousClose: price(2), open: price(1), high: price(4), low: price(5), volume: at(8), amount: at(9),
    at: date === null ? null : instantOf(zone, date, hour * 60 + minute + second / 60),
    peRatio: NaN, pbRatio: NaN, marketCap: NaN,
  };
}
