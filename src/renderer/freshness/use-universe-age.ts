import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { UniverseHeader } from '../../shared/contract/universe-figures.ts';
import { marketOf } from '../../shared/exchanges.ts';
import { useDesk } from '../desk-context.ts';
import { ageOfRows } from './age-of-rows.ts';
import type { FigureAge } from './figure-age.ts';

/** The age of figures about the universe: that of the symbols that traded on their day. On a day of the past they can grow no older. */
export function useUniverseAge(header: Pick<UniverseHeader, 'asOf' | 'source'> | null): FigureAge | null {
  const { scope, symbols, watchlists } = useDesk();
  const { market, watchlist, asOf: chosenDay } = useStore(scope);
  const rows = useStore(symbols, (state) => state.rows.value);
  const lists = useStore(watchlists, (state) => state.lists.value);
  return useMemo(() => {
    if (header === null || rows === null) return null;
    const { asOf, source } = header;
    const own: FigureAge = { state: 'frozen', sessionsBehind: null, asOf, oldest: null, sources: [source], fetchedAt: null, job: 'bars' };
    if (chosenDay !== null) return own;
    const members = watchlist === null ? null : new Set(lists?.find(({ name }) => name === watchlist)?.members.map(({ symbol }) => symbol));
    const traded = rows.filter(({ symbol, market: mic, to }) => to !== null && to.slice(0, 10) >= asOf && (market === null || marketOf(mic) === market) && (members === null || members.has(symbol)));
    const age = ageOfRows(traded);
    return age === null ? own : { ...age, asOf, oldest: null };
  }, [header, rows, chosenDay, market, watchlist, lists]);
}
