import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';

/** Investing.com in its many languages: date, last price, open, high, low, perhaps volume, and the change in percent last. */
export const investing: Format = {
  id: 'investing',
  recognise({ name }, table) {
    const header = table?.header ?? [];
    const roles = table?.columns ?? [];
    if (header.length < 6 || header.length > 7 || !/%|涨跌幅|變更/.test(header.at(-1) ?? '')) return null;
    if (!['date', 'close', 'open', 'high', 'low'].every((role, index) => roles[index] === role)) return null;
    const pair = /^([A-Z]{3})_([A-Z]{3})[ _]/.exec(fileStem(name));
    return { confidence: 0.93, basis: 'split', symbol: pair === null ? undefined : `${pair[1]}/${pair[2]}` };
  },
};
