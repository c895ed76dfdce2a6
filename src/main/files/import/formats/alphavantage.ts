import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

const steps: Readonly<Record<string, Frequency>> = { '1min': '1m', '5min': '5m', '15min': '15m', '30min': '30m', '60min': '1h' };

/** Alpha Vantage's CSV answers: prices as traded, times of New York; named `daily_IBM.csv`, `intraday_5min_IBM.csv`. */
export const alphavantage: Format = {
  id: 'alphavantage',
  recognise({ name }, table) {
    const [, kind, code] = /^(daily|daily_adjusted|weekly|weekly_adjusted|monthly|monthly_adjusted|intraday_\d+min)_([A-Z0-9.-]+)$/.exec(fileStem(name)) ?? [];
    if (table?.header?.[0] !== 'timestamp' || !headerHas(table, 'open', 'high', 'low', 'close', 'volume')) return null;
    const adjusted = headerHas(table, 'adjusted_close', 'split_coefficient');
    const header = table.header.map(normalizeHeader);
    const extras = adjusted ? { dividend: header.indexOf('dividend_amount'), split: header.indexOf('split_coefficient') } : {};
    return {
      extras,
      confidence: adjusted || kind !== undefined ? 0.95 : 0.75,
      basis: 'raw',
      zone: 'America/New_York',
      symbol: code,
      market: code !== undefined && !code.includes('.') ? 'US' : undefined,
      freq: steps[kind?.split('_')[1] ?? ''],
    };
  },
};
