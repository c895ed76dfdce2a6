import { exchangeByMic, exchangeByPrefix, exchangeBySuffix, type Exchange, type Market } from './exchanges.ts';
import type { InstrumentKind } from './instrument.ts';

/** One instrument a text can stand for; its key is `mic:code`. */
export interface SymbolCandidate {
  readonly mic: string;
  readonly code: string;
  readonly kind: InstrumentKind;
  /** Currency where the code itself tells it (`BTCUSDT`, `EURUSD`). */
  readonly currency: string | null;
}

/** What is known beside the text. */
export interface SymbolHints {
  readonly market?: Market | undefined;
  /** MIC or what people write for one (`SH`, `NASDAQ`). */
  readonly exchange?: string | undefined;
}

/** Markets whose codes people also write bare; the text alone does not tell them. */
export const bareMarkets = ['US', 'HK', 'UK'] as const;

export function symbolKey(candidate: { readonly mic: string; readonly code: string }): string {
  return `${candidate.mic}:${candidate.code}`;
}

/**
 * Reads what people write for an instrument: `600519`, `600519.SH`, `sh.600519`, `SH#600519`, `600519 CH`, `aapl.us`, `0700.HK`, `BTCUSDT`,
 * `^GSPC`, `EURUSD=X`, `XSHG:600519`. Several answers mean it must be asked (`000001` is a bank and an index), none that the market is
 * missing (`AAPL`) or that it is no symbol at all.
 */
