import type { BarColumns } from '../../shared/bars.ts';
import type { UtcMs } from '../../shared/time.ts';
import { withPastValues } from './as-of-view.ts';
import type { PastValues } from './past-values.ts';

const valueNames = ['open', 'high', 'low', 'close', 'volume', 'amount'] as const;

/**
 * What corrections replaced, in the terms of a view of the bars (adjusted, or joined to longer ones): each bar of the view as it stood
 * before every moment at which it changed. `view` keeps the number and order of what it makes of bars with the same times.
 */
export function pastViews(bars: BarColumns, revisions: readonly PastValues[], view: (bars: BarColumns) => BarColumns): PastValues[] {
  const moments = [...new Set(revisions.map(({ knownUntil }) => knownUntil))].sort((a, b) => a - b);
  const found: PastValues[] = [];
  let before = moments.length === 0 ? null : view(withPastValues(bars, revisions, -Infinity as UtcMs));
  for (const knownUntil of moments) {
    const after = view(withPastValues(bars, revisions, knownUntil));
    if (before !== null) found.push(...changes(before, after, knownUntil));
    before = after;
  }
  return found;
}

function changes(before: BarColumns, after: BarColumns, knownUntil: UtcMs): PastValues[] {
  const found: PastValues[] = [];
  for (let i = 0; i < before.time.length; i++) {
    if (valueNames.every((name) => Object.is(before[name][i], after[name][i]))) continue;
    found.push({
      time: before.time[i] ?? NaN, open: before.open[i] ?? NaN, high: before.high[i] ?? NaN, low: before.low[i] ?? NaN, close: before.close[i] ?? NaN,
      volume: before.volume[i] ?? NaN, amount: before.amount[i] ?? NaN, flags: before.flags[i] ?? 0, knownUntil,
    });
  }
  return found;
}
