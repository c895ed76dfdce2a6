import { equalWeightReturns, type DatedReturns } from '../../../analysis/series/equal-weight-returns.ts';
import { parseTradingDate } from '../../../shared/time.ts';
import type { BarSource } from '../bars.ts';
import { resolveInstrument } from '../resolve-symbol.ts';
import { valuedInstrument } from './priced-series.ts';
import { AppError } from '../../../shared/app-error.ts';

export interface Benchmark {
  /** Instrument key, or `equalWeight`. */
  readonly name: string;
  readonly symbols: number;
  readonly returns: DatedReturns;
}

/**
 * What a portfolio is compared with from a day on: the instrument asked for, else the mean of all stored instruments of its currency,
 * equally weighted; null where there are not two of them.
 */
export function portfolioBenchmark(from: BarSource, asked: string | undefined, currency: string, firstDay: number, asOf: string | undefined): Benchmark | null {
  const { read } = from.store;
  if (asked !== undefined) {
    const { symbol } = resolveInstrument(asked, read.instruments());
    const found = valuedInstrument(from, symbol, currency, asOf);
    if (typeof found === 'string') throw new AppError('portfolio.noBars', { name: asked, symbols: symbol });
    return { name: symbol, symbols: 1, returns: equalWeightReturns([found.bars]) };
  }
  const currencies = new Map(read.instruments().filter(({ kind }) => kind !== 'fx').map((instrument) => [instrument.id, instrument.currency]));
  const all = read.series();
  const newest = all.reduce((latest, { freq, lastTime }) => (freq === '1d' ? Math.max(latest, lastTime) : latest), 0);
  // A bar a day at most, and the one before the first day gives its return.
  const trailing = Math.max(2, newest - firstDay + 2);
  const { series, offsets, columns } = read.universe({ freq: '1d', columns: ['time', 'close'], trailing });
  const until = asOf === undefined ? Infinity : (parseTradingDate(asOf) ?? Infinity);
  const taken = new Set<number>();
  const members = series.flatMap(({ instrument, basis }, index) => {
    if (currencies.get(instrument) !== currency || basis === 'forwardAdditive' || taken.has(instrument)) return [];
    taken.add(instrument);
    const time = columns.time.subarray(offsets[index], offsets[index + 1]);
    let end = time.length;
    while (end > 0 && (time[end - 1] as number) > until) end -= 1;
    return end < 2 ? [] : [{ time: time.subarray(0, end), close: columns.close.subarray(offsets[index], (offsets[index] ?? 0) + end) }];
  });
  return members.length < 2 ? null : { name: 'equalWeight', symbols: members.length, returns: equalWeightReturns(members) };
}
