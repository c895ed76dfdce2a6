import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';

/** The one row of facts about the store itself. */
export interface StoreStateTable {
  dataVersion(): number;
  setDataVersion(version: number): void;
  /** When the file was last checked for damage. */
  checkedAt(): UtcMs | null;
  setCheckedAt(at: UtcMs): void;
}

export function storeStateTable(database: Connection): StoreStateTable {
  const dataVersion = database.prepare<[], number>('SELECT data_version FROM store_state').pluck();
  const setDataVersion = database.prepare<[number]>('UPDATE store_state SET data_version = ?');
  const checkedAt = database.prepare<[], number | null>('SELECT checked_at FROM store_state').pluck();
  const setCheckedAt = database.prepare<[number]>('UPDATE store_state SET checked_at = ?');
  return {
    dataVersion: () => dataVersion.get() ?? 0,
    setDataVersion: (version) => void setDataVersion.run(version),
    checkedAt: () => (checkedAt.get() ?? null) as UtcMs | null,
    setCheckedAt: (at) => void setCheckedAt.run(at),
  };
}
