import type { AlertCondition } from '../../../shared/alert-condition.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { AlertEventFilter, AlertRun, AlertSetup, StoredAlert, StoredAlertEvent, StoredAlertWatch } from '../alert-store.ts';

/** Alerts, how far they have come, and their log. */
export interface AlertTable {
  all(): readonly StoredAlert[];
  watches(): readonly StoredAlertWatch[];
  events(filter: AlertEventFilter): readonly StoredAlertEvent[];
  openEvents(): readonly StoredAlertEvent[];
  /** Throws `alert.unknown`. */
  save(id: number | null, setup: AlertSetup, at: UtcMs): number;
  remove(id: number): void;
  enable(id: number, enabled: boolean, at: UtcMs): void;
  record(run: AlertRun): readonly (number | null)[];
  rearm(at: UtcMs): void;
}

type Named = Readonly<Record<string, string | number | null>>;

interface AlertRow {
  id: number;
  name: string;
  symbol: string | null;
  watchlist: number | null;
  freq: string;
  condition: string;
  live: number;
  cooldown_ms: number;
  enabled: number;
  created_at: number;
  armed_at: number;
  fired: number;
  last_fired_at: number | null;
}

interface EventRow {
  id: number;
  alert: number;
  subject: string;
  time: number;
  close: number | null;
  fired_at: number;
  live: number;
  after5: number | null;
  after10: number | null;
  after20: number | null;
}

/** The log keeps so many lines; the oldest go first. */
const keptEvents = 20_000;
const eventColumns = 'id, alert, subject, time, close, fired_at, live, after5, after10, after20';

