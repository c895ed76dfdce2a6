import { describe, expect, test } from 'vitest';
import { symbolCandidates, symbolKey, type SymbolHints } from '../../src/shared/symbol-text.ts';

const keys = (text: string, hints?: SymbolHints): string[] => symbolCandidates(text, hints).map(symbolKey);

describe('what people write for an instrument', () => {
  test.each([
    ['600519', 'XSHG:600519'], ['600519.SH', 'XSHG:600519'], ['600519.SS', 'XSHG:600519'], ['sh.600519', 'XSHG:600519'], ['sh600519', 'XSHG:600519'],
    ['SH#600519', 'XSHG:600519'], ['600519 CH', 'XSHG:600519'], ["'600519", 'XSHG:600519'], ['XSHG:600519', 'XSHG:600519'], ['SSE:600519', 'XSHG:600519'],
    ['688981', 'XSHG:688981'], ['510300', 'XSHG:510300'], ['159915', 'XSHE:159915'], ['300750', 'XSHE:300750'], ['002594', 'XSHE:002594'], ['830799', 'XBSE:830799'],
    ['000001.SZ', 'XSHE:000001'], ['sz000001', 'XSHE:000001'], ['000001 CH', 'XSHE:000001'], ['000001.SH', 'INDEX:000001.SH'], ['sh000001', 'INDEX:000001.SH'],
    ['sh.000300', 'INDEX:000300.SH'], ['000300', 'INDEX:000300.SH'], ['399001', 'INDEX:399001.SZ'], ['sz.399006', 'INDEX:399006.SZ'],
    ['aapl.us', 'US:AAPL'], ['AAPL US', 'US:AAPL'], ['NASDAQ:AAPL', 'XNAS:AAPL'], ['NYSE:BRK.B', 'XNYS:BRK.B'],
    ['0700.HK', 'XHKG:00700'], ['700 HK', 'XHKG:00700'], ['HKEX:700', 'XHKG:00700'], ['101670.KQ', 'XKOS:101670'], ['7203.T', 'XTKS:7203'], ['VOD.L', 'XLON:VOD'], ['VOD LN', 'XLON:VOD'],
    ['^GSPC', 'INDEX:GSPC'], ['EURUSD=X', 'FX:EURUSD'], ['EUR/USD', 'FX:EURUSD'], ['BTCUSDT', 'CRYPTO:BTCUSDT'], ['BTC-USD', 'CRYPTO:BTCUSD'], ['BINANCE:BTCUSDT', 'BINANCE:BTCUSDT'],
  ])('%s is %s', (text, key) => expect(keys(text)).toEqual([key]));

  test('000001 is a bank and an index', () => expect(keys('000001')).toEqual(['XSHE:000001', 'INDEX:000001.SH']));
  test.each([['AAPL'], [''], ['one two three four five'], ['<img onerror>'], ['x'.repeat(60)], ['UNKNOWN:AAPL']])('%s alone names nothing', (text) => expect(keys(text)).toEqual([]));
});

describe('what is known beside the text narrows it', () => {
  test.each<[string, SymbolHints, string[]]>([
    ['AAPL', { market: 'US' }, ['US:AAPL']],
    ['BRK.B', { market: 'US' }, ['US:BRK.B']],
    ['BF-B', { market: 'US' }, ['US:BF-B']],
    ['VOD.L', { market: 'US' }, ['US:VOD.L']],
    ['AAPL', { exchange: 'XNAS' }, ['XNAS:AAPL']],
    ['AAPL', { market: 'US', exchange: 'NASDAQ' }, ['XNAS:AAPL']],
    ['aapl.us', { exchange: 'XNAS' }, ['XNAS:AAPL']],
    ['000001', { market: 'CN' }, ['XSHE:000001', 'INDEX:000001.SH']],
    ['000001', { exchange: 'XSHE' }, ['XSHE:000001']],
    ['000001', { exchange: 'SH' }, ['INDEX:000001.SH']],
    ['000001', { market: 'INDEX' }, ['INDEX:000001.SH']],
    ['000001.SH', { market: 'CN' }, ['INDEX:000001.SH']],
    ['VIX', { market: 'INDEX' }, ['INDEX:VIX']],
    ['700', { market: 'HK' }, ['XHKG:00700']],
    ['VOD', { market: 'UK' }, ['XLON:VOD']],
    ['XAUUSD', { market: 'FX' }, ['FX:XAUUSD']],
    ['BTCUSDT', { market: 'CRYPTO' }, ['CRYPTO:BTCUSDT']],
    ['BTCUSDT', { exchange: 'BINANCE' }, ['BINANCE:BTCUSDT']],
    ['600519', { market: 'US' }, []],
    ['600519.SH', { exchange: 'XNAS' }, []],
    ['AAPL', { exchange: 'NOWHERE' }, []],
    ['WIG20', { market: 'OTHER' }, ['OTHER:WIG20']],
  ])('%s with %o is %j', (text, hints, expected) => expect(keys(text, hints)).toEqual(expected));
});
