import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { instantOf } from '../../../shared/calendar/zone-clock.ts';
import { formatTradingDate, parseTradingDate, type TradingDate } from '../../../shared/time.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Asked, Provider, Quote, SourceBar } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { chineseCode } from './chinese-code.ts';
import { decodeGbk } from './decode-gbk.ts';

const cell = z.union([z.string(), z.number()]);
const days = z.array(z.array(z.unknown()));
const kline = z.object({
  code: z.number(),
  data: z.union([z.record(z.string(), z.object({ day: days.optional() })), z.array(z.unknown())]),
});
const pageBars = 640;
const maxPages = 40;
/** So many calendar days hold at most a page of sessions. */
const pageDays = 880;
const quoteTypes = ['text/html', 'text/plain', 'application/javascript', 'application/x-javascript', 'text/javascript'];

/** Tencent: unadjusted daily bars of mainland China and Hong Kong, 640 at a time, and quotes as GBK lines. Mainland volumes come in lots. */
export function createTencent(context: SourceContext): Provider {
  const { base, clock } = context;

  async function page(name: string, from: TradingDate, to: TradingDate, signal: AbortSignal): Promise<readonly unknown[][]> {
    const param = `${name},day,${formatTradingDate(from)},${formatTradingDate(to)},${pageBars},`;
    const answer = await ask(context, { base: base('url'), path: '/appstock/app/fqkline/get', query: { param }, read: jsonBody(kline), signal });
    if (answer.code !== 0 || Array.isArray(answer.data)) return [];
    const [[got, one] = ['', undefined]] = Object.entries(answer.data);
    if (one !== undefined && got !== name) throw new AppError('source.symbolMismatch', { source: 'tencent', symbol: name, got });
    return one?.day ?? [];
  }

  return {
    name: 'tencent',
    frequencies: ['1d'],
    covers: (instrument) => tencentCode(instrument) !== null,
    async bars({ instrument, from, signal }) {
      const name = tencentCode(instrument);
      const unknown = new AppError('source.symbolUnknown', { source: 'tencent', symbol: `${instrument.mic}:${instrument.code}` });
      if (name === null) throw unknown;
      const lot = instrument.mic === 'XHKG' ? 1 : 100;
      const bars: SourceBar[] = [];
      const today = Math.floor(clock.now() / 86_400_000) + 1;
      // Newest first: what lies before the listing answers empty and ends the walk.
      let to = today;
      for (let pages = 0; pages < maxPages && to >= from; pages++) {
        const start = Math.max(from, to - pageDays);
        const rows = await page(name, start as TradingDate, to as TradingDate, signal);
        if (rows.length === 0) break;
        bars.push(...rows.flatMap((row) => barOf(row, lot)));
        to = start - 1;
      }
      if (bars.length === 0) throw unknown;
      return { basis: 'raw', bars, actions: [], nameEn: null, nameZh: null, currency: null };
    },
    async quotes(instruments, signal) {
      const byName = new Map(instruments.flatMap((instrument) => (tencentCode(instrument) === null ? [] : [[tencentCode(instrument), instrument] as const])));
      const text = await ask(context, {
        base: base('quoteUrl'), path: `/q=${[...byName.keys()].join(',')}`, types: quoteTypes, read: ({ body }) => decodeGbk(body), signal,
      });
      return [...text.matchAll(/v_(?:r_)?([a-z]{2}\d{5,6})="([^"]*)"/g)].flatMap(([, name = '', fields = '']) => {
        const instrument = byName.get(name);
        return instrument === undefined ? [] : [readQuote(fields.split('~'), instrument)];
      });
    },
  };
}

function tencentCode(instrument: Pick<Asked, 'mic' | 'code'>): string | null {
  const chinese = chineseCode(instrument);
  if (chinese !== null) return `${chinese.place}${chinese.code}`;
  return instrument.mic === 'XHKG' ? `hk${instrument.code}` : null;
}

function barOf(row: readonly unknown[], lot: number): SourceBar[] {
  const [day, open, close, high, low, volume] = row.slice(0, 6).map((value) => cell.safeParse(value).data);
  const date = typeof day === 'string' ? parseTradingDate(day) : null;
  const number = (value: string | number | undefined): number => (value === undefined || value === '' ? NaN : Number(value));
  return date === null ? [] : [{ time: date, open: number(open), high: number(high), low: number(low), close: number(close), volume: number(volume) * lot, amount: NaN }];
}

/** Fields by index: their number grew over the years. Mainland volume in lots and amount in 10,000 yuan, Hong Kong in shares and dollars. */
function readQuote(fields: readonly string[], { mic, code, zone }: Asked): Quote {
  const at = (index: number): number => {
    const text = fields[index]?.trim() ?? '';
    return text === '' ? NaN : Number(text);
  };
  const hongKong = mic === 'XHKG';
  const digits = (fields[30] ?? '').replace(/\D/g, '');
  const date = parseTradingDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
  const minutes = Number(digits.slice(8, 10)) * 60 + Number(digits.slice(10, 12)) + Number(digits.slice(12, 14)) / 60;
  return {
    mic, code, price: at(3), previousClose: at(4), open: at(5), high: at(33), low: at(34),
    volume: at(6) * (hongKong ? 1 : 100), amount: at(37) * (hongKong ? 1 : 10_000),
    at: date === null ? null : instantOf(zone, date, minutes),
    peRatio: at(39), pbRatio: hongKong ? NaN : at(46), marketCap: at(hongKong ? 44 : 45) * 100_000_000,
  };
}
