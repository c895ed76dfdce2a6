import { allocateBars, type BarColumns } from '../../../shared/bars.ts';

const smallest = 64;
const keptSets = 64;

/** Column memory that is used again, so that reading thousands of series does not allocate thousands of times. Sizes are powers of two. */
export class ColumnPool {
  readonly #free = new Map<number, BarColumns[]>();

  /** Columns for at least so many bars; what they held before is still in them. */
  get(bars: number): BarColumns {
    const size = 2 ** Math.ceil(Math.log2(Math.max(bars, smallest)));
    return this.#free.get(size)?.pop() ?? allocateBars(size);
  }

  give(columns: BarColumns): void {
    const size = columns.time.length;
    const free = this.#free.get(size) ?? [];
    this.#free.set(size, free);
    if (free.length < keptSets) free.push(columns);
  }
}
