import type { Watchlist, WatchlistMember } from '../../../shared/contract/watchlists.ts';
import type { Connection } from '../connect.ts';

export interface WatchlistTable {
  /** In the user's order. */
  all(): readonly Watchlist[];
  byId(id: number): Watchlist | null;
  byName(name: string): Watchlist | null;
  /** Behind the others. */
  create(name: string, group: string | null, batch?: number): number;
  rename(id: number, name: string, group: string | null): void;
  remove(id: number): void;
  place(id: number, position: number): void;
  /** Those that stay keep the import that brought them; the others are of `batch`, or of none. */
  setMembers(id: number, members: readonly WatchlistMember[], batch?: number): void;
  /** Takes out what an import brought, and the lists it made where nothing else is in them; how many members went. */
  removeOf(batch: number): number;
  /** An instrument got a new key: it stays in its lists. */
  rekey(from: string, to: string): void;
}

interface Row {
  id: number;
  name: string;
  group: string | null;
}

interface MemberRow {
  watchlist: number;
  symbol: string;
  tags: string;
}

const columns = 'id, name, group_name AS "group"';

export function watchlistTable(database: Connection): WatchlistTable {
  const all = database.prepare<[], Row>(`SELECT ${columns} FROM watchlist ORDER BY position, id`);
  const byId = database.prepare<[number], Row>(`SELECT ${columns} FROM watchlist WHERE id = ?`);
  const byName = database.prepare<[string], Row>(`SELECT ${columns} FROM watchlist WHERE name = ?`);
  const create = database.prepare<[string, string | null, number | null]>(
    'INSERT INTO watchlist (name, group_name, batch, position) VALUES (?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM watchlist))',
  );
  const rename = database.prepare<[string, string | null, number]>('UPDATE watchlist SET name = ?, group_name = ? WHERE id = ?');
  const remove = database.prepare<[number]>('DELETE FROM watchlist WHERE id = ?');
  const place = database.prepare<[number, number]>('UPDATE watchlist SET position = ? WHERE id = ?');
  const members = database.prepare<[], MemberRow>('SELECT watchlist, symbol, tags FROM watchlist_member ORDER BY watchlist, position');
  const membersOf = database.prepare<[number], MemberRow>('SELECT watchlist, symbol, tags FROM watchlist_member WHERE watchlist = ? ORDER BY position');
  const clear = database.prepare<[number]>('DELETE FROM watchlist_member WHERE watchlist = ?');
  const insert = database.prepare<[number, string, number, string, number | null]>(
    'INSERT INTO watchlist_member (watchlist, symbol, position, tags, batch) VALUES (?, ?, ?, ?, ?)',
  );
  const batches = database.prepare<[number], { symbol: string; batch: number | null }>('SELECT symbol, batch FROM watchlist_member WHERE watchlist = ?');
  const removeMembers = database.prepare<[number]>('DELETE FROM watchlist_member WHERE batch = ?');
  const removeLists = database.prepare<[number]>(
    'DELETE FROM watchlist WHERE batch = ? AND NOT EXISTS (SELECT 1 FROM watchlist_member WHERE watchlist_member.watchlist = watchlist.id)',
  );
  const rekey = database.prepare<[string, string]>('UPDATE OR REPLACE watchlist_member SET symbol = ? WHERE symbol = ?');

  const withMembers = (row: Row | undefined): Watchlist | null => (row === undefined ? null : { ...row, members: membersOf.all(row.id).map(toMember) });
  return {
    all: () => {
      const byList = Map.groupBy(members.all(), (row) => row.watchlist);
      return all.all().map((row) => ({ ...row, members: (byList.get(row.id) ?? []).map(toMember) }));
    },
    byId: (id) => withMembers(byId.get(id)),
    byName: (name) => withMembers(byName.get(name)),
    create: (name, group, batch) => Number(create.run(name, group, batch ?? null).lastInsertRowid),
    rename: (id, name, group) => void rename.run(name, group, id),
    remove: (id) => void remove.run(id),
    place: (id, position) => void place.run(position, id),
    setMembers: (id, list, batch) => {
      const before = new Map(batches.all(id).map((row) => [row.symbol, row.batch]));
      clear.run(id);
      list.forEach(({ symbol, tags }, position) => {
        insert.run(id, symbol, position, JSON.stringify(tags), before.has(symbol) ? (before.get(symbol) ?? null) : (batch ?? null));
      });
    },
    removeOf: (batch) => {
      const { changes } = removeMembers.run(batch);
      removeLists.run(batch);
      return changes;
    },
    rekey: (from, to) => void rekey.run(to, from),
  };
}

// Only `setMembers` writes the column.
const toMember = ({ symbol, tags }: MemberRow): WatchlistMember => ({ symbol, tags: JSON.parse(tags) as string[] });
