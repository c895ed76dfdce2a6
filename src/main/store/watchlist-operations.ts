import { AppError } from '../../shared/app-error.ts';
import type { Watchlist, WatchlistMember } from '../../shared/contract/watchlists.ts';
import type { ImportedWatchlist, WatchlistDraft, WatchlistImport } from './desk-store.ts';
import type { Tables } from './tables/tables.ts';

/** The changes of a person's lists; each is called within a transaction. */
export function watchlistOperations({ watchlists, batches }: Pick<Tables, 'watchlists' | 'batches'>) {
  function need(id: number): Watchlist {
    const found = watchlists.byId(id);
    if (found === null) throw new AppError('watchlist.gone');
    return found;
  }

  return {
    save: (draft: WatchlistDraft): Watchlist => {
      const old = draft.id === null ? null : need(draft.id);
      const name = draft.name ?? old?.name ?? '';
      if (name === '') throw new AppError('app.input', { field: 'name', problem: 'is missing' });
      const other = watchlists.byName(name);
      if (other !== null && other.id !== draft.id) throw new AppError('watchlist.taken', { name: other.name });
      const group = draft.group === undefined ? (old?.group ?? null) : draft.group;
      const id = old?.id ?? watchlists.create(name, group);
      if (old !== null) watchlists.rename(id, name, group);
      if (draft.members !== null) watchlists.setMembers(id, distinct(draft.members));
      return need(id);
    },
    remove: (id: number): void => {
      need(id);
      watchlists.remove(id);
    },
    order: (ids: readonly number[]): void => {
      const rest = watchlists.all().map(({ id }) => id).filter((id) => !ids.includes(id));
      [...ids, ...rest].forEach((id, position) => watchlists.place(id, position));
    },
    add: (id: number, members: readonly WatchlistMember[]): { readonly added: number; readonly watchlist: Watchlist } => {
      const old = need(id);
      const all = distinct([...old.members, ...members]);
      watchlists.setMembers(id, all);
      return { added: all.length - old.members.length, watchlist: need(id) };
    },
    /** Puts symbols into the list of a name, made where there is none, as an import that can be undone. */
    import: ({ file, name, symbols, rejections, at }: WatchlistImport): ImportedWatchlist => {
      const batch = batches.begin(file, 'watchlist', at);
      const old = watchlists.byName(name);
      const id = old?.id ?? watchlists.create(name, null, batch);
      const all = distinct([...(old?.members ?? []), ...symbols.map((symbol) => ({ symbol, tags: [] }))]);
      watchlists.setMembers(id, all, batch);
      const added = all.length - (old?.members.length ?? 0);
      for (const rejection of rejections) batches.addRejection(batch, rejection);
      const rows = symbols.length + rejections.length;
      batches.addCounts(batch, { rows, imported: added, rejected: rejections.length });
      batches.finish(batch, { state: 'completed', rows, rejected: rejections.length });
      return { batch, added, watchlist: need(id) };
    },
    drop: (id: number, symbols: readonly string[]): Watchlist => {
      const dropped = new Set(symbols);
      watchlists.setMembers(id, need(id).members.filter(({ symbol }) => !dropped.has(symbol)));
      return need(id);
    },
  };
}

function distinct(members: readonly WatchlistMember[]): readonly WatchlistMember[] {
  const first = new Map<string, WatchlistMember>();
  for (const member of members) if (!first.has(member.symbol)) first.set(member.symbol, member);
  return [...first.values()];
}
