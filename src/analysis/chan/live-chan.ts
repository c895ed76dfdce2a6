import type { ChanInput } from './chan-bars.ts';
import type { ChanConfig } from './chan-config.ts';
import { ChanEngine } from './chan-engine.ts';

/** An engine whose last bar is still open: it may be replaced any number of times before the next one is appended. */
export class LiveChan {
  readonly engine: ChanEngine;
  private undo: (() => void) | null = null;

  constructor(config: ChanConfig) {
    this.engine = new ChanEngine(config);
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