export function symbolCandidates(written: string, hints: SymbolHints = {}): SymbolCandidate[] {
  const text = written.trim().replace(/^['’]/, '').toUpperCase();
  if (!/^[\p{L}\p{N}^.\-_:#/ =&*+@$]{1,40}$/u.test(text)) return [];
  const exchange = hints.exchange === undefined ? null : knownExchange(hints.exchange);
  if (hints.exchange !== undefined && exchange === null) return [];
  const market = hints.market ?? exchange?.market;
  const named = explicit(text, hints.market);
  if (exchange !== null) return named === null ? [on(exchange, text)] : named.flatMap((one) => settle(one, exchange));
  return (named ?? bare(text, market)).filter((one) => market === undefined || belongs(one, market));
}

/** The exchange meant by a MIC, suffix or prefix. */
export function knownExchange(text: string): Exchange | null {
  const upper = text.trim().toUpperCase();
  return exchangeByMic(upper) ?? exchangeByPrefix(upper) ?? exchangeBySuffix(upper);
}

/** A candidate under the exchange that was given beside it: itself, moved from the market's generic key (`US:`), or nothing. */
function settle(one: SymbolCandidate, exchange: Exchange): SymbolCandidate[] {
  if (one.mic === exchange.mic) return [one];
  if (one.mic === 'INDEX') return exchangeBySuffix(one.code.slice(-2))?.mic === exchange.mic ? [one] : [];
  return one.mic === exchange.market ? [{ ...one, mic: exchange.mic }] : [];
}

function belongs(one: SymbolCandidate, market: Market): boolean {
  const own = exchangeByMic(one.mic)?.market ?? 'OTHER';
  if (own === market || market === 'OTHER') return true;
  if (market === 'INDEX') return one.kind === 'index';
  return own === 'INDEX' && (market === 'CN') === /\.(SH|SZ|BJ)$/.test(one.code);
}

/** Texts that name their market. Null when this one does not. */
function explicit(text: string, market: Market | undefined): SymbolCandidate[] | null {
  if (text.startsWith('^')) return [{ mic: 'INDEX', code: text.slice(1), kind: 'index', currency: null }];
  const pair = /^([A-Z]{3})[/_]?([A-Z]{3})=X$/.exec(text);
  if (pair !== null) return [fx(`${pair[1]}${pair[2]}`)];
  if (/^[A-Z0-9]{1,8}=F$/.test(text)) return [{ mic: 'OTHER', code: text, kind: 'future', currency: null }];
  const prefixed = /^([A-Z_]+):(.+)$/.exec(text) ?? /^([A-Z]{2})[.#_]?(\d{4,6})$/.exec(text);
  if (prefixed !== null) {
    const [, prefix = '', rest = ''] = prefixed;
    // TradingView marks delayed feeds (`SSE_DLY:600519`).
    const exchange = exchangeByPrefix(prefix.replace(/_DLY$/, ''));
    if (exchange !== null) return [on(exchange, rest)];
    return prefixed[0].includes(':') ? [] : null;
  }
  const suffixed = /^(.+)[. ]([A-Z]{1,4})$/.exec(text);
  if (suffixed === null) return null;
  const [, rest = '', suffix = ''] = suffixed;
  if (suffix === 'CH' && text.includes(' ')) return chinese(rest).filter((one) => one.kind !== 'index');
  const exchange = exchangeBySuffix(suffix);
  // BRK.B is a share class; a US file never means another country by a dot.
  if (exchange === null || (market === 'US' && exchange.market !== 'US')) return null;
  return [on(exchange, rest)];
}

function bare(text: string, market: Market | undefined): SymbolCandidate[] {
  if (market === 'INDEX' && !/^\d{6}$/.test(text)) return [{ mic: 'INDEX', code: text, kind: 'index', currency: null }];
  if (market === 'OTHER') return [{ mic: 'OTHER', code: code(text), kind: 'other', currency: null }];
  if (/^\d{6}$/.test(text) && market !== 'HK') return chinese(text);
  // A table kept as numbers loses the zeros in front.
  if (/^\d{1,5}$/.test(text) && market === 'CN') return chinese(text.padStart(6, '0'));
  if (/^\d{1,5}$/.test(text) && market === 'HK') return [{ mic: 'XHKG', code: text.padStart(5, '0'), kind: 'stock', currency: 'HKD' }];
  if (market === 'US' && /^[A-Z][A-Z0-9]{0,6}([.\-/ ][A-Z]{1,3})?$/.test(text)) return [{ mic: 'US', code: code(text), kind: 'stock', currency: 'USD' }];
  if (market === 'UK' && /^[A-Z0-9]{2,5}\.?$/.test(text)) return [{ mic: 'XLON', code: text.replace('.', ''), kind: 'stock', currency: 'GBp' }];
  const letters = text.replace(/[/\-_]/g, '');
  if (market === 'FX') return /^[A-Z]{6}$/.test(letters) ? [fx(letters)] : [];
  if (market === 'CRYPTO') return /^[A-Z0-9]{2,20}$/.test(letters) ? [crypto(letters)] : [];
  if (market !== undefined) return [];
  if (isCryptoPair(letters)) return [crypto(letters)];
  return /^[A-Z]{6}$/.test(letters) && currencies.has(letters.slice(0, 3)) && currencies.has(letters.slice(3)) ? [fx(letters)] : [];
}

/** Codes of 上证 indices that are also codes of Shenzhen stocks; other 000xxx codes are taken as stocks. */
const shanghaiIndices = new Set([
  '000001', '000002', '000003', '000004', '000005', '000006', '000007', '000008', '000009', '000010', '000015', '000016', '000017',
  '000300', '000510', '000688', '000852', '000903', '000904', '000905', '000906', '000985',
]);

function chinese(text: string): SymbolCandidate[] {
  const stock = (mic: string, kind: InstrumentKind = 'stock'): SymbolCandidate => ({ mic, code: text, kind, currency: 'CNY' });
  const index = (suffix: string): SymbolCandidate => ({ mic: 'INDEX', code: `${text}.${suffix}`, kind: 'index', currency: 'CNY' });
  if (!/^\d{6}$/.test(text)) return [];
  if (text === '000300') return [index('SH')];
  if (text.startsWith('000')) return shanghaiIndices.has(text) ? [stock('XSHE'), index('SH')] : [stock('XSHE')];
  if (/^(00[1-4]|30[0-2])/.test(text)) return [stock('XSHE')];
  if (/^(60[0135]|68[89])/.test(text)) return [stock('XSHG')];
  if (/^(920|4[03]|8[3-9])/.test(text)) return [stock('XBSE')];
  if (text.startsWith('399')) return [index('SZ')];
  if (text.startsWith('5')) return [stock('XSHG', 'etf')];
  if (/^1[568]/.test(text)) return [stock('XSHE', 'etf')];
  if (text.startsWith('900')) return [{ ...stock('XSHG'), currency: 'USD' }];
  if (text.startsWith('200')) return [{ ...stock('XSHE'), currency: 'HKD' }];
  return [];
}

/** A code on a known exchange, in the form that exchange writes. */
function on(exchange: Exchange, written: string): SymbolCandidate {
  if (exchange.mic === 'INDEX') {
    const known = chinese(written).find((one) => one.kind === 'index');
    return known ?? { mic: 'INDEX', code: code(written).replace(/^\^/, ''), kind: 'index', currency: null };
  }
  if (exchange.market === 'CN') {
    const known = chinese(written.replace(/\.(SH|SS|SZ|BJ)$/, ''));
    const match = known.find((one) => one.mic === exchange.mic && (exchange.mic !== 'XSHG' || one.kind !== 'index'))
      ?? known.find((one) => one.kind === 'index' && exchangeBySuffix(one.code.slice(-2))?.mic === exchange.mic);
    if (match !== undefined) return match;
    // 通达信 calls the index of Shanghai 999999 and its own sector indices 88xxxx.
    if (exchange.mic === 'XSHG' && written === '999999') return { mic: 'INDEX', code: '000001.SH', kind: 'index', currency: 'CNY' };
    if (exchange.mic === 'XSHG' && /^88\d{4}$/.test(written)) return { mic: 'INDEX', code: `${written}.SH`, kind: 'index', currency: 'CNY' };
    // 000xxx under Shanghai is an index, whether or not it is a well-known one.
    if (exchange.mic === 'XSHG' && /^000\d{3}$/.test(written)) return { mic: 'INDEX', code: `${written}.SH`, kind: 'index', currency: 'CNY' };
  }
  if (exchange.mic === 'FX') return fx(written.replace(/[/\-_]/g, ''));
  if (exchange.market === 'CRYPTO') return { ...crypto(written.replace(/[/\-_]/g, '')), mic: exchange.mic };
  const plain = code(written);
  return {
    mic: exchange.mic,
    code: exchange.mic === 'XHKG' && /^\d{1,5}$/.test(plain) ? plain.padStart(5, '0') : plain,
    kind: exchange.kind,
    currency: exchange.currency,
  };
}

const code = (text: string): string => text.replace(/[ /]/g, '.');

const currencies = new Set(words('USD EUR GBP JPY CHF AUD NZD CAD CNY CNH HKD SGD KRW INR TRY SEK NOK DKK PLN CZK HUF ZAR MXN BRL RUB ILS THB TWD XAU XAG XPT XPD'));
const coins = words('BTC XBT ETH BNB XRP SOL ADA DOGE DOT LTC BCH LINK AVAX MATIC TRX SHIB UNI ATOM XLM ETC FIL APT ARB OP NEAR TON SUI PEPE');
const quotes = words('USDT USDC BUSD FDUSD TUSD USD EUR GBP JPY KRW TRY BTC ETH BNB');

function words(text: string): string[] {
  return text.split(' ');
}

function isCryptoPair(letters: string): boolean {
  return /^[A-Z0-9]{2,12}(USDT|USDC|BUSD|FDUSD)$/.test(letters) || coins.some((coin) => letters.startsWith(coin) && quotes.includes(letters.slice(coin.length)));
}

function fx(letters: string): SymbolCandidate {
  return { mic: 'FX', code: letters, kind: 'fx', currency: letters.slice(3) };
}

function crypto(letters: string): SymbolCandidate {
  // `BTCUSDT.P` is the perpetual contract of the pair.
  const pair = letters.replace(/\.P$/, '');
  const quote = quotes.find((one) => pair.length > one.length && pair.endsWith(one)) ?? null;
  return { mic: 'CRYPTO', code: letters, kind: 'crypto', currency: quote };
}
