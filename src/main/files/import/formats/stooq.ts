import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

const periods: Readonly<Record<string, Frequency>> = { D: '1d', W: '1w', M: '1M', '5': '5m', '60': '1h' };

/** Stooq: single downloads with an English or Polish header, and the files of its bulk archives. Prices carry splits and dividends. */
export const stooq: Format = {
  id: 'stooq',
  recognise({ name }, table) {
    if (headerHas(table, 'ticker', 'per', 'date', 'time', 'vol', 'openint')) {
      const at = table.header?.findIndex((cell) => normalizeHeader(cell) === 'per') ?? -1;
      return { confidence: 0.97, basis: 'total', dateFormat: 'yyyyMMdd', freq: periods[table.rows[0]?.cells?.[at]?.trim() ?? ''] };
    }
    const symbol = symbolFromName(name);
    if (headerHas(table, 'data', 'otwarcie', 'najwyzszy', 'najnizszy', 'zamkniecie')) return { confidence: 0.95, basis: 'total', symbol };
    const english = headerHas(table, 'date', 'open', 'high', 'low', 'close') && symbol !== undefined;
    return english ? { confidence: 0.8, basis: 'total', symbol } : null;
  },
};

/** `aapl_us_d.csv` is `AAPL.US`; `wig20_d.csv` is a Polish symbol without a suffix. */
function symbolFromName(name: string): string | undefined {
  const match = /^([a-z0-9^.-]{1,12}?)(?:_(us|uk|hk|jp|de))?_[dwm]$/.exec(fileStem(name));
  const [, code, country] = match ?? [];
  if (code === undefined) return undefined;
  const suffix = country === 'uk' ? '.L' : country === 'jp' ? '.T' : country === undefined ? '' : `.${country}`;
  return `${code}${suffix}`.toUpperCase();
}
