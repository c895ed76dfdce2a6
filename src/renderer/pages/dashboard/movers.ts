import type { SymbolRow } from '../../../shared/contract/symbols.ts';
import { changeShare } from '../../../shared/format/format-change.ts';

export interface Mover {
  readonly row: SymbolRow;
  /** Against the bar before, as a share. */
  readonly change: number;
}

/** The symbols that rose and fell most on the newest day of all, strongest first; a symbol without a bar on it does not count. */
export function movers(rows: readonly SymbolRow[], newest: string | null, count: number): { readonly rising: readonly Mover[]; readonly falling: readonly Mover[] } {
  const day = newest?.slice(0, 10) ?? null;
  const moved = rows.flatMap((row): Mover[] => {
    const change = changeShare(row.close, row.previousClose);
    return row.to?.slice(0, 10) === day && Number.isFinite(change) ? [{ row, change }] : [];
  });
  moved.sort((left, right) => right.change - left.change);
  return {
    rising: moved.filter(({ change }) => change > 0).slice(0, count),
    falling: moved.filter(({ change }) => change < 0).slice(-count).reverse(),
  };
}

/** How far the data reach: symbols with the newest day, behind it, and without bars. */
export function dataReach(rows: readonly SymbolRow[], newest: string | null): { readonly current: number; readonly behind: number; readonly empty: number } {
  const day = newest?.slice(0, 10) ?? null;
  const current = rows.filter(({ to }) => to !== null && to.slice(0, 10) === day).length;
  const empty = rows.filter(({ to }) => to === null).length;
  return { current, behind: rows.length - current - empty, empty };
}
