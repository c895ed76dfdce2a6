import type Database from 'better-sqlite3';
import { cacheRegionNames, type CacheRegionName } from '../../shared/contract/cache.ts';
import type { UtcMs } from '../../shared/time.ts';
import { entryBytes, type CacheEntry, type CacheEntryHead, type CacheFilter, type CacheLevel, type CacheUsage } from './cache-level.ts';
import { cacheRegions } from './cache-region.ts';

interface Row {
  readonly region: CacheRegionName;
  readonly key: string;
  readonly symbol: string | null;
  readonly json: string;
  readonly source: string;
  readonly fetched_at: UtcMs;
}

const noUsage: Omit<CacheUsage, 'evictions'> = { entries: 0, bytes: 0, oldestAt: null, newestAt: null };
interface DiskOptions {
  /** That of `openCacheDatabase`; closed with the level. */
  readonly database: Database.Database;
  readonly byteCap: number;
  readonly access: 'read' | 'write';
}

/** The second level: a table with a size cap, whose oldest entries go first. */
export function diskLevel({ database, byteCap, access }: DiskOptions): CacheLevel {
  const get = database.prepare<[string, string], Row>('SELECT region, key, symbol, json, source, fetched_at FROM entry WHERE region = ? AND key = ?');
  const put = database.prepare<[string, string, string | null, string, number, string, number, number]>(
    `INSERT INTO entry (region, key, symbol, json, bytes, source, fetched_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (region, key) DO UPDATE SET symbol = excluded.symbol, json = excluded.json, bytes = excluded.bytes, source = excluded.source,
       fetched_at = excluded.fetched_at, expires_at = excluded.expires_at`,
  );
  const remove = database.prepare<[CacheFilter]>(
    `DELETE FROM entry WHERE region IS coalesce(@region, region) AND symbol IS coalesce(@symbol, symbol)
       AND substr(key, 1, length(coalesce(@prefix, ''))) = coalesce(@prefix, '')`,
  );
  const expired = database.prepare<[number]>('DELETE FROM entry WHERE expires_at < ?');
  const total = database.prepare<[], number>('SELECT coalesce(sum(bytes), 0) FROM entry').pluck();
  const oldest = database.prepare<[], { rowid: number; region: CacheRegionName; bytes: number }>('SELECT rowid, region, bytes FROM entry ORDER BY fetched_at');
  const removeRow = database.prepare<[number]>('DELETE FROM entry WHERE rowid = ?');
  const all = database.prepare<[string | null], CacheEntryHead>(
    'SELECT region, key, symbol, source, fetched_at AS fetchedAt, bytes FROM entry WHERE region IS coalesce(?, region)',
  );
  const usage = database.prepare<[string], Omit<CacheUsage, 'evictions'>>(
    `SELECT count(*) AS entries, coalesce(sum(bytes), 0) AS bytes, min(fetched_at) AS oldestAt, max(fetched_at) AS newestAt
     FROM entry WHERE region = ?`,
  );
  const evictions = new Map<CacheRegionName, number>(cacheRegionNames.map((name) => [name, 0]));
  /** At least what is held; measured anew when it seems to have reached the cap. */
  let held = total.get() ?? 0;

  const putAll = database.transaction((entries: readonly CacheEntry[]) => {
    for (const entry of entries) {
      const bytes = entryBytes(entry);
      // One value may not drive out all others.
      if (bytes > byteCap / 8) continue;
      put.run(entry.region, entry.key, entry.symbol, entry.json, bytes, entry.source, entry.fetchedAt, entry.fetchedAt + cacheRegions[entry.region].keptMs);
      held += bytes;
    }
    if (held > byteCap) makeRoom();
  });

  function makeRoom(): void {
    held = total.get() ?? 0;
    const doomed: number[] = [];
    for (const row of held > byteCap ? oldest.iterate() : []) {
      if (held <= byteCap * 0.9) break;
      doomed.push(row.rowid);
      held -= row.bytes;
      evictions.set(row.region, (evictions.get(row.region) ?? 0) + 1);
    }
    for (const rowid of doomed) removeRow.run(rowid);
  }

  function shrink(removed: number): number {
    if (removed === 0) return 0;
    held = total.get() ?? 0;
    database.pragma('incremental_vacuum');
    return removed;
  }

  return {
    get: (name, key) => {
      const row = get.get(name, key);
      return row === undefined ? null : entryOf(row);
    },
    put: (entries) => {
      if (access === 'write') putAll.immediate(entries);
    },
    remove: ({ region, symbol, prefix }) => shrink(remove.run({ region, symbol, prefix }).changes),
    sweep: (now) => shrink(expired.run(now).changes),
    entries: (name) => all.all(name),
    usage: (name) => ({ ...(usage.get(name) ?? noUsage), evictions: evictions.get(name) ?? 0 }),
    close: () => void database.close(),
  };
}

function entryOf({ fetched_at, ...row }: Row): CacheEntry {
  return { ...row, fetchedAt: fetched_at, value: JSON.parse(row.json) };
}
