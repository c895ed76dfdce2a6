import type { ColumnRole, DateFormat } from '../../../../shared/contract/imports.ts';
import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { sampleRecords } from '../text-sample.ts';

const columns: readonly ColumnRole[] = ['date', 'open', 'high', 'low', 'close', 'volume', 'ignore', 'amount', 'ignore', 'ignore', 'ignore', 'ignore'];
const intervals: Readonly<Record<string, Frequency>> = { '1m': '1m', '5m': '5m', '15m': '15m', '30m': '30m', '1h': '1h', '4h': '4h', '1d': '1d', '1w': '1w', '1M': '1M', '1mo': '1M' };

/** Binance klines, twelve columns with or without a header; open times in milliseconds, since 2025 in microseconds, all UTC. */
export const binance: Format = {
  id: 'binance',
  recognise(sample, table) {
    const [, symbol, interval] = /^([A-Z0-9_]{5,25})-(\d+(?:m|h|d|w|mo|M))(?:-|$)/.exec(fileStem(sample.name)) ?? [];
    const known = { exchange: 'BINANCE', zone: 'UTC', basis: 'raw', symbol, freq: intervals[interval ?? ''] } as const;
    if (headerHas(table, 'open time', 'quote asset volume', 'number of trades') || headerHas(table, 'open_time', 'quote_volume', 'count')) {
      return { confidence: 0.96, ...known, table: { ...table, columns: table.columns.length === 12 ? columns : table.columns } };
    }
    if (!/^"?\d{13,16}\b/.test(sample.lines.find((line) => line.trim() !== '') ?? '')) return null;
    const rows = sampleRecords(sample, ',');
    const plain = rows.slice(0, 20).every(({ cells }) => cells?.length === 12 && isKline(cells));
    if (!plain) return null;
    const digits = rows[0]?.cells?.[0]?.length ?? 13;
    const dateFormat: DateFormat = digits >= 16 ? 'epochMicros' : 'epochMillis';
    return { confidence: 0.95, ...known, dateFormat, table: { delimiter: ',', header: null, skipLines: 0, columns, rows } };
  },
};

/** Open time and close time are both epochs, the first the smaller. */
function isKline(cells: readonly string[]): boolean {
  const [open = '', close = ''] = [cells[0], cells[6]];
  return /^\d{13,16}$/.test(open) && /^\d{13,16}$/.test(close) && Number(close) > Number(open);
}
