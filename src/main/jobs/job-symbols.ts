import { marketPhase } from '../../shared/calendar/market-phase.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { JobScope } from '../../shared/contract/jobs.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Clock } from '../ports.ts';
import type { StoreReader } from '../store/store.ts';
import { watchedSymbols } from '../watched-symbols.ts';

/** Which exchanges and symbols jobs are about. */
interface JobSymbols {
  /** The exchanges of all that is stored and still listed. */
  calendars(): readonly Calendar[];
  /** The symbols of a scope, of these exchanges only where any are named. Throws for a watchlist that is not there. */
  of(scope: JobScope, exchanges: readonly Calendar[] | null): readonly string[];
  isTrading(symbol: string): boolean;
}

/** Reads the instruments again only after they may have changed: the scheduler asks every ten seconds. */
export function jobSymbols(read: Pick<StoreReader, 'dataVersion' | 'instruments' | 'watchlists'>, calendarById: CalendarById, clock: Clock): JobSymbols {
  let version: number | null = null;
  let calendarOf: ReadonlyMap<string, Calendar | null> = new Map();
  let calendars: readonly Calendar[] = [];

  function follow(): void {
    const current = read.dataVersion();
    if (current === version) return;
    version = current;
    calendarOf = new Map(read.instruments().filter(({ delistedOn }) => delistedOn === null).map(({ symbol, calendar }) => [symbol, calendarById(calendar)]));
    calendars = [...new Set(calendarOf.values())].filter((calendar) => calendar !== null);
  }

  return {
    calendars: () => {
      follow();
      return calendars;
    },
    of: (scope, exchanges) => {
      follow();
      const symbols = symbolsIn(scope);
      return exchanges === null ? symbols : symbols.filter((symbol) => exchanges.some((exchange) => exchange === calendarOf.get(symbol)));
    },
    isTrading: (symbol) => {
      follow();
      const calendar = calendarOf.get(symbol) ?? null;
      return calendar !== null && marketPhase(calendar, clock.now()).phase === 'open';
    },
  };

  function symbolsIn(scope: JobScope): readonly string[] {
    switch (scope.type) {
      case 'watched':
        return watchedSymbols(read, null);
      case 'watchlist':
        return watchedSymbols(read, scope.name);
      case 'symbols':
        return scope.symbols;
      case 'all':
        return [...calendarOf.keys()];
    }
  }
}
