import type { Connection } from '../connect.ts';

/** Import options saved under a name, as JSON; the importer parses what it gets back. */
export interface ImportMappingTable {
  all(): ReadonlyMap<string, unknown>;
  put(name: string, options: unknown): void;
  remove(name: string): void;
}

export function importMappingTable(database: Connection): ImportMappingTable {
  const all = database.prepare<[], { name: string; options: string }>('SELECT name, options FROM import_mapping ORDER BY name');
  const put = database.prepare<[string, string]>(
    'INSERT INTO import_mapping (name, options) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET options = excluded.options',
  );
  const remove = database.prepare<[string]>('DELETE FROM import_mapping WHERE name = ?');
  return {
    all: () => new Map(all.all().map((row): [string, unknown] => [row.name, JSON.parse(row.options)])),
    put: (name, options) => void put.run(name, JSON.stringify(options)),
    remove: (name) => void remove.run(name),
  };
}
