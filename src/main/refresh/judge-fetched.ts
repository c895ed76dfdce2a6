import { BarFlag } from '../../shared/bar-flag.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';

/** What fetched bars mean for the stored ones of the same origin. */
type Judgement =
  /** `columns` is what is new or different, and everything after it; empty when nothing is. */
  | { readonly kind: 'news'; readonly columns: BarColumns; readonly added: number; readonly revised: number }
  /** Every common bar differs by the same factor: the source restated its history. */
  | { readonly kind: 'moved'; readonly factor: number };

const values = ['open', 'high', 'low', 'close', 'volume', 'amount'] as const;
/** Factors that agree this closely are one; one nearer to 1 than this is noise. */
const agreement = 0.004;
const smallestMove = 0.01;
/** A single common bar must move by more than a day can. */
const smallestLoneMove = 0.25;

export function judgeFetched(stored: BarColumns, fetched: BarColumns): Judgement {
  const factors: number[] = [];
  let [added, revised] = [0, 0];
  let firstNew = fetched.time.length;
  for (let left = 0, right = 0; right < fetched.time.length; right++) {
    const time = fetched.time[right] ?? NaN;
    while (left < stored.time.length && (stored.time[left] ?? NaN) < time) left++;
    const known = stored.time[left] === time;
    if (known && ((stored.flags[left] ?? 0) & BarFlag.open) === 0) factors.push((fetched.close[right] ?? NaN) / (stored.close[left] ?? NaN));
    if (known && same(stored, left, fetched, right)) continue;
    if (known) revised += 1;
    else added += 1;
    firstNew = Math.min(firstNew, right);
  }
  const factor = factors.toSorted((a, b) => a - b)[factors.length >> 1] ?? 1;
  const together = factors.every((one) => Math.abs(one / factor - 1) <= agreement);
  const least = factors.length > 1 ? smallestMove : smallestLoneMove;
  if (together && Math.abs(factor - 1) > least) return { kind: 'moved', factor };
  return { kind: 'news', columns: sliceBars(fetched, firstNew, fetched.time.length), added, revised };
}

function same(left: BarColumns, leftIndex: number, right: BarColumns, rightIndex: number): boolean {
  if ((((left.flags[leftIndex] ?? 0) ^ (right.flags[rightIndex] ?? 0)) & ~BarFlag.revised) !== 0) return false;
  return values.every((name) => Object.is(left[name][leftIndex], right[name][rightIndex]));
}
