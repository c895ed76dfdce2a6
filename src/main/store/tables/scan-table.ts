import { deflateSync, inflateSync } from 'node:zlib';
import type { TradingDate, UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { KeptRun, SavedRule } from '../scan-store.ts';

export interface ScanTable {
  rules(): readonly SavedRule[];
  save(rule: SavedRule): void;
  /** Answers whether there was one. */
  remove(name: string): boolean;
  run(of: Pick<KeptRun, 'rule' | 'text' | 'scope'>, before: TradingDate): KeptRun | null;
  newestRuns(): readonly Pick<KeptRun, 'rule' | 'asOf' | 'matches'>[];
  keep(run: KeptRun, at: UtcMs): void;
}

/** Runs kept of one rule. */
const mostRuns = 60;

/** Scan rules and their kept runs. What a run answered is compressed JSON: it names every symbol's conditions. */
export function scanTable(database: Connection): ScanTable {
  const rules = database.prepare<[], SavedRule>('SELECT name, text FROM scan_rule ORDER BY name');
  const save = database.prepare<[string, string]>('INSERT INTO scan_rule (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text');
  const remove = database.prepare<[string]>('DELETE FROM scan_rule WHERE name = ?');
  const removeRuns = database.prepare<[string]>('DELETE FROM scan_run WHERE rule = ?');
  const run = database.prepare<[string, string, string, number], Omit<KeptRun, 'outcome'> & { readonly outcome: Buffer }>(
    `SELECT rule, text, scope, as_of AS asOf, matches, outcome FROM scan_run
     WHERE rule = ? AND text = ? AND scope = ? AND as_of < ? ORDER BY as_of DESC LIMIT 1`,
  );
  const newest = database.prepare<[], Pick<KeptRun, 'rule' | 'asOf' | 'matches'>>(
    'SELECT rule, as_of AS asOf, matches FROM scan_run WHERE id IN (SELECT max(id) FROM scan_run GROUP BY rule) ORDER BY rule',
  );
  const insert = database.prepare<[string, string, string, number, number, number, Buffer]>(
    'INSERT OR REPLACE INTO scan_run (rule, text, scope, as_of, kept_at, matches, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const prune = database.prepare<[string, string, number]>(
    'DELETE FROM scan_run WHERE rule = ? AND id NOT IN (SELECT id FROM scan_run WHERE rule = ? ORDER BY id DESC LIMIT ?)',
  );
  return {
    rules: () => rules.all(),
    save: ({ name, text }) => void save.run(name, text),
    remove: (name) => {
      removeRuns.run(name);
      return remove.run(name).changes > 0;
    },
    run: ({ rule, text, scope }, before) => {
      const found = run.get(rule, text, scope, before);
      return found === undefined ? null : { ...found, outcome: JSON.parse(inflateSync(found.outcome).toString('utf8')) as unknown };
    },
    newestRuns: () => newest.all(),
    keep: ({ rule, text, scope, asOf, matches, outcome }, at) => {
      insert.run(rule, text, scope, asOf, at, matches, deflateSync(JSON.stringify(outcome)));
      prune.run(rule, rule, mostRuns);
    },
  };
}
