import type { NetworkEntry } from '../../shared/contract/network.ts';
import type { LedgerStore } from '../providers/http/network-ledger.ts';
import type { CacheFile } from './cache-file.ts';

const columns = 'id, at, host, path, status, bytes, ms, outcome';

/** The network ledger in the cache's database. Beside a running app nothing is kept. */
export function ledgerTable(file: CacheFile): LedgerStore {
  return {
    newest: (limit) => (file.isThere() ? file.open().prepare<[number], NetworkEntry>(`SELECT ${columns} FROM request ORDER BY id DESC LIMIT ?`).all(limit) : []),
    keep(entries, limit) {
      if (file.access === 'read') return;
      const database = file.open();
      const insert = database.prepare<[NetworkEntry]>(`INSERT OR REPLACE INTO request (${columns}) VALUES (@id, @at, @host, @path, @status, @bytes, @ms, @outcome)`);
      database.transaction(() => {
        for (const entry of entries) insert.run(entry);
        database.prepare<[number]>('DELETE FROM request WHERE id <= (SELECT max(id) FROM request) - ?').run(limit);
      }).immediate();
    },
  };
}
