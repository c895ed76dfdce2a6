import type { SeriesInfo } from '../../../shared/contract/bars.ts';
import { frequencies, isIntraday, type Frequency } from '../../../shared/frequency.ts';

/**
 * The frequencies a symbol can be shown in, shortest first: those stored and every longer one made from them. Days made from minutes
 * need the exchange's sessions; where those are not known, asking says so.
 */
export function offeredFrequencies(stored: readonly Pick<SeriesInfo, 'freq' | 'bars'>[]): readonly Frequency[] {
  const kept = new Set(stored.filter(({ bars }) => bars > 0).map(({ freq }) => freq));
  const shortest = frequencies.findIndex((frequency) => kept.has(frequency));
  if (shortest === -1) return [];
  const source = frequencies[shortest] ?? '1d';
  return frequencies.filter((frequency) => kept.has(frequency) || canMake(source, frequency));
}

/** Whether bars of one frequency are or make up bars of another. */
export function canMake(from: Frequency, to: Frequency): boolean {
  return from === to || (frequencies.indexOf(from) < frequencies.indexOf(to) && (isIntraday(from) || from === '1d'));
}
