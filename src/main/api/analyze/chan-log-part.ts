import { ChanEngine } from '../../../analysis/chan/chan-engine.ts';
import { FirstSeenLog, type FirstSeenEntry } from '../../../analysis/chan/first-seen-log.ts';
import { mergeFirstSeen } from '../../../analysis/chan/merge-first-seen.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import type { ChanLog } from '../../store/chan-log-store.ts';
import type { AnalysisSource } from './analysis-source.ts';

/**
 * The first-seen log of the structure: what is kept, brought up to the newest bar. `kept` is null for options, a timeframe or a day for
 * which none is kept; the entries then follow from the bars alone. Times of bars as ISO text.
 */
export function chanLogPart({ bars, basis, dates }: AnalysisSource, overrides: unknown, kept: ChanLog | null) {
  const engine = new ChanEngine(parseChanConfig(overrides), dates.length);
  const log = new FirstSeenLog({ basis, factorVersion: 0 });
  for (let bar = 0; bar < dates.length; bar++) {
    engine.append(bars, bar);
    log.observe(engine);
  }
  const changed = mergeFirstSeen(kept?.entries ?? [], log.entries, bars.time.at(-1) ?? NaN);
  const lives = new Map([...(kept?.entries ?? []), ...changed].map((entry) => [`${entry.part} ${entry.key} ${entry.firstSeen}`, entry]));
  const at = new Map(Array.from(bars.time, (time, bar) => [time, dates[bar] ?? null]));
  const text = (time: number | null): string | null => (time === null ? null : (at.get(time) ?? null));
  const entries = [...lives.values()].sort((a, b) => a.firstSeen - b.firstSeen).map((entry) => readable(entry, text));
  return { basis, factor_version: kept?.factorVersion ?? 0, kept: kept === null ? null : text(kept.knownTo), entries };
}

/** The key parted: the date of the bar an element begins at, and its direction or side and type. */
function readable({ part, key, firstSeen, lastMoved, final, vanished }: FirstSeenEntry, text: (time: number | null) => string | null) {
  const [time = '', ...rest] = key.split(' ');
  return {
    part, begin: text(Number(time)), what: rest.join(' '),
    first_seen: text(firstSeen), last_moved: text(lastMoved), final: text(final), vanished: text(vanished),
  };
}
