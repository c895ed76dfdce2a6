import { ChanEngine } from '../../../analysis/chan/chan-engine.ts';
import { ChanFactReader, type ChanFacts } from '../../../analysis/chan/chan-facts.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../../shared/bars.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { UniverseWork } from '../universe-work.ts';
import { universeItems, type UniverseItem } from './universe-items.ts';

export interface ChanFactsPlan {
  /** Options as `parseChanConfig` takes them. */
  readonly overrides: unknown;
  readonly freq: Frequency;
}

export interface ChanFactsShared {
  readonly offsets: Int32Array;
  readonly columns: BarColumns;
  readonly isShifted: readonly boolean[];
}

/** What Chan says of the newest bar of a series, or why it cannot. */
export type ChanFactsOutcome = { readonly facts: ChanFacts } | { readonly error: ErrorReply };

/** The Chan facts of the newest bar of every series of a frequency; what is new there was not seen a bar before. */
export const newestChanFacts: UniverseWork<ChanFactsPlan, ChanFactsShared, readonly UniverseItem[], ChanFactsOutcome> = {
  prepare({ overrides, freq }, read) {
    parseChanConfig(overrides);
    const { series, offsets, columns } = read.universe({ freq, columns: ['time', 'open', 'high', 'low', 'close', 'volume', 'amount', 'flags'], trailing: null });
    const items = universeItems(read, series, freq);
    return { shared: { offsets, columns, isShifted: items.map(({ basis }) => basis === 'forwardAdditive') }, summary: items, count: items.length };
  },
  open({ overrides }, { offsets, columns, isShifted }) {
    const config = parseChanConfig(overrides);
    const factsOf = (bars: BarColumns, isRefused: boolean): ChanFactsOutcome => {
      try {
        if (isRefused) throw new AppError('analysis.basis', { indicator: 'chan', field: 'basis', value: 'forwardAdditive', allowed: 'raw, split, total' });
        const engine = new ChanEngine(config, bars.time.length);
        const reader = new ChanFactReader();
        let facts: ChanFacts = { newPoints: [], zonePosition: null, isBackInZone: false, divergence: null };
        for (let bar = 0; bar < bars.time.length; bar++) {
          engine.append(bars, bar);
          // What is new on the newest bar is told by the one before it.
          if (bar >= bars.time.length - 2) facts = reader.read(engine);
        }
        return { facts };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { error: error.toReply() };
      }
    };
    return (first, last) =>
      Array.from({ length: last - first }, (_, index) => {
        const at = first + index;
        return factsOf(sliceBars(columns, offsets[at] as number, offsets[at + 1] as number), isShifted[at] === true);
      });
  },
};
