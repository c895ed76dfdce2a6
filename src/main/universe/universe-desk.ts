import type { CalendarById } from '../calendars/load-calendars.ts';
import type { MarketRulesByMic } from '../market-rules/load-market-rules.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UniverseHeader } from '../../shared/contract/universe-figures.ts';
import { watchlistNamed } from '../api/choose-symbols.ts';
import type { StoreReader } from '../store/store.ts';
import { createChanMemory } from './chan-memory.ts';
import { createUniverseLoader, type LoadedUniverse, type UniverseLoader } from './load-universe.ts';
import { createRecorder } from './metric-record.ts';
import { createRanker, type RankedUniverse } from './ranked-universe.ts';

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
  only(universe: Pick<LoadedUniverse, 'frame'>, choice: Choice): (symbol: number) => boolean;
  /** The header of an answer, which also lists the members of the watchlist asked for that are not in the universe. */
  header(universe: RankedUniverse, choice: Choice): UniverseHeader;
}

interface Choice {
  readonly watchlist?: string | undefined;
  readonly industry?: string | undefined;
}

export function createUniverseDesk(read: StoreReader, calendarById: CalendarById, rulesByMic: MarketRulesByMic, language: () => Language): UniverseDesk {
  const loader = createUniverseLoader(read);
  const membersOf = (watchlist: string): string[] => watchlistNamed(watchlist, read.watchlists()).members.map(({ symbol }) => symbol);
  return {
    read,
    load: loader.load,
    rank: createRanker(loader, language),
    record: createRecorder(loader),
    chan: createChanMemory(),
    calendarById,
    rulesByMic,
    header: ({ header, frame }, { watchlist }) => {
      if (watchlist === undefined) return header;
      const known = new Set([...frame.symbols, ...header.failures.map(({ symbol }) => symbol)]);
      const missing = membersOf(watchlist).filter((symbol) => !known.has(symbol));
      const failures = missing.map((symbol) => ({ symbol, error: new AppError('universe.symbol', { value: symbol, count: frame.symbols.length }).toReply() }));
      return { ...header, failures: [...header.failures, ...failures] };
    },
    only({ frame }, { watchlist, industry }) {
      const members = watchlist === undefined ? null : new Set(membersOf(watchlist));
      if (industry !== undefined && !frame.industries.includes(industry)) {
        const known = new Set(frame.industries.filter((name) => name !== null));
        throw new AppError('universe.industry', { value: industry, allowed: [...known].sort().join(', ') || '–' });
      }
      return (symbol) =>
        (members === null || members.has(frame.symbols[symbol] ?? '')) && (industry === undefined || frame.industries[symbol] === industry);
    },
  };
}
