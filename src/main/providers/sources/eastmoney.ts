import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import { instantOf } from '../../../shared/calendar/zone-clock.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { InstrumentDraft } from '../../../shared/instrument.ts';
import { formatTradingDate, parseTradingDate } from '../../../shared/time.ts';
import { jsonBody } from '../http/json-body.ts';
import type { Asked, Flow, Industry, Listing, Provider, Quote, SourceBar, SourceBars } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { chineseCode, chineseInstrument } from './chinese-code.ts';
import { compactDay } from './compact-day.ts';
import { eastMoneyFundamentals } from './eastmoney-fundamentals.ts';
import { secid } from './secid.ts';

const kline = z.object({ data: z.object({ code: z.string(), name: z.string().optional(), klines: z.array(z.string()) }).nullable() });
/** "-" stands for a missing number. */
const figure = z.union([z.number(), z.literal('-')]).optional().transform((value) => (typeof value === 'number' ? value : NaN));
const list = z.object({
  data: z
    .object({
      total: z.number(),
      diff: z.array(
        z.object({
          f2: figure, f3: figure, f5: figure, f6: figure, f9: figure, f12: z.string(), f13: z.number().optional(), f14: z.string(), f15: figure, f16: figure, f17: figure,
          f18: figure, f20: figure, f23: figure, f26: z.union([z.number(), z.string()]).optional(), f62: figure, f124: figure,
        }),
      ),
    })
    .nullable(),
});
type Row = NonNullable<z.output<typeof list>['data']>['diff'][number];

const lengths: Partial<Record<Frequency, { readonly klt: string; readonly minutes: number }>> = {
  '1d': { klt: '101', minutes: 0 }, '1m': { klt: '1', minutes: 1 }, '5m': { klt: '5', minutes: 5 }, '15m': { klt: '15', minutes: 15 }, '30m': { klt: '30', minutes: 30 }, '1h': { klt: '60', minutes: 60 },
};
const aShares = 'm:0 t:6,m:0 t:80,m:1 t:2,m:1 t:23,m:0 t:81 s:2048';
const pageSize = 100;
const maxPages = 100;

/** East Money: unadjusted bars, quotes, lists, boards, flow and statements of mainland China, bars of Hong Kong. Volumes of the mainland come in lots of a hundred. */
export function createEastMoney(context: SourceContext): Provider {
  const { base } = context;

  async function rows(role: string, path: string, query: Record<string, string>, signal: AbortSignal): Promise<NonNullable<z.output<typeof list>['data']> | null> {
    return (await ask(context, { base: base(role), path, query: { fltt: '2', ...query }, read: jsonBody(list), signal })).data;
  }

  /** All pages of a list: the source cuts pages to a hundred whatever is asked. */
  async function allRows(fs: string, fields: string, signal: AbortSignal): Promise<{ readonly rows: Row[]; readonly total: number }> {
    const all: Row[] = [];
    let total = 0;
    for (let page = 1; page <= maxPages; page++) {
      const data = await rows('listUrl', '/api/qt/clist/get', { pn: String(page), pz: String(pageSize), po: '1', np: '1', invt: '2', fid: 'f12', fs, fields }, signal);
      all.push(...(data?.diff ?? []));
      total = data?.total ?? total;
      if (data === null || data.diff.length === 0 || all.length >= data.total) break;
    }
    return { rows: all, total };
  }

  return {
    name: 'eastmoney',
    frequencies: ['1d', '1m', '5m', '15m', '30m', '1h'],
    covers: (instrument) => secid(instrument) !== null,
    async bars({ instrument, freq, from, signal }) {
      const [id, length] = [secid(instrument), lengths[freq]];
      const unknown = new AppError('source.symbolUnknown', { source: 'eastmoney', symbol: `${instrument.mic}:${instrument.code}` });
      if (id === null || length === undefined) throw unknown;
      const query = {
        secid: id, klt: length.klt, fqt: '0', beg: formatTradingDate(from).replaceAll('-', ''), end: '20500101', lmt: '1000000',
        fields1: 'f1,f2,f3,f4,f5,f6', fields2: 'f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61',
      };
      const { data } = await ask(context, { base: base('url'), path: '/api/qt/stock/kline/get', query, read: jsonBody(kline), signal });
      if (data === null) throw unknown;
      const [, code] = id.split('.');
      if (data.code !== code) throw new AppError('source.symbolMismatch', { source: 'eastmoney', symbol: code ?? '', got: data.code });
      return readKlines(data.klines, data.name ?? null, instrument, length.minutes);
    },
    async quotes(instruments, signal) {
      const byId = new Map(instruments.flatMap((instrument) => (secid(instrument) === null ? [] : [[secid(instrument), instrument] as const])));
      const fields = 'f2,f5,f6,f9,f12,f13,f14,f15,f16,f17,f18,f20,f23,f124';
      const data = await rows('listUrl', '/api/qt/ulist.np/get', { secids: [...byId.keys()].join(','), fields }, signal);
      return (data?.diff ?? []).flatMap((row) => {
        const instrument = byId.get(`${row.f13}.${row.f12}`);
        return instrument === undefined ? [] : [readQuote(row, instrument)];
      });
    },
    lists: {
      market: 'CN',
      async fetch(signal) {
        const { rows: given, total } = await allRows(aShares, 'f12,f13,f14,f26', signal);
        const byId = new Map(given.map((row) => [`${row.f13}.${row.f12}`, row]));
        const listings = [...byId.values()].flatMap((row) => instrumentOf(row).map((instrument): Listing => ({ ...instrument, listedOn: compactDay(row.f26) })));
        return { listings, isWhole: total > 0 && byId.size >= total };
      },
    },
    ...eastMoneyFundamentals(context),
    async flow(instrument, signal) {
      const id = secid(instrument);
      if (id === null) return [];
      const query = { lmt: '0', klt: '101', secid: id, fields1: 'f1,f2,f3,f7', fields2: 'f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61,f62,f63,f64,f65' };
      const { data } = await ask(context, { base: base('url'), path: '/api/qt/stock/fflow/daykline/get', query, read: jsonBody(kline), signal });
      const [, code] = id.split('.');
      if (data !== null && data.code !== code) throw new AppError('source.symbolMismatch', { source: 'eastmoney', symbol: code ?? '', got: data.code });
      return (data?.klines ?? []).flatMap(flowOf);
    },
    industries: async (signal) =>
      (await allRows('m:90 t:2 f:!50', 'f3,f12,f14,f62', signal)).rows.map((row): Industry => ({ id: row.f12, name: row.f14, changePercent: row.f3, netInflow: row.f62 })),
    members: async (industry, signal) => (await allRows(`b:${industry} f:!50`, 'f12,f13,f14', signal)).rows.flatMap(instrumentOf),
  };
}

