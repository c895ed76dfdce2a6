import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

const steps: Readonly<Record<string, Frequency>> = { '1min': '1m', '5min': '5m', '15min': '15m', '30min': '30m', '60min': '1h' };

const periods: Readonly<Record<string, Frequency>> = { daily: '1d', weekly: '1w', monthly: '1M' };

/** Alpha Vantage's CSV answers: prices as traded, times of New York; named `daily_IBM.csv`, `intraday_5min_IBM.csv`, `fx_daily_EUR_USD.csv`. */
export const alphavantage: Format = {
  id: 'alphavantage',
  recognise({ name }, table) {
    const [, group, period, base, quote] = /^(fx|currency|digital_currency)_(daily|weekly|monthly|intraday_\d+min)_([A-Z]{2,6})_([A-Z]{3})$/.exec(fileStem(name)) ?? [];
    if (group !== undefined && table?.header?.[0] === 'timestamp') {
      const freq = periods[period ?? ''] ?? steps[period?.split('_')[1] ?? ''];
      return { confidence: 0.95, basis: 'raw', zone: 'UTC', symbol: `${base}${quote}`, market: group === 'fx' ? 'FX' : 'CRYPTO', freq };
    }
    const [, kind, code] = /^(daily|daily_adjusted|weekly|weekly_adjusted|monthly|monthly_adjusted|intraday_\d+min)_([A-Z0-9.-]+)$/.exec(fileStem(name)) ?? [];
    if (table?.header?.[0] !== 'timestamp' || !headerHas(table, 'open', 'high', 'low', 'close', 'volume')) return null;
    // Others write `timestamp` too, but as a number.
    if (!/^(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4})( \d{1,2}:\d{2}(:\d{2})?)?$/.test(table.rows[0]?.cells?.[0] ?? '') || table.columns.includes('amount')) return null;
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
