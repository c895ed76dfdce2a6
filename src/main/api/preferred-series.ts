import { frequencies, type Frequency } from '../../shared/frequency.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Series } from '../store/store.ts';

/** Bases on which ratios of prices mean something come first. */
const basisOrder: readonly Basis[] = ['split', 'raw', 'total', 'forwardAdditive'];

/** The series shown for a frequency when none is named: newest data, then more bars, then the better basis. Null where none has it. */
export function preferredSeries(all: readonly Series[], freq: Frequency): Series | null {
  const [best] = all.filter((series) => series.freq === freq && series.bars > 0).sort(byPreference);
  return best ?? null;
}

/** The series that bars of a frequency are read or resampled from: its own, else the longest one that is shorter than it. */
export function sourceSeries(all: readonly Series[], freq: Frequency): Series | null {
  for (let index = frequencies.indexOf(freq); index >= 0; index -= 1) {
    const shorter = frequencies[index];
    const found = shorter === undefined ? null : preferredSeries(all, shorter);
    if (found !== null) return found;
  }
  return null;
}

function byPreference(a: Series, b: Series): number {
  return b.lastTime - a.lastTime || b.bars - a.bars || basisOrder.indexOf(a.basis) - basisOrder.indexOf(b.basis) || a.id - b.id;
}
