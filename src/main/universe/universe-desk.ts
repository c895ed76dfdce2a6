import type { CalendarById } from '../calendars/load-calendars.ts';
import type { MarketRulesByMic } from '../market-rules/load-market-rules.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { AppError } from '../../shared/app-error.ts';
import { watchlistNamed } from '../api/choose-symbols.ts';
import type { StoreReader } from '../store/store.ts';
import { createChanMemory } from './chan-memory.ts';
import { createUniverseLoader, type LoadedUniverse, type UniverseLoader } from './load-universe.ts';
import { createRecorder } from './metric-record.ts';
import { createRanker } from './ranked-universe.ts';

/** What answers about the universe work with. */
export interface UniverseDesk {
  readonly read: StoreReader;
  readonly load: UniverseLoader['load'];
  readonly rank: ReturnType<typeof createRanker>;
  readonly record: ReturnType<typeof createRecorder>;
  readonly chan: ReturnType<typeof createChanMemory>;
  readonly calendarById: CalendarById;
  readonly rulesByMic: MarketRulesByMic;
  /**
   * Whether a symbol (by its index) belongs to the watchlist and the industry asked for; every one does where none is. Throws
   * `watchlist.*`, `universe.industry`.
   */
  only(universe: Pick<LoadedUniverse, 'frame'>, choice: { readonly watchlist?: string | undefined; readonly industry?: string | undefined }): (symbol: number) => boolean;
}

export function createUniverseDesk(read: StoreReader, calendarById: CalendarById, rulesByMic: MarketRulesByMic, language: () => Language): UniverseDesk {
  const loader = createUniverseLoader(read);
  return {
    read,
    load: loader.load,
    rank: createRanker(loader, language),
    record: createRecorder(loader),
    chan: createChanMemory(),
    calendarById,
    rulesByMic,
    only({ frame }, { watchlist, industry }) {
      const members = watchlist === undefined ? null : new Set(watchlistNamed(watchlist, read.watchlists()).members.map(({ symbol }) => symbol));
      if (industry !== undefined && !frame.industries.includes(industry)) {
        const known = new Set(frame.industries.filter((name) => name !== null));
        throw new AppError('universe.industry', { value: industry, allowed: [...known].sort().join(', ') || '–' });
      }
      return (symbol) =>
        (members === null || members.has(frame.symbols[symbol] ?? '')) && (industry === undefined || frame.industries[symbol] === industry);
    },
  };
}
