import type { FirstSeenEntry } from '../../../analysis/chan/first-seen-log.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { ChanLog, ChanLogUpdate } from '../chan-log-store.ts';
import type { Connection } from '../connect.ts';

export interface ChanLogTable {
  /** The log of the newest factor version. */
  of(series: number): ChanLog | null;
  record(update: ChanLogUpdate, at: UtcMs): void;
}

type Head = Omit<ChanLog, 'entries'> & { readonly id: number };

export function chanLogTable(database: Connection): ChanLogTable {
  const head = database.prepare<[number], Head>(
    `SELECT id, series, basis, factor_version AS factorVersion, anchor_time AS anchorTime, anchor_close AS anchorClose, known_to AS knownTo, version
       FROM chan_log WHERE series = ? ORDER BY factor_version DESC LIMIT 1`,
  );
  const entries = database.prepare<[number], FirstSeenEntry>(
    `SELECT part, key, first_seen AS firstSeen, last_moved AS lastMoved, final, vanished FROM chan_log_entry WHERE log = ? ORDER BY first_seen, part, key`,
  );
  const putHead = database
    .prepare<unknown[], number>(
      `INSERT INTO chan_log (series, basis, factor_version, anchor_time, anchor_close, known_to, version, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (series, factor_version) DO UPDATE SET known_to = excluded.known_to, version = excluded.version, recorded_at = excluded.recorded_at
       RETURNING id`,
    )
    .pluck();
  const putEntry = database.prepare<unknown[]>(
    `INSERT INTO chan_log_entry (log, part, key, first_seen, last_moved, final, vanished, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (log, part, key, first_seen) DO UPDATE SET last_moved = excluded.last_moved, final = excluded.final, vanished = excluded.vanished`,
  );
  return {
    of(series) {
      const found = head.get(series);
      if (found === undefined) return null;
      const { id, ...log } = found;
      return { ...log, entries: entries.all(id) };
    },
    record({ series, basis, factorVersion, anchorTime, anchorClose, knownTo, version, entries: changed }, at) {
      const log = putHead.get(series, basis, factorVersion, anchorTime, anchorClose, knownTo, version, at);
      for (const { part, key, firstSeen, lastMoved, final, vanished } of changed) putEntry.run(log, part, key, firstSeen, lastMoved, final, vanished, at);
    },
  };
}
