import type { ChanInput } from './chan-bars.ts';
import type { ChanEngine } from './chan-engine.ts';

/**
 * An engine whose last bar is still open: it may be replaced any number of times before the next one is appended. Closed history is
 * better appended to the engine itself, without the cost of remembering.
 */
export class LiveChan {
  readonly engine: ChanEngine;
  private undo: (() => void) | null = null;

  constructor(engine: ChanEngine) {
    this.engine = engine;
  }

  /** The bar `index` of `source` as the newest; throws as `ChanEngine.append` does. */
  append(source: ChanInput, index: number): void {
    this.undo = this.engine.remember();
    this.engine.append(source, index);
  }

  /** The bar `index` of `source` in place of the newest, as if that had never been; appends it when there is none. */
  replaceLast(source: ChanInput, index: number): void {
    if (this.undo === null) {
      this.append(source, index);
      return;
    }
    this.undo();
    this.engine.append(source, index);
  }
}
