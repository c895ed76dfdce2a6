import type { CalendarById } from '../calendars/load-calendars.ts';
import type { MarketRulesByMic } from '../market-rules/load-market-rules.ts';
import { watchlistNamed } from '../api/choose-symbols.ts';
import type { StoreReader } from '../store/store.ts';
import { createUniverseLoader, type LoadedUniverse, type UniverseLoader } from './load-universe.ts';
import { createRanker, type RankedUniverse } from './ranked-universe.ts';

/** What answers about the universe work with. */
export interface UniverseDesk {
  readonly read: StoreReader;
  readonly load: UniverseLoader['load'];
  readonly rank: ReturnType<typeof createRanker>;
  readonly calendarById: CalendarById;
  readonly rulesByMic: MarketRulesByMic;
  /** Whether a symbol (by its index) belongs to a watchlist; every one does without a list. Throws `watchlist.*`. */
  only(universe: Pick<LoadedUniverse | RankedUniverse, 'frame'>, watchlist: string | undefined): (symbol: number) => boolean;
}

export function createUniverseDesk(read: StoreReader, calendarById: CalendarById, rulesByMic: MarketRulesByMic): UniverseDesk {
  const loader = createUniverseLoader(read);
  return {
    read,
    load: loader.load,
    rank: createRanker(loader),
    calendarById,
    rulesByMic,
    only({ frame }, watchlist) {
      if (watchlist === undefined) return () => true;
      const members = new Set(watchlistNamed(watchlist, read.watchlists()).members.map(({ symbol }) => symbol));
      return (symbol) => members.has(frame.symbols[symbol] ?? '');
    },
  };
}