export function alertTable(database: Connection): AlertTable {
  const all = database.prepare<[], AlertRow>(
    `SELECT alert.*, count(alert_event.id) AS fired, max(alert_event.fired_at) AS last_fired_at
     FROM alert LEFT JOIN alert_event ON alert_event.alert = alert.id GROUP BY alert.id ORDER BY alert.id`,
  );
  const add = database.prepare<(string | number | null)[]>(
    'INSERT INTO alert (name, symbol, watchlist, freq, condition, live, cooldown_ms, created_at, armed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const change = database.prepare<(string | number | null)[]>(
    'UPDATE alert SET name = ?, symbol = ?, watchlist = ?, freq = ?, condition = ?, live = ?, cooldown_ms = ?, armed_at = ? WHERE id = ?',
  );
  const remove = database.prepare<[number]>('DELETE FROM alert WHERE id = ?');
  const enable = database.prepare<[number, number, number, number]>('UPDATE alert SET enabled = ?, armed_at = iif(?, ?, armed_at) WHERE id = ?');
  const rearm = database.prepare<[number]>('UPDATE alert SET armed_at = max(armed_at, ?)');
  const watches = database.prepare<[], { alert: number; subject: string; seen_until: number | null; last_moment: number | null; problem: string | null }>(
    'SELECT alert, subject, seen_until, last_moment, problem FROM alert_watch ORDER BY alert, subject',
  );
  const forget = database.prepare<[number]>('DELETE FROM alert_watch WHERE alert = ?');
  // An alert that was removed while it was looked at leaves nothing behind.
  const watch = database.prepare<Named>(
    `INSERT INTO alert_watch (alert, subject, seen_until, last_moment, problem)
     SELECT @alert, @subject, @seenUntil, @lastMoment, @problem WHERE EXISTS (SELECT 1 FROM alert WHERE id = @alert)
     ON CONFLICT (alert, subject) DO UPDATE SET seen_until = excluded.seen_until, last_moment = excluded.last_moment, problem = excluded.problem`,
  );
  const events = database.prepare<Named, EventRow>(
    `SELECT ${eventColumns} FROM alert_event
     WHERE (@alert IS NULL OR alert = @alert) AND (@subject IS NULL OR subject = @subject) AND (@before IS NULL OR id < @before) ORDER BY id DESC LIMIT @limit`,
  );
  const openEvents = database.prepare<[], EventRow>(`SELECT ${eventColumns} FROM alert_event WHERE after20 IS NULL AND close IS NOT NULL ORDER BY id DESC LIMIT 5000`);
  const addEvent = database.prepare<Named>(
    `INSERT INTO alert_event (alert, subject, time, close, fired_at, live)
     SELECT @alert, @subject, @time, @close, @firedAt, @live WHERE EXISTS (SELECT 1 FROM alert WHERE id = @alert)
     ON CONFLICT (alert, subject, time) DO NOTHING`,
  );
  const setOutcome = database.prepare<[number | null, number | null, number | null, number]>('UPDATE alert_event SET after5 = ?, after10 = ?, after20 = ? WHERE id = ?');
  const prune = database.prepare<[number]>('DELETE FROM alert_event WHERE id <= (SELECT max(id) FROM alert_event) - ?');

  const known = (id: number, changes: number): void => {
    if (changes === 0) throw new AppError('alert.unknown', { id });
  };
  return {
    all: () => all.all().map(toAlert),
    watches: () =>
      watches.all().map((row) => ({
        alert: row.alert, subject: row.subject, seenUntil: row.seen_until ?? -Infinity, lastMoment: row.last_moment ?? -Infinity,
        // Only `record` writes the column.
        problem: row.problem === null ? null : (JSON.parse(row.problem) as ErrorReply),
      })),
    events: ({ alert, subject, before, limit }) => events.all({ alert, subject, before, limit }).map(toEvent),
    openEvents: () => openEvents.all().map(toEvent),
    save: (id, { name, symbol, watchlist, freq, condition, live, cooldownMs }, at) => {
      const setup = [name, symbol, watchlist, freq, JSON.stringify(condition), live ? 1 : 0, cooldownMs];
      if (id === null) return Number(add.run(...setup, at, at).lastInsertRowid);
      known(id, change.run(...setup, at, id).changes);
      forget.run(id);
      return id;
    },
    remove: (id) => known(id, remove.run(id).changes),
    enable: (id, enabled, at) => known(id, enable.run(enabled ? 1 : 0, enabled ? 1 : 0, at, id).changes),
    record: (run) => {
      const ids = run.events.map(({ alert, subject, time, close, firedAt, live }) => {
        const { changes, lastInsertRowid } = addEvent.run({ alert, subject, time, close: finiteOrNull(close), firedAt, live: live ? 1 : 0 });
        return changes === 0 ? null : Number(lastInsertRowid);
      });
      for (const { alert, subject, seenUntil, lastMoment, problem } of run.watches) {
        watch.run({ alert, subject, seenUntil: finiteOrNull(seenUntil), lastMoment: finiteOrNull(lastMoment), problem: problem === null ? null : JSON.stringify(problem) });
      }
      for (const { event, after5, after10, after20 } of run.outcomes) setOutcome.run(after5, after10, after20, event);
      if (ids.length > 0) prune.run(keptEvents);
      return ids;
    },
    rearm: (at) => void rearm.run(at),
  };
}

/** Nothing seen yet, and no price, are NULL. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function toAlert(row: AlertRow): StoredAlert {
  return {
    id: row.id,
    name: row.name,
    symbol: row.symbol,
    watchlist: row.watchlist,
    freq: row.freq as Frequency,
    // Only `save` writes the column, so what is parsed is a condition.
    condition: JSON.parse(row.condition) as AlertCondition,
    live: row.live === 1,
    cooldownMs: row.cooldown_ms,
    enabled: row.enabled === 1,
    createdAt: row.created_at as UtcMs,
    armedAt: row.armed_at as UtcMs,
    fired: row.fired,
    lastFiredAt: row.last_fired_at as UtcMs | null,
  };
}

function toEvent(row: EventRow): StoredAlertEvent {
  const { id, alert, subject, time, after5, after10, after20 } = row;
  return { id, alert, subject, time, close: row.close ?? NaN, firedAt: row.fired_at as UtcMs, live: row.live === 1, after5, after10, after20 };
}
