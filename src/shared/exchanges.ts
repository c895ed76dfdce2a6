import type { InstrumentKind } from './instrument.ts';

/** Markets a person can name for a file that does not. */
export const markets = ['US', 'CN', 'HK', 'UK', 'CRYPTO', 'FX', 'INDEX', 'OTHER'] as const;
export type Market = (typeof markets)[number];

/** What an exchange settles for its instruments where nothing better is known. */
export interface Exchange {
  readonly mic: string;
  readonly market: Market;
  /** IANA zone of its sessions. */
  readonly zone: string;
  /** Null where each instrument has its own: quote currencies, indices. */
  readonly currency: string | null;
  readonly calendar: string | null;
  readonly kind: InstrumentKind;
  /** What people write behind a dot (`600519.SH`), after a space (`600519 CH`) or in front (`SH600519`, `NASDAQ:AAPL`), upper case. */
  readonly suffixes: readonly string[];
  readonly prefixes: readonly string[];
}

type Row = readonly [mic: string, market: Market, zone: string, currency: string | null, calendar: string | null, suffixes: string, prefixes: string, kind?: InstrumentKind];

const rows: readonly Row[] = [
  ['XSHG', 'CN', 'Asia/Shanghai', 'CNY', 'XSHG', 'SH SS SHH XSHG', 'SH SSE XSHG'],
  ['XSHE', 'CN', 'Asia/Shanghai', 'CNY', 'XSHE', 'SZ SHZ XSHE', 'SZ SZSE XSHE'],
  ['XBSE', 'CN', 'Asia/Shanghai', 'CNY', 'XBSE', 'BJ XBSE', 'BJ BSE XBSE'],
  ['XHKG', 'HK', 'Asia/Hong_Kong', 'HKD', 'XHKG', 'HK XHKG', 'HK HKEX XHKG'],
  ['US', 'US', 'America/New_York', 'USD', 'XNYS', 'US', 'US BATS'],
  ['XNAS', 'US', 'America/New_York', 'USD', 'XNAS', 'O XNAS UW UQ', 'NASDAQ XNAS'],
  ['XNYS', 'US', 'America/New_York', 'USD', 'XNYS', 'N XNYS UN', 'NYSE XNYS'],
  ['ARCX', 'US', 'America/New_York', 'USD', 'XNYS', 'ARCX', 'AMEX ARCX NYSEARCA'],
  ['XLON', 'UK', 'Europe/London', 'GBp', 'XLON', 'L LN UK LON XLON', 'LSE XLON'],
  ['XTKS', 'OTHER', 'Asia/Tokyo', 'JPY', null, 'T JT JP XTKS', 'TSE XTKS'],
  ['XKRX', 'OTHER', 'Asia/Seoul', 'KRW', null, 'KS XKRX', 'KRX XKRX'],
  ['XKOS', 'OTHER', 'Asia/Seoul', 'KRW', null, 'KQ XKOS', 'XKOS'],
  ['XTAI', 'OTHER', 'Asia/Taipei', 'TWD', null, 'TW TT XTAI', 'TWSE XTAI'],
  ['XSES', 'OTHER', 'Asia/Singapore', 'SGD', null, 'SI SP XSES', 'SGX XSES'],
  ['XASX', 'OTHER', 'Australia/Sydney', 'AUD', null, 'AX AU XASX', 'ASX XASX'],
  ['XNSE', 'OTHER', 'Asia/Kolkata', 'INR', null, 'NS IN XNSE', 'NSE XNSE'],
  ['XBOM', 'OTHER', 'Asia/Kolkata', 'INR', null, 'BO BSE XBOM', 'XBOM'],
  ['XPAR', 'OTHER', 'Europe/Paris', 'EUR', null, 'PA FP XPAR', 'XPAR'],
  ['XAMS', 'OTHER', 'Europe/Amsterdam', 'EUR', null, 'AS NA XAMS', 'XAMS'],
  ['XETR', 'OTHER', 'Europe/Berlin', 'EUR', null, 'DE GY GR DEX XETR', 'XETR'],
  ['XFRA', 'OTHER', 'Europe/Berlin', 'EUR', null, 'F XFRA', 'FWB XFRA'],
  ['XMIL', 'OTHER', 'Europe/Rome', 'EUR', null, 'MI IM XMIL', 'MIL XMIL'],
  ['XMAD', 'OTHER', 'Europe/Madrid', 'EUR', null, 'MC SM XMAD', 'BME XMAD'],
  ['XSWX', 'OTHER', 'Europe/Zurich', 'CHF', null, 'SW XSWX', 'SIX XSWX'],
  ['XTSE', 'OTHER', 'America/Toronto', 'CAD', null, 'TO CT TRT XTSE', 'TSX XTSE'],
  ['XWAR', 'OTHER', 'Europe/Warsaw', 'PLN', null, 'WA PL XWAR', 'GPW XWAR'],
  ['XIST', 'OTHER', 'Europe/Istanbul', 'TRY', null, 'IS XIST', 'BIST XIST'],
  ['BINANCE', 'CRYPTO', 'UTC', null, '24x7', '', 'BINANCE', 'crypto'],
  ['CRYPTO', 'CRYPTO', 'UTC', null, '24x7', '', 'CRYPTO COINBASE KRAKEN BITSTAMP BITFINEX OKX BYBIT HUOBI GEMINI', 'crypto'],
  ['FX', 'FX', 'UTC', null, null, '', 'FX FX_IDC OANDA FOREXCOM', 'fx'],
  ['INDEX', 'INDEX', 'UTC', null, null, '', 'INDEX TVC SP DJ CBOE HSI', 'index'],
  ['OTHER', 'OTHER', 'UTC', null, null, '', 'OTHER', 'other'],
  ['DEMO', 'OTHER', 'UTC', null, null, '', 'DEMO'],
];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** Every exchange the app knows by name. */
const exchanges: readonly Exchange[] = rows.map(([mic, market, zone, currency, calendar, suffixes, prefixes, kind = 'stock']) => ({
  mic, market, zone, currency, calendar, kind, suffixes: words(suffixes), prefixes: words(prefixes),
}));

const byMic = new Map(exchanges.map((exchange) => [exchange.mic, exchange]));
const bySuffix = new Map(exchanges.flatMap((exchange) => exchange.suffixes.map((suffix) => [suffix, exchange] as const)));
const byPrefix = new Map(exchanges.flatMap((exchange) => exchange.prefixes.map((prefix) => [prefix, exchange] as const)));

export function exchangeByMic(mic: string): Exchange | null {
  return byMic.get(mic) ?? null;
}

/** The market of an exchange; `OTHER` for one the app does not know. */
export function marketOf(mic: string): Market {
  return byMic.get(mic)?.market ?? 'OTHER';
}

/** The exchange a suffix like `SH`, `HK` or `KQ` stands for. */
export function exchangeBySuffix(suffix: string): Exchange | null {
  return bySuffix.get(suffix.toUpperCase()) ?? null;
}

/** The exchange a prefix like `sh`, `NASDAQ` or `XSHG` stands for. */
export function exchangeByPrefix(prefix: string): Exchange | null {
  return byPrefix.get(prefix.toUpperCase()) ?? null;
}