const placeOf = (code: string, market: number | undefined): 'sh' | 'sz' | 'bj' => (market === 1 ? 'sh' : /^(4|8|92)/.test(code) ? 'bj' : 'sz');

function instrumentOf(row: Row): InstrumentDraft[] {
  return /^\d{6}$/.test(row.f12) ? [chineseInstrument(placeOf(row.f12, row.f13), row.f12, row.f14)] : [];
}

/** Rows "date,open,close,high,low,volume,amount,…"; minute rows carry the time at which the bar ENDS. */
function readKlines(rows: readonly string[], name: string | null, instrument: Asked, minutes: number): SourceBars {
  const lot = chineseCode(instrument) === null ? 1 : 100;
  const bars = rows.flatMap((row): SourceBar[] => {
    const [stamp = '', open, close, high, low, volume, amount] = row.split(',');
    const date = parseTradingDate(stamp.slice(0, 10));
    if (date === null) return [];
    const end = Number(stamp.slice(11, 13)) * 60 + Number(stamp.slice(14, 16));
    const time = minutes === 0 ? date : instantOf(instrument.zone, date, end - minutes);
    return [{ time, open: toNumber(open), high: toNumber(high), low: toNumber(low), close: toNumber(close), volume: toNumber(volume) * lot, amount: toNumber(amount) }];
  });
  return { basis: 'raw', bars, actions: [], nameEn: null, nameZh: name, currency: null };
}

function toNumber(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? NaN : Number(text);
}

function readQuote(row: Row, { mic, code }: Asked): Quote {
  const lot = mic === 'XHKG' ? 1 : 100;
  return {
    mic, code, price: row.f2, previousClose: row.f18, open: row.f17, high: row.f15, low: row.f16, volume: row.f5 * lot, amount: row.f6,
    at: Number.isFinite(row.f124) ? ((row.f124 * 1_000) as Quote['at']) : null,
    peRatio: row.f9, pbRatio: row.f23, marketCap: row.f20,
  };
}

/** "date,main,small,medium,large,super-large,…" in net yuan, then the same five in percent of the turnover. */
function flowOf(row: string): Flow[] {
  const [day = '', ...figures] = row.split(',');
  const date = parseTradingDate(day);
  const [main = NaN, small = NaN, medium = NaN, large = NaN, superLarge = NaN, , smallPercent = NaN, mediumPercent = NaN, largePercent = NaN, superLargePercent = NaN] = figures.map(toNumber);
  return date === null ? [] : [{ date, main, superLarge, large, medium, small, superLargePercent, largePercent, mediumPercent, smallPercent }];
}
