import { ChanEngine } from '../../analysis/chan/chan-engine.ts';
import { FirstSeenLog } from '../../analysis/chan/first-seen-log.ts';
import { mergeFirstSeen } from '../../analysis/chan/merge-first-seen.ts';
import { parseChanConfig } from '../../analysis/chan/parse-chan-config.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { ChanLog, ChanLogUpdate } from '../store/chan-log-store.ts';
import type { Series } from '../store/store.ts';

/** Closes this close, relative to one another, are the same price. */
const tolerance = 1e-9;

/**
 * What a series' log has to learn from its bars under the usual options; null where there is nothing to follow: no bars, or prices
 * shifted by an amount. Throws what the engine throws for bars it cannot take.
 */
export function nextChanLog({ id, basis, version }: Pick<Series, 'id' | 'basis' | 'version'>, bars: BarColumns, kept: ChanLog | null): ChanLogUpdate | null {
  const [firstTime, firstClose, newestTime] = [bars.time[0], bars.close[0], bars.time.at(-1)];
  if (firstTime === undefined || firstClose === undefined || newestTime === undefined || basis === 'forwardAdditive') return null;
  const engine = new ChanEngine(parseChanConfig(), bars.time.length);
  const log = new FirstSeenLog({ basis, factorVersion: 0 });
  for (let bar = 0; bar < bars.time.length; bar++) {
    engine.append(bars, bar);
    log.observe(engine);
  }
  const same = kept !== null && !isRebased(kept, bars) ? kept : null;
  return {
    series: id,
    basis,
    factorVersion: same?.factorVersion ?? (kept === null ? 0 : kept.factorVersion + 1),
    anchorTime: same?.anchorTime ?? firstTime,
    anchorClose: same?.anchorClose ?? firstClose,
    knownTo: newestTime,
    version,
    entries: mergeFirstSeen(same?.entries ?? [], log.entries, newestTime),
  };
}

/** Whether the prices of an adjusted series were put on another basis: its old first bar has another close now. Raw prices never are. */
function isRebased({ basis, anchorTime, anchorClose }: ChanLog, bars: BarColumns): boolean {
  const close = bars.close[bars.time.indexOf(anchorTime)];
  return basis !== 'raw' && close !== undefined && Math.abs(close - anchorClose) > tolerance * Math.abs(anchorClose);
}
