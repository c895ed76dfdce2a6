import { knownExchange } from '../../../../shared/symbol-text.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';

/** TradingView's chart export: `time` first, prices in lower case, then whatever was on the chart; named `EXCHANGE_SYMBOL, INTERVAL`. */
export const tradingview: Format = {
  id: 'tradingview',
  recognise({ name }, table) {
    const header = table?.header ?? [];
    const whole = ['time', 'open', 'high', 'low', 'close'].every((word, index) => header[index] === word);
    if (!whole && !(header[0] === 'time' && header[1] === 'close')) return null;
    const [, exchange, code] = /^([A-Z_]{2,12})_([A-Z0-9.!]+), ?\w+/.exec(fileStem(name)) ?? [];
    // Series of statistics (`FRED`, `ECONOMICS`) stand on no exchange.
    const prefix = knownExchange(exchange?.replace(/_DLY$/, '') ?? '') === null ? '' : `${exchange}:`;
    return { confidence: 0.85, basis: 'split', symbol: code === undefined ? undefined : `${prefix}${code}` };
  },
};
