import type { Frequency } from '../../../shared/frequency.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { OriginDifference, RefreshItem, RefreshRun, RefreshWrite, TriedSource } from '../refresh-store.ts';

export interface RefreshTable {
  runs(): readonly RefreshRun[];
  items(): readonly RefreshItem[];
  isFailed(symbol: string, freq: Frequency): boolean;
  differences(): readonly OriginDifference[];
  begin(run: Pick<RefreshRun, 'subject' | 'sources'>, symbols: readonly { readonly symbol: string; readonly freq: Frequency }[], at: UtcMs): number;
  resume(run: number): void;
  record(write: Pick<RefreshWrite, 'items' | 'compared'>): void;
  end(run: number, state: 'completed' | 'interrupted', at: UtcMs): void;
}

interface RunRow {
  id: number;
  subject: string;
  sources: string;
  state: RefreshRun['state'];
  startedAt: number;
  endedAt: number | null;
}

interface ItemRow {
  symbol: string;
  freq: string;
  run: number;
  state: RefreshItem['state'];
  origin: string | null;
  tried: string;
  added: number;
  revised: number;
  rebased: number;
  gaps: number;
  at: number | null;
}

/** Runs that nothing refers to are kept this long. */
const keptRuns = 50;

export function refreshTable(database: Connection): RefreshTable {
  const runs = database.prepare<[], RunRow>('SELECT id, subject, sources, state, started_at AS startedAt, ended_at AS endedAt FROM refresh_run ORDER BY id DESC');
  const items = database.prepare<[], ItemRow>('SELECT symbol, freq, run, state, origin, tried, added, revised, rebased, gaps, at FROM refresh_item ORDER BY symbol, freq');
  const failed = database.prepare<[string, string], 1>("SELECT 1 FROM refresh_item WHERE symbol = ? AND freq = ? AND state = 'failed'").pluck();
  const differences = database.prepare<[], OriginDifference>(
    'SELECT symbol, freq, origin, other, time, close, other_close AS otherClose, noticed_at AS noticedAt FROM origin_difference ORDER BY symbol, freq, time DESC',
  );
  const interrupt = database.prepare<[number]>("UPDATE refresh_run SET state = 'interrupted', ended_at = ? WHERE state = 'running'");
  const addRun = database.prepare<[string, string, number]>("INSERT INTO refresh_run (subject, sources, state, started_at) VALUES (?, ?, 'running', ?)");
  const prune = database.prepare<[number]>('DELETE FROM refresh_run WHERE id <= ? AND NOT EXISTS (SELECT 1 FROM refresh_item WHERE run = refresh_run.id)');
  // How many gaps a source is known to have outlives the run that found it.
  const expect = database.prepare<[string, string, number]>(
    `INSERT INTO refresh_item (symbol, freq, run, state, tried, added, revised, rebased, gaps) VALUES (?, ?, ?, 'pending', '[]', 0, 0, 0, 0)
     ON CONFLICT (symbol, freq) DO UPDATE SET run = excluded.run, state = 'pending'`,
  );
  const resume = database.prepare<[number]>("UPDATE refresh_run SET state = 'running', ended_at = NULL WHERE id = ?");
  const end = database.prepare<[string, number, number]>('UPDATE refresh_run SET state = ?, ended_at = ? WHERE id = ?');
  const put = database.prepare(
    `INSERT INTO refresh_item (symbol, freq, run, state, origin, tried, added, revised, rebased, gaps, at)
     VALUES (@symbol, @freq, @run, @state, @origin, @tried, @added, @revised, @rebased, @gaps, @at)
     ON CONFLICT (symbol, freq) DO UPDATE SET run = excluded.run, state = excluded.state, origin = excluded.origin, tried = excluded.tried, added = excluded.added,
       revised = excluded.revised, rebased = excluded.rebased, gaps = excluded.gaps, at = excluded.at`,
  );
  const forget = database.prepare<[string, string, string]>('DELETE FROM origin_difference WHERE symbol = ? AND freq = ? AND origin = ?');
  const note = database.prepare(
    'INSERT INTO origin_difference (symbol, freq, origin, other, time, close, other_close, noticed_at) VALUES (@symbol, @freq, @origin, @other, @time, @close, @otherClose, @noticedAt)',
  );
  return {
    // Only `begin` and `record` write the JSON columns, so what is parsed is what they wrote.
    runs: () => runs.all().map((row) => ({ ...row, sources: JSON.parse(row.sources) as string[], startedAt: row.startedAt as UtcMs, endedAt: row.endedAt as UtcMs | null })),
    items: () => items.all().map((row) => ({ ...row, freq: row.freq as Frequency, rebased: row.rebased === 1, tried: JSON.parse(row.tried) as TriedSource[], at: row.at as UtcMs | null })),
    isFailed: (symbol, freq) => failed.get(symbol, freq) !== undefined,
    differences: () => differences.all(),
    begin: ({ subject, sources }, symbols, at) => {
      interrupt.run(at);
      const id = Number(addRun.run(subject, JSON.stringify(sources), at).lastInsertRowid);
      for (const { symbol, freq } of symbols) expect.run(symbol, freq, id);
      prune.run(id - keptRuns);
      return id;
    },
    resume: (run) => void resume.run(run),
    end: (run, state, at) => void end.run(state, at, run),
    record: ({ items: given, compared }) => {
      for (const item of given) put.run({ ...item, tried: JSON.stringify(item.tried), rebased: item.rebased ? 1 : 0 });
      for (const { symbol, freq, origin, differences: found } of compared) {
        forget.run(symbol, freq, origin);
        for (const difference of found) note.run(difference);
      }
    },
  };
}
