import type { ChanConfig } from '../../analysis/chan/chan-config.ts';
import { ChanEngine } from '../../analysis/chan/chan-engine.ts';
import { chanSeries, type ChanSeries } from '../../analysis/chan/chan-series.ts';
import { FirstSeenLog } from '../../analysis/chan/first-seen-log.ts';
import type { BarColumns } from '../../shared/bars.ts';

/** Beyond so many bars the structure is found once at the end, and when an element was first seen is not told. */
const mostFollowedBars = 10_000;

/** Finds the Chan structure of a chart's bars. Throws what the engine throws for bars no chart can hold. */
export function chanStructure(bars: BarColumns, config: ChanConfig, basis: string): ChanSeries {
  const engine = new ChanEngine(config, bars.time.length);
  if (bars.time.length > mostFollowedBars) {
    engine.load(bars);
    return chanSeries(engine);
  }
  const log = new FirstSeenLog({ basis, factorVersion: 0 });
  for (let index = 0; index < bars.time.length; index++) {
    engine.append(bars, index);
    log.observe(engine);
  }
  return chanSeries(engine, log);
}
