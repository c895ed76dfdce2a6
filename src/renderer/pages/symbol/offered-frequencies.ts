import type { SeriesInfo } from '../../../shared/contract/bars.ts';
import { frequencies, type Frequency } from '../../../shared/frequency.ts';

/** The frequencies a symbol can be shown in, shortest first: those stored, and weeks and months where days are. */
export function offeredFrequencies(stored: readonly Pick<SeriesInfo, 'freq' | 'bars'>[]): readonly Frequency[] {
  const kept = new Set(stored.filter(({ bars }) => bars > 0).map(({ freq }) => freq));
  if (kept.has('1d')) kept.add('1w').add('1M');
  return frequencies.filter((frequency) => kept.has(frequency));
}
