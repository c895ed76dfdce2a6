import { BarFlag } from '../../shared/bar-flag.ts';
import { allocateBars, type BarColumns } from '../../shared/bars.ts';
import type { StoredBars } from './bar-blob.ts';

export interface MergedBars {
  /** The given bars themselves when nothing changed. */
  readonly bars: StoredBars;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Indexes into the OLD bars of values of other batches that were replaced, ascending. */
  readonly revisions: readonly number[];
  /** Index into the NEW bars of the first one that is not as before; their length when nothing changed. */
  readonly firstChanged: number;
}

const valueColumns = ['open', 'high', 'low', 'close', 'volume', 'amount'] as const;

/**
 * Lays incoming bars over stored ones, both oldest first: new times are added, equal values left alone, different ones
 * replaced. Values of another batch that give way are listed as revisions; a batch corrects itself without leaving one.
 */
export function mergeBars(old: StoredBars, incoming: BarColumns, batch: number): MergedBars {
  const oldTime = old.columns.time;
  const newTime = incoming.time;
  if (oldTime.length === 0) {
    const bars = { columns: incoming, batches: new Int32Array(newTime.length).fill(batch) };
    return { bars, added: newTime.length, replaced: 0, unchanged: 0, revisions: [], firstChanged: 0 };
  }
  let added = 0;
  let replaced = 0;
  let firstChanged = -1;
  const revisions: number[] = [];
  for (let left = 0, right = 0; right < newTime.length; right++) {
    const time = newTime[right] ?? NaN;
    while (left < oldTime.length && (oldTime[left] ?? NaN) < time) left++;
    if (oldTime[left] !== time) {
      if (firstChanged < 0) firstChanged = left + added;
      added++;
    } else {
      if (!sameValues(old.columns, left, incoming, right)) {
        if (firstChanged < 0) firstChanged = left + added;
        replaced++;
        if (old.batches[left] !== batch) revisions.push(left);
      }
      left++;
    }
  }
  const unchanged = newTime.length - added - replaced;
  if (added + replaced === 0) return { bars: old, added, replaced, unchanged, revisions, firstChanged: oldTime.length };
  return { bars: build(old, incoming, batch, oldTime.length + added), added, replaced, unchanged, revisions, firstChanged };
}

function build(old: StoredBars, incoming: BarColumns, batch: number, count: number): StoredBars {
  const columns = allocateBars(count);
  const batches = new Int32Array(count);
  const copy = (from: BarColumns, source: number, target: number): void => {
    columns.time[target] = from.time[source] ?? NaN;
    for (const name of valueColumns) columns[name][target] = from[name][source] ?? NaN;
  };
  let left = 0;
  let right = 0;
  for (let target = 0; target < count; target++) {
    const oldTime = old.columns.time[left] ?? Infinity;
    const newTime = incoming.time[right] ?? Infinity;
    if (oldTime < newTime || (oldTime === newTime && sameValues(old.columns, left, incoming, right))) {
      copy(old.columns, left, target);
      columns.flags[target] = old.columns.flags[left] ?? 0;
      batches[target] = old.batches[left] ?? 0;
      if (oldTime === newTime) right++;
      left++;
      continue;
    }
    copy(incoming, right, target);
    let flags = (incoming.flags[right] ?? 0) & ~BarFlag.revised;
    if (oldTime === newTime) {
      flags |= revisedAfter(old, left, batch);
      left++;
    }
    columns.flags[target] = flags;
    batches[target] = batch;
    right++;
  }
  return { columns, batches };
}

/** The `revised` bit of the value that replaces an old one. Completing a bar that was still open is no correction. */
function revisedAfter(old: StoredBars, index: number, batch: number): number {
  const flags = old.columns.flags[index] ?? 0;
  const corrects = old.batches[index] !== batch && (flags & BarFlag.open) === 0;
  return corrects ? BarFlag.revised : flags & BarFlag.revised;
}

function sameValues(left: BarColumns, leftIndex: number, right: BarColumns, rightIndex: number): boolean {
  if ((((left.flags[leftIndex] ?? 0) ^ (right.flags[rightIndex] ?? 0)) & ~BarFlag.revised) !== 0) return false;
  for (const name of valueColumns) {
    const a = left[name][leftIndex] ?? NaN;
    const b = right[name][rightIndex] ?? NaN;
    if (a !== b && (a === a || b === b)) return false;
  }
  return true;
}
