import type { SettingValue } from '../../../shared/contract/settings.ts';
import type { Connection } from '../connect.ts';

export interface SettingTable {
  all(): ReadonlyMap<string, SettingValue>;
  put(key: string, value: SettingValue): void;
  remove(key: string): void;
}

export function settingTable(database: Connection): SettingTable {
  const all = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key');
  const put = database.prepare<[string, string]>('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = database.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  return {
    // Only `put` writes the column, so what is parsed is a setting value.
    all: () => new Map(all.all().map((row) => [row.key, JSON.parse(row.value) as SettingValue])),
    put: (key, value) => void put.run(key, JSON.stringify(value)),
    remove: (key) => void remove.run(key),
  };
}
