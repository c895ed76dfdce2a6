import type { Frequency } from '../../../../shared/frequency.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import type { TableShape } from '../guess-table.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

const periods: Readonly<Record<string, Frequency>> = {
  '1': '1m', '5': '5m', '15': '15m', '30': '30m', '60': '1h', '240': '4h', '1440': '1d', '10080': '1w', '43200': '1M',
  M1: '1m', M5: '5m', M15: '15m', M30: '30m', H1: '1h', H4: '4h', D1: '1d', Daily: '1d', W1: '1w', Weekly: '1w', MN1: '1M', Monthly: '1M',
};

/**
 * MetaTrader 5 (`<DATE> <TIME> …`, tabs) and 4 (no header, date, time, prices, ticks). Times are the broker's; no file names its zone. Where
 * the volume column is all zero the count of ticks takes its place.
 */
export const metatrader: Format = {
  id: 'metatrader',
  recognise({ name }, table) {
    // Brokers add marks of their own to a pair (`EURUSD.m`, `EURUSDpro`).
    const named = /^([A-Z]{6}(?=[.#]?[a-z]{0,4}[_-]?[A-Z\d])|[A-Z0-9.]{2,12}?)(?:[.#]?[a-z]{1,4})?[_-]?(M1|M5|M15|M30|H1|H4|D1|Daily|W1|Weekly|MN1|Monthly|1|5|15|30|60|240|1440|10080|43200)(?:_\d+_\d+)?$/.exec(fileStem(name));
    const [symbol, freq] = [named?.[1], periods[named?.[2] ?? '']];
    if (table !== null && table.header?.[0] === '<DATE>' && headerHas(table, 'open', 'high', 'low', 'close')) {
      return { confidence: 0.97, table: ticksForVolume(table), symbol, freq };
    }
    // As its Python client saves them.
    if (table?.header?.includes('real_volume') === true && headerHas(table, 'time', 'open', 'high', 'low', 'close', 'tick_volume')) {
      return { confidence: 0.95, table: ticksForVolume(table), symbol, freq };
    }
    if (table === null) return null;
    const [first, second] = table.columns;
    const date = table.rows[1]?.cells?.[0] ?? '';
    const timed = first === 'date' && (second === 'time' || /\d \d{2}:\d{2}/.test(date));
    if (table.header === null) return timed ? { confidence: 0.6, table: withoutSpread(table), symbol, freq } : null;
    return timed && symbol !== undefined && /^\d{4}\.\d{2}\.\d{2}/.test(date) ? { confidence: 0.7, symbol, freq } : null;
  },
};

/** Without a header: ticks, volume and spread follow the prices, or ticks alone. */
function withoutSpread(table: TableShape): TableShape {
  const columns = table.columns.map((role) => (role === 'amount' ? 'ignore' : role));
  return { ...table, columns };
}

function ticksForVolume(table: TableShape): TableShape {
  const header = (table.header ?? []).map(normalizeHeader);
  const at = (...words: readonly string[]): number => header.findIndex((word) => words.includes(word));
  const [ticks, volume] = [at('tickvol', 'tick_volume'), at('vol', 'real_volume')];
  const traded = volume >= 0 && table.rows.some(({ cells }) => Number(cells?.[volume] ?? 0) > 0);
  const chosen = traded || ticks < 0 ? volume : ticks;
  const columns = table.columns.map((role, index) => (index === chosen ? 'volume' : role === 'volume' ? 'ignore' : role));
  return { ...table, columns };
}
