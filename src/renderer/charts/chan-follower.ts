import type { ChanConfig } from '../../analysis/chan/chan-config.ts';
import { ChanEngine } from '../../analysis/chan/chan-engine.ts';
import { chanSeries, type ChanSeries } from '../../analysis/chan/chan-series.ts';
import { FirstSeenLog } from '../../analysis/chan/first-seen-log.ts';
import type { BarColumns } from '../../shared/bars.ts';

/** Bars taken in between two looks at the clock. */
const barsPerLook = 128;

/**
 * Follows a series bar by bar, so that each element knows when it was first seen, in portions that leave the screen free. Bars that
 * continue those taken in are added; others need a new follower. Throws what the engine throws for bars no chart can hold.
 */
export class ChanFollower {
  private readonly engine: ChanEngine;
  private readonly log: FirstSeenLog;
  private readonly source: ArrayBufferLike;
  private known: { readonly count: number; readonly structure: ChanSeries } | null = null;
  count = 0;

  constructor(bars: BarColumns, config: ChanConfig, basis: string) {
    this.engine = new ChanEngine(config, bars.time.length);
    this.log = new FirstSeenLog({ basis, factorVersion: 0 });
    this.source = bars.time.buffer;
  }

  /** Whether these bars begin with the ones taken in: views of the same columns that end no earlier. */
  continues(bars: BarColumns): boolean {
    return bars.time.buffer === this.source && bars.time.length >= this.count;
  }

  /** Takes in bars until all are, or `isOver` says that the portion ends; tells whether all are. */
  follow(bars: BarColumns, isOver: () => boolean): boolean {
    const { length } = bars.time;
    while (this.count < length) {
      for (const end = Math.min(length, this.count + barsPerLook); this.count < end; this.count++) {
        this.engine.append(bars, this.count);
        this.log.observe(this.engine);
      }
      if (this.count < length && isOver()) return false;
    }
    return true;
  }

  /** What stands after the bars taken in. */
  structure(): ChanSeries {
    if (this.known?.count !== this.count) this.known = { count: this.count, structure: chanSeries(this.engine, this.log) };
    return this.known.structure;
  }
}

/** The structure of all bars at once: what stands, without when it was first seen. */
export function chanStructure(bars: BarColumns, config: ChanConfig): ChanSeries {
  const engine = new ChanEngine(config, bars.time.length);
  engine.load(bars);
  return chanSeries(engine);
}
